import type { Answer, Existing } from './answer';
import type { Effect, Worse } from './effect';
import type { DeclaredField, Field } from './field';
import type { Look } from './look';
import { lookFields } from './look-fields';
import { placedIn } from './placed';
import type { Renamed } from './renamed';
import type { TenantPlace } from './tenant';

/** A permission of CIPP that an operation with code of its own uses. */
export interface Need {
	role: string;
	/** What is called with it. */
	endpoints: string[];
	/** What it is for, where the rest works without. */
	only?: string;
}

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
	/** Empty where code of the operation's own calls several, or one that someone names. */
	endpoint: string;
	method: 'GET' | 'POST';
	/** CIPP permission that the API client needs for the endpoint; all of `needs` where there is none. */
	role: string;
	/** Permissions of newer versions, by the first that has each. */
	roleSince?: Record<string, string>;
	/** First CIPP that has it, where that is newer than 10.8. */
	since?: string;
	/** Of an operation with code of its own: every permission that it uses, and what for. */
	needs?: Need[];
	effect: Effect;
	/** What is sent can make it do more than that. */
	worse?: Worse[];
	/** It names no tenant, and acts in all of them or in any. */
	actsEverywhere?: true;
	/**
	 * Which of an endpoint's several actions this is, where it has a switch. Said only where it is not
	 * the fixed word of the switch.
	 */
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
	/** CIPP makes something new of an ID that it does not know: looked for in this list first. */
	changes?: Existing;
	/** How its effect is seen; several have to be so all of them. */
	look?: Look | Look[];
	/** Why nobody can see whether it was done. A sentence without a full stop. */
	cannotLook?: string;
	/** Why CIPP can never do this for an API client; refused before anything is sent. */
	never?: string;
	/**
	 * What the answer gives out that is a password, a key or a token: dot paths of the output, or
	 * `inSentences`. It comes out as \`secret\` where the author wants it, and nowhere else.
	 */
	secret?: string[];
	/** Dot paths of texts, or of JSON, in which passwords may stand among other things. */
	mayHoldSecrets?: string[];
	/** Dot paths of the output that never come out. */
	withheld?: string[];
	/** Something to know before running it, shown in the editor. */
	warns?: string;
	/** Its old name among the operations of the resource. */
	renamed?: Renamed;
	/** Why not to use it any more, and what instead. A sentence without a full stop. */
	deprecated?: string;
	/** What CIPP reads and this operation leaves out on purpose, with the reason. */
	omits?: Record<string, string>;
}

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
		const placed = placedIn(place, effect);
		return {
			...actionOf(declaration),
			...declaration,
			endpoint,
			effect,
			method,
			fields: fields.map(placed),
			...asking([...(asks ?? []), ...lookFields(declaration)], placed),
		};
	};

const asking = (
	fields: DeclaredField[],
	placed: (field: DeclaredField) => Field,
): Pick<Operation, 'asks'> => (fields.length > 0 ? { asks: fields.map(placed) } : {});

/**
 * What CIPP calls its switches. A word that is fixed under one of these names is what the operation
 * does; `Type`, `mode` and others only filter at one endpoint and switch at the next, so there it is said.
 */
const switches =
	/^(action|assignmentMode|change|configMode|dataToReturn|exclusionType|extensionName|functionName|licenseOperation)$/i;

function actionOf({ fixed }: Pick<Operation, 'fixed'>): Pick<Operation, 'does'> {
	const values = Object.entries({ ...fixed?.body, ...fixed?.query });
	const word = values.find(([name]) => switches.test(name))?.[1];
	return typeof word === 'string' ? { does: word } : {};
}

export const read = declare('read', 'GET');
export const change = declare('change', 'POST');
export const contain = declare('contain', 'POST');
export const destroy = declare('destroy', 'POST');

/** The secret stands in CIPP's sentences, or is offered to copy beside them. */
export const inSentences = ['messages'];
