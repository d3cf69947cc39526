/**
 * The words in which operations are declared. A declaration is data: from it come the properties in
 * the editor, the request, the reading of the answer, the reference and the contract test.
 */

import type { Answer, Existing } from './answers';

export * from './answers';

export type Effect = 'read' | 'change' | 'destroy';

/** How a value stands on the wire. */
export type Form =
	| 'text'
	| 'number'
	/** `true` or `false`, always sent once it is filled in. */
	| 'boolean'
	/** `true`; left out when false. Also for CIPP's presence tests, which take even "false" for yes. */
	| 'flag'
	/** Unix seconds. */
	| 'epoch'
	/** `2030-01-31T17:00:00.000Z`. */
	| 'isoDate'
	/** `20300131`. */
	| 'compactDate'
	/** `{value, label?}`. */
	| 'labelValue'
	/** A list of `{value, label?}`, from a list or from text separated by commas. */
	| 'labelValues'
	/** A list of texts, likewise. */
	| 'texts'
	/** An object or list, given as JSON. */
	| 'json'
	/** Text that holds JSON; given as such a text or as an object or list. */
	| 'jsonText'
	/** `{enabled: true, date}` with unix seconds. */
	| 'schedule'
	/** A choice of several as `{choice: true, …}`. */
	| 'flags'
	/** The chosen word is itself the name that is sent, with the value true. */
	| 'key'
	/** Not sent by itself: the label of the value under the same wire name. */
	| 'label';

/** What someone picks from a list; `operations/pickers.ts` says where the lists come from. */
export type Picker =
	| 'tenants'
	| 'users'
	| 'groups'
	| 'licenses'
	| 'devices'
	| 'mailboxes'
	| 'roles'
	| 'conditionalAccessPolicies'
	| 'standardTemplates'
	| 'intuneTemplates'
	| 'scheduledTasks';

export interface Choice {
	value: string;
	label: string;
	help?: string;
}

export interface Field {
	/** n8n's name of the parameter; the same concept has the same name in every operation. */
	name: string;
	label: string;
	/** For a technician: units, examples, what happens if left empty. */
	help: string;
	kind:
		| 'text'
		| 'color'
		| 'multiline'
		| 'toggle'
		| 'number'
		| 'choice'
		| 'choices'
		| 'dateTime'
		| 'json'
		| 'picker';
	/** The name that CIPP reads. `a.b` is `b` inside the object `a`. Empty in the body: the value is the body. */
	wire: string;
	in: 'query' | 'body';
	form: Form;
	required?: boolean;
	/** Stands in the Options collection instead of the main form. */
	optional?: boolean;
	/** Never of a required choice of something that changes: nothing happens because nobody chose. */
	default?: string | number | boolean | string[];
	placeholder?: string;
	choices?: Choice[];
	picker?: Picker;
	/** Holds a password or key: typed behind dots. */
	isSecret?: boolean;
	/** How each text has to look; CIPP would drop others without a word, or take them for something else. */
	matches?: RegExp;
	/** A list or object with nothing in it is refused like an empty field. */
	notEmpty?: true;
}

/** Where this endpoint reads the tenant, and in which form. */
export interface TenantPlace {
	in: 'query' | 'body';
	wire: string;
	form:
		| 'text'
		/** `{value, label}` */
		| 'labelValue'
		/** `[{value, label}]` */
		| 'labelValues'
		/** `[{defaultDomainName, customerId}]` */
		| 'tenantObjects'
		/** `[defaultDomainName]` */
		| 'texts'
		/** The customer ID as text; the domain would not be found. */
		| 'customerId'
		/** `[customerId]` */
		| 'customerIds';
	/** The endpoint also runs for all tenants at once. Has to be chosen in so many words. */
	allTenants?: true;
}

/** Where CIPP reads a list of tenants, more than one can be named. */
export const takesSeveral = ({ form }: TenantPlace): boolean =>
	form === 'labelValues' || form === 'tenantObjects' || form === 'texts';

/** How one request reads what several items ask for: a filter in place of the one name. */
export interface Together {
	/** Which of `asks` switches it on. */
	asked: string;
	/** Wire name of the field that names the one row of an item. */
	named: string;
	/** Wire name of the OData filter over the same list. */
	filter: string;
	/** Columns of the list in which an object ID stands, and any other name. */
	columns: { id: string; name: string };
}

