import { nodeResources } from '../../operations';
import type { Field, Need, Operation } from '../../operations/vocabulary';

/** An operation in the words of the declarations, for other programs. */
export interface ListedOperation {
	node: string;
	resource: string;
	operation: string;
	name: string;
	action: string;
	/** Empty where the operation has code of its own. */
	endpoint: string;
	method: Operation['method'];
	/** Permission for the endpoint; all of `needs`, with commas, where there is none. */
	role: string;
	effect: Operation['effect'];
	/** Which of an endpoint's several actions this is, where it has a switch. */
	does?: string;
	tenant: { in: string; wire: string; form: string; allTenants?: true } | null;
	/** Values that are always sent. */
	fixed?: Operation['fixed'];
	fields: ListedField[];
	/** Names in workflows that were saved before. */
	renamed?: Operation['renamed'];
	/** Why not to use it any more, and what instead. */
	deprecated?: string;
	/** What code of the operation's own takes; it stands on the wire under no name. */
	asks?: Array<Omit<ListedField, 'in' | 'wire'>>;
	/** Every permission that code of the operation's own uses; `only`: what for, where the rest works without. */
	needs?: Need[];
}

export interface ListedField {
	name: string;
	in: Field['in'];
	/** The name that CIPP reads; `a.b` is `b` inside the object `a`; empty where the value is the whole body. */
	wire: string;
	/**
	 * text, number, boolean, flag (true or left out), epoch (unix seconds), isoDate, compactDate
	 * (yyyymmdd), labelValue, labelValues, texts (a list), json, jsonText (a text that holds JSON), schedule ({enabled, date}), flags
	 * ({choice: true}), key (the choice is the name that is sent), label (of the value under the same
	 * name).
	 */
	form: Field['form'];
	required: boolean;
	choices?: string[];
}

/** Every operation of every node, in the order of the nodes. */
export function listOperations(): ListedOperation[] {
	return Object.entries(nodeResources).flatMap(([node, resources]) =>
		resources.flatMap((resource) =>
			Object.entries(resource.operations).map(([operation, declared]) => ({
				node,
				resource: resource.value,
				operation,
				...listed(declared),
			})),
		),
	);
}

function listed(operation: Operation): Omit<ListedOperation, 'node' | 'resource' | 'operation'> {
	const { name, action, endpoint, method, role, effect, does, tenant, fixed, fields } = operation;
	const { asks, needs, renamed, deprecated } = operation;
	return {
		name,
		action,
		endpoint,
		method,
		role,
		effect,
		...(does === undefined ? {} : { does }),
		tenant,
		...(fixed === undefined ? {} : { fixed }),
		fields: fields.map((field) => ({ ...asked(field), in: field.in, wire: field.wire })),
		...(asks ? { asks: asks.map(asked) } : {}),
		...(needs ? { needs } : {}),
		...(renamed ? { renamed } : {}),
		...(deprecated ? { deprecated } : {}),
	};
}

const asked = ({ name, form, required, choices }: Field) => ({
	name,
	form,
	required: required === true,
	...(choices ? { choices: choices.map(({ value }) => value) } : {}),
});

/** One line an operation. */
export function tableOf(operations: ListedOperation[]): string {
	const lines = operations.map((operation) => {
		const { node, resource, name, effect, role } = operation;
		return [node, resource, name, effect, calledBy(operation), role].join('\t');
	});
	return `${lines.join('\n')}\n`;
}

/** `GET ListUsers`; the names alone where code of the operation's own calls several. */
function calledBy({ method, endpoint, needs = [] }: ListedOperation): string {
	if (endpoint !== '') return `${method} ${endpoint}`;
	return [...new Set(needs.flatMap(({ endpoints }) => endpoints))].join(' ');
}
