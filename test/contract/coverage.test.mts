import { expect, it } from 'vitest';
import { nodeResources } from '../../operations';
import type { Operation } from '../../operations/vocabulary';
import { facts, factsOf } from './facts.mts';

const byEndpoint = new Map<string, Operation[]>();
for (const resource of Object.values(nodeResources).flat()) {
	for (const operation of Object.values(resource.operations)) {
		// API Request has no endpoint of its own.
		if (operation.endpoint === '') continue;
		byEndpoint.set(operation.endpoint, [...(byEndpoint.get(operation.endpoint) ?? []), operation]);
	}
}

/** Every name that one of the operations can send, or leaves out with a reason. */
function reachable(operations: Operation[]): Set<string> {
	return new Set(
		operations.flatMap((operation) => [
			...operation.fields.flatMap(({ form, wire, choices }) =>
				form === 'key' ? (choices ?? []).map(({ value }) => value) : [wire.split('.')[0]],
			),
			...Object.keys(operation.fixed?.query ?? {}),
			...Object.keys(operation.fixed?.body ?? {}),
			...(operation.tenant ? [operation.tenant.wire] : []),
			...Object.keys(operation.omits ?? {}),
		]),
	);
}

it.each([...byEndpoint])('everything that %s reads can be filled in', (endpoint, operations) => {
	const names = reachable(operations);
	const { query, body } = factsOf(endpoint);

	expect(Object.keys({ ...query, ...body }).filter((name) => !names.has(name))).toEqual([]);
});

it.each([...byEndpoint].filter(([endpoint]) => facts[endpoint]?.actions))(
	'every action of %s is an operation',
	(endpoint, operations) => {
		const done = operations.map(({ does }) => does);
		const left = operations.flatMap(({ omits }) => Object.keys(omits ?? {}));
		const actions = Object.keys(factsOf(endpoint).actions ?? {});

		expect(actions.filter((action) => !done.includes(action) && !left.includes(action))).toEqual(
			[],
		);
	},
);

it.each(
	[...byEndpoint].flatMap(([endpoint, operations]) =>
		operations.map((operation) => [`${endpoint}: ${operation.name}`, operation] as const),
	),
)('%s asks for the tenant where CIPP reads it', (_title, operation) => {
	const { tenant } = factsOf(operation.endpoint);
	if (tenant && operation.omits?.[tenant.name]) return expect(operation.tenant).toBeNull();

	expect(operation.tenant?.wire ?? null).toBe(tenant?.name ?? null);
	expect(operation.tenant?.in ?? null).toBe(tenant?.in ?? null);
	if (operation.tenant?.allTenants) expect(tenant?.allTenants).toBe(true);
});