export interface Operation {
	name: string;
	action: string;
	help: string;
	endpoint: string;
	method: 'GET' | 'POST';
	/** CIPP permission that the API client needs. */
	role: string;
	effect: Effect;
	/** Which of an endpoint's several actions this is, where it has a switch. */
	does?: string;
	/** Null when the endpoint takes no tenant. */
	tenant: TenantPlace | null;
	fields: Field[];
	/** Wire names of fields of which CIPP needs at least one. */
	needsOneOf?: string[];
	/** What code of the operation's own takes beside the fields; it stands on the wire under no name. */
	asks?: Field[];
	/** Items of a batch can share requests, if they ask for nothing but their row. */
	together?: Together;
	/** Values that make the endpoint do this and nothing else. */
	fixed?: { query?: Record<string, string>; body?: Record<string, unknown> };
	/** The body is a list that holds one entry. */
	bodyIsList?: true;
	/** What CIPP passes on untyped can be added as JSON. */
	isOpen?: true;
	answer: Answer;
	/** Dot paths of the output that hold passwords, keys or tokens. */
	secret?: string[];
	/** CIPP makes something new of an ID that it does not know: looked for in this list first. */
	changes?: Existing;
	/** Why CIPP can never do this for an API client; refused before anything is sent. */
	never?: string;
	/** Something to know before running it, shown in the editor. */
	warns?: string;
	/** What CIPP reads and this operation leaves out on purpose, with the reason. */
	omits?: Record<string, string>;
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

/** A field as it is declared; where it goes follows from the method, unless said. */
export type DeclaredField = Omit<Field, 'in'> & { in?: Field['in'] };

export type Declaration = Omit<Operation, 'endpoint' | 'method' | 'effect' | 'fields' | 'asks'> & {
	method?: 'GET' | 'POST';
	fields: DeclaredField[];
	asks?: DeclaredField[];
};

const declare =
	(effect: Effect, usualMethod: Operation['method']) =>
	(endpoint: string, { fields, asks, ...declaration }: Declaration): Operation => {
		const method = declaration.method ?? usualMethod;
		const place = method === 'GET' ? 'query' : 'body';
		const placed = (field: DeclaredField): Field => ({
			in: place,
			...(effect === 'read' ? field : withoutChoiceMade(field)),
		});
		return {
			...declaration,
			endpoint,
			effect,
			method,
			fields: fields.map(placed),
			...(asks ? { asks: asks.map(placed) } : {}),
		};
	};

/** What a change does is chosen by whoever runs it, not by the order of a list. */
function withoutChoiceMade({ default: usual, ...field }: DeclaredField): DeclaredField {
	const mustBeChosen = field.kind === 'choice' && field.required;
	return mustBeChosen || usual === undefined ? field : { ...field, default: usual };
}

export const read = declare('read', 'GET');
export const change = declare('change', 'POST');
export const destroy = declare('destroy', 'POST');

type Place = Partial<Pick<TenantPlace, 'form' | 'allTenants'>>;

export const inQuery = (wire = 'tenantFilter', place: Place = {}): TenantPlace => ({
	in: 'query',
	wire,
	form: 'text',
	...place,
});
export const inBody = (wire = 'tenantFilter', place: Place = {}): TenantPlace => ({
	in: 'body',
	wire,
	form: 'text',
	...place,
});

type Rest = Partial<Omit<DeclaredField, 'label' | 'kind'>> & { help: string };

function field(
	kind: Field['kind'],
	form: Form,
	label: string,
	wire: string,
	rest: Rest,
): DeclaredField {
	return { name: nameOf(wire), form, ...rest, wire, label, kind };
}

/** n8n's parameter names hold no dots. */
const nameOf = (wire: string): string => wire.replace(/\W+/g, '_');

export const text = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('text', 'text', label, wire, rest);
/** `#RRGGBB`, with a picker of colors. */
export const color = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('color', 'text', label, wire, rest);
export const multiline = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('multiline', 'text', label, wire, rest);
export const number = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('number', 'number', label, wire, rest);
/** Sent only when switched on. */
export const toggle = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('toggle', 'flag', label, wire, rest);
/** Sent as true or false: for switches where leaving it out means something else than false. */
export const onOff = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('toggle', 'boolean', label, wire, rest);
/** A switch that has to be set to yes or no, because either changes something. */
export const decide = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('choice', 'boolean', label, wire, { ...rest, choices: yesOrNo, required: true });
const yesOrNo: Choice[] = [
	{ value: 'true', label: 'Yes' },
	{ value: 'false', label: 'No' },
];
export const choice = (label: string, wire: string, choices: Choice[], rest: Rest): DeclaredField =>
	field('choice', 'text', label, wire, { ...rest, choices });
export const choices = (
	label: string,
	wire: string,
	options: Choice[],
	rest: Rest,
): DeclaredField => field('choices', 'flags', label, wire, { ...rest, choices: options });
/** Exactly one of several names is sent, with the value true. */
export const oneFlag = (
	label: string,
	options: Choice[],
	rest: Rest & { name: string },
): DeclaredField =>
	field('choice', 'key', label, '', { ...rest, choices: options, required: true });
export const dateTime = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('dateTime', 'epoch', label, wire, rest);
export const json = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('json', 'json', label, wire, rest);
/** JSON that CIPP reads as a text. */
export const jsonText = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('json', 'jsonText', label, wire, rest);
/** Several texts, as a list or separated by commas. */
export const list = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('text', 'texts', label, wire, rest);
export const pick = (label: string, picker: Picker, wire: string, rest: Rest): DeclaredField =>
	field('picker', 'text', label, wire, { ...rest, picker });

/** A picker that every operation about the same kind of thing has under the same name. */
const the =
	(label: string, name: string, picker: Picker, help: string) =>
	(wire: string, rest: Partial<Rest> = {}): DeclaredField =>
		pick(label, picker, wire, { name, required: true, help, ...rest });

export const theUser = the(
	'User',
	'userEmail',
	'users',
	'The user to work on: choose one, or give the user principal name or object ID',
);
export const theGroup = the(
	'Group',
	'groupId',
	'groups',
	'The group to work on: choose one, or give its object ID',
);
export const theMailbox = the(
	'Mailbox',
	'mailbox',
	'mailboxes',
	'The mailbox to work on: choose one, or give its user principal name',
);
/** The device as Intune knows it. */
export const theDevice = the(
	'Device',
	'deviceId',
	'devices',
	'The device to work on: choose one, or give its Intune device ID',
);
export const theLicense = the(
	'License',
	'skuId',
	'licenses',
	'The license: choose one, or give its SKU ID',
);
export const theRole = the('Role', 'roleId', 'roles', 'The admin role: choose one, or give its ID');
export const thePolicy = the(
	'Conditional Access Policy',
	'policyId',
	'conditionalAccessPolicies',
	'The policy to work on: choose one, or give its ID',
);
export const theTask = the(
	'Task',
	'taskId',
	'scheduledTasks',
	'The scheduled task: choose one, or give its ID (RowKey)',
);

/** Choices whose label is the value itself. */
export const words = (...values: string[]): Choice[] =>
	values.map((value) => ({ value, label: value }));
