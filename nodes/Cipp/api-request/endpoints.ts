import type { INodeListSearchResult } from 'n8n-workflow';
import { nodeResources } from '../../../operations';
import { notOffered } from '../../../operations/not-offered';
import {
	worstOf,
	type Effect,
	type Operation,
	type TenantPlace,
} from '../../../operations/vocabulary';
import { InvalidInput } from '../../../n8n/errors';

/** What is known of an endpoint from the operations that stand on it. */
export interface Endpoint {
	name: string;
	method: 'GET' | 'POST';
	/** The worst of what it can do. */
	effect: Effect;
	/** Null when it takes none; undefined when nobody knows. */
	tenant: TenantPlace | null | undefined;
	/** What is declared for it; empty when it is newer than this package. */
	operations: Operation[];
	/** One operation is meant that works on no tenant, and whose field is the whole body: tenants there are data. */
	bodyIsData?: true;
}

const byEndpoint = new Map<string, Operation[]>();
for (const { operations } of Object.values(nodeResources).flat()) {
	for (const operation of Object.values(operations)) {
		if (operation.endpoint === '') continue;
		const name = operation.endpoint.toLowerCase();
		byEndpoint.set(name, [...(byEndpoint.get(name) ?? []), operation]);
	}
}

/**
 * The endpoint of a name, in any case; also one that is newer than this package.
 *
 * @throws {InvalidInput} when it is no name, or one that is not to be called
 */
export function endpointNamed(typed: string): Endpoint {
	const name = typed.trim().replace(/^\/?(api\/)?/i, '');
	if (!/^[A-Za-z0-9_-]+$/.test(name)) {
		throw new InvalidInput(
			name === '' ? '"Endpoint" is empty' : `"${typed}" is not the name of an endpoint`,
			'Give the part after /api/, e.g. ListUsers. Parameters go into Query or Body.',
		);
	}
	const refused = Object.entries(notOffered).find(
		([other, { isRefused }]) => isRefused && other.toLowerCase() === name.toLowerCase(),
	);
	if (refused) {
		throw new InvalidInput(
			`${refused[0]} is not to be called from a workflow`,
			`${refused[1].reason}.`,
		);
	}
	return known(name) ?? unknown(name);
}

function known(name: string): Endpoint | null {
	const operations = byEndpoint.get(name.toLowerCase());
	if (!operations) return null;
	const effects = operations.map(({ effect }) => effect);
	const changes = effects.some((effect) => effect !== 'read');
	const reading = operations.find(({ effect }) => effect === 'read');
	const { endpoint, method } = reading ?? operations[0];
	const isAlways = operations.every((operation) => operation.method === method);
	// Without one CIPP would act on the partner's own, in whichever of its actions takes one.
	const tenant =
		reading?.tenant ?? operations.find((operation) => operation.tenant)?.tenant ?? null;
	return {
		name: endpoint,
		method: /^list/i.test(endpoint) || !changes || isAlways ? method : 'POST',
		effect: worstOf(effects),
		tenant,
		operations,
	};
}

/** CIPP's names tell lists from the rest; what is not surely a list may do anything. */
function unknown(name: string): Endpoint {
	const isList = /^(list|get)/i.test(name);
	return {
		name,
		method: isList ? 'GET' : 'POST',
		effect: isList ? 'read' : 'destroy',
		tenant: undefined,
		operations: [],
	};
}

/** The picker: every endpoint, with what it is for. */
export async function searchEndpoints(this: unknown, filter = ''): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	const results = [...byEndpoint.values()]
		.map((operations) => ({
			name: `${operations[0].endpoint} (${operations.map(({ action }) => action).join(', ')})`,
			value: operations[0].endpoint,
		}))
		.filter(({ name }) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { results };
}
