import type { Choice } from './choice';
import type { Renamed } from './renamed';
import type { NamedTenants } from './tenant';

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
	/** What is filled in names tenants, which are looked up before anything is sent. */
	tenants?: NamedTenants;
	/** Holds a password or key: typed behind dots. */
	isSecret?: boolean;
	/** How each text has to look; CIPP would drop others without a word, or take them for something else. */
	matches?: RegExp;
	/** First CIPP that reads it, where that is newer than 10.8. */
	since?: string;
	/** Its old name among the parameters of the node. */
	renamed?: Renamed;
	/** Why not to use it any more, and what instead. A sentence without a full stop. */
	deprecated?: string;
	/** A list or object with nothing in it is refused like an empty field. */
	notEmpty?: true;
	/** JSON that is neither an object nor a list is judged by whoever reads it. */
	anyJson?: true;
	/** Is called an ID and may hold any character: CIPP builds no address from it. */
	anyCharacter?: true;
}

/** A field as it is declared; where it goes follows from the method, unless said. */
export type DeclaredField = Omit<Field, 'in'> & { in?: Field['in'] };

/** Whether it holds what CIPP builds an address of Microsoft Graph from: what is picked, and what is called an ID. */
export const namesAnIdentifier = ({
	kind,
	label,
	anyCharacter,
}: Pick<Field, 'kind' | 'label' | 'anyCharacter'>): boolean =>
	!anyCharacter && (kind === 'picker' || (kind === 'text' && /\bIDs?$/.test(label)));
