/**
 * The words in which operations are declared. A declaration is data: from it come the properties in
 * the editor, the request, the reading of the answer and the reference.
 */

export type Effect = 'read' | 'change' | 'destroy';

/** How a value stands on the wire. */
export type Form =
	/** As it is. */
	| 'text'
	| 'number'
	/** `true`; left out when false. */
	| 'flag'
	/** `{value, label?}`. */
	| 'labelValue'
	/** A list of `{value, label?}`, from a list or from text separated by commas. */
	| 'labelValues'
	/** `{enabled: true, date}` with unix seconds; left out when empty. */
	| 'schedule'
	/** A choice of several as `{choice: true, …}`. */
	| 'flags'
	/** Not sent by itself: the label of the value under the same wire name. */
	| 'label';

export type Picker = 'tenants' | 'users';

export interface Choice {
	value: string;
	label: string;
	help?: string;
}

export interface Field {
	/** n8n's name of the parameter; the same concept has the same name in every operation. */
	name: string;
	label: string;
	help: string;
	kind: 'text' | 'multiline' | 'toggle' | 'number' | 'choice' | 'choices' | 'dateTime' | 'picker';
	/** The name that CIPP reads. */
	wire: string;
	in: 'query' | 'body';
	form: Form;
	required?: boolean;
	/** Stands in the Options collection instead of the main form. */
	optional?: boolean;
	default?: string | number | boolean | string[];
	placeholder?: string;
	choices?: Choice[];
	picker?: Picker;
}

/** Where this endpoint reads the tenant, and in which form. */
export interface TenantPlace {
	in: 'query' | 'body';
	wire: string;
	form: 'text' | 'labelValue';
}

/** How to read the answer. */
export type Answer =
	/** A list; `simple` names the columns that are kept by Simplify. */
	| { kind: 'rows'; simple: string[] }
	/** One row. */
	| { kind: 'row'; missing: string }
	/** A report of the offboarding room. */
	| { kind: 'offboarding' };

export interface Operation {
	name: string;
	action: string;
	help: string;
	endpoint: string;
	method: 'GET' | 'POST';
	/** CIPP permission that the API client needs. */
	role: string;
	effect: Effect;
	/** Null when the endpoint takes no tenant. */
	tenant: TenantPlace | null;
	fields: Field[];
	answer: Answer;
	/** Output fields that hold passwords or the like. */
	secret?: string[];
}

export interface Resource {
	name: string;
	value: string;
	operations: Record<string, Operation>;
}

export function resource(
	name: string,
	value: string,
	operations: Record<string, Operation>,
): Resource {
	return { name, value, operations };
}

type Declaration = Omit<Operation, 'endpoint' | 'method' | 'effect'> & { method?: 'GET' | 'POST' };

export const read = (endpoint: string, declaration: Declaration): Operation => ({
	method: 'GET',
	...declaration,
	endpoint,
	effect: 'read',
});

export const change = (endpoint: string, declaration: Declaration): Operation => ({
	method: 'POST',
	...declaration,
	endpoint,
	effect: 'change',
});

export const destroy = (endpoint: string, declaration: Declaration): Operation => ({
	method: 'POST',
	...declaration,
	endpoint,
	effect: 'destroy',
});

export const inQuery = (wire: string): TenantPlace => ({ in: 'query', wire, form: 'text' });
export const inBody = (wire: string, form: TenantPlace['form'] = 'text'): TenantPlace => ({
	in: 'body',
	wire,
	form,
});

type Rest = Partial<Omit<Field, 'label' | 'kind'>> & { wire: string; help: string };

function field(kind: Field['kind'], form: Form, label: string, rest: Rest): Field {
	return { name: rest.wire, in: 'body', form, ...rest, label, kind };
}

export const text = (label: string, rest: Rest): Field => field('text', 'text', label, rest);
export const multiline = (label: string, rest: Rest): Field =>
	field('multiline', 'text', label, rest);
export const toggle = (label: string, rest: Rest): Field => field('toggle', 'flag', label, rest);
export const choices = (label: string, rest: Rest & { choices: Choice[] }): Field =>
	field('choices', 'flags', label, rest);
export const dateTime = (label: string, rest: Rest): Field =>
	field('dateTime', 'schedule', label, rest);
export const pick = (label: string, rest: Rest & { picker: Picker }): Field =>
	field('picker', 'text', label, rest);

/** The person an operation is about: from a list, by user principal name or by object ID. */
export const theUser = (rest: Partial<Field> & { wire: string }): Field =>
	pick('User', {
		name: 'userEmail',
		picker: 'users',
		required: true,
		in: 'query',
		help: 'The user to work on: choose one, or give the user principal name or object ID',
		...rest,
	});
