import type { CippRequest } from '../../../cipp/request';
import type { Row } from '../../../cipp/rows';
import type { Account } from '../../person/account';
import type { Snapshot } from '../../person/snapshot-shape';
import type { ReportName } from '../../person/places';
import type { StateReader } from '../../person/state-reader';
import type { Asked, Kind } from './kinds';
import type { Proof } from './proof';

/** How CIPP speaks of what it did. Its results carry no step name, only sentences (docs/cipp.md, An offboarding). */
export interface Sentences {
	/** That say it is done, or that there was nothing to do. */
	done: RegExp[];
	/** That say it is not. */
	failed: RegExp[];
	/** That name what was done beside what was not. */
	partly?: RegExp[];
}

export type ProfileName = 'standard' | 'immediate' | 'contractor' | 'litigation';

/** Everything there is to know of one step of an offboarding. */
export interface Declaration<Value> extends Sentences {
	/** Its name in the editor, in reports and in evidence. */
	label: string;
	/** For a technician, below the field. */
	help: string;
	/** Fields stand in the editor in the order of these; tens leave room between them. */
	place: number;
	field: Kind<Value>;
	/** First CIPP that knows the step, where that is newer than 10.7. */
	since?: string;

	/** CIPP's command; a step that throws is reported as `Failed to execute <command> : …`. */
	command: string;
	/** CIPP may do it without a word; then what is read counts alone. */
	isSilent?: true;
	/** Finds the name of what CIPP leaves to another of its steps, in what it says. */
	leaves?: RegExp;
	/** CIPP only plans the step, and does it in a task of its own, which speaks in these. */
	laterTask?: Sentences;
	/** The request that does it without CIPP's job; null when there is nothing to do. */
	atOnce?(person: AtOnce): CippRequest | null | Promise<CippRequest | null>;
	/** Place among the steps of a lock-out. */
	lockOut?: number;
	/** CIPP answers with the new password. */
	givesPassword?: true;

	/** What profiles make of it: switched on, or ruled out even where the tenant's defaults have it. */
	profiles?: Partial<Record<ProfileName, boolean>>;
	/** No default of a tenant counts for it: CIPP keeps none. */
	hasNoDefault?: true;

	/** What a snapshot says of the thing that it changes. */
	before(snapshot: Snapshot): string;
	/** What it will do to this person, with counts and names. */
	will(snapshot: Snapshot, asked: Asked<Value>): string;
	/** Parts of a snapshot without which a plan cannot tell what will happen. */
	needs?: Array<keyof Snapshot>;
	/** CIPP works from its cached report of this part, not from the tenant. */
	fromReport?: ReportName;
	/** Find the owner of such a place in what CIPP says of it. */
	placeIn?: RegExp[];
	/** What there is to know and to do when the account is synced from a local Active Directory. */
	synced?: {
		says: string;
		cure: string;
		/** When it was not done. */
		advice?: string;
	};
	/** Something that a report says of it, whatever came of it; null where there is nothing to say. */
	warns?(person: { account: Account; isToBeDeleted: boolean }): string | null;

	/** Whether it is true now. Throws `CannotRead` where nobody can tell. */
	isTrue(look: Look<Value>): Promise<Proof>;
	/** The same once the account is deleted; left out where it cannot be read any more. */
	whenDeleted?(look: Pick<Look<Value>, 'state' | 'account'>): Promise<Proof>;
	/** The date that has to be newer than before; where it was not known before, it proves nothing. */
	comparedWith?: 'sessionsValidFrom' | 'passwordChanged';
	/** What the person no longer has once it is true. */
	ends?: Array<'sign-in' | 'licences' | 'account'>;
}

/** What a request of its own is made from. */
export interface AtOnce {
	tenantFilter: string;
	account: Account;
	state: StateReader;
}

/** What is said to be true of one step. */
export interface Claim<Value = unknown> {
	/** The person as the tenant knew them before anything was sent. */
	account: Account;
	asked: Asked<Value>;
	/** Names of what CIPP leaves to another of its steps, such as groups that give licences. */
	left: string[];
	/** Where the person had rights before, and where CIPP says that it took them away. */
	places: string[];
	/** Deleting the account was asked for as well. */
	isToBeDeleted: boolean;
}

/** What a proof has to go by. */
export interface Look<Value> extends Claim<Value> {
	state: StateReader;
	/** The account as it is now. */
	now: Row;
}

export interface DeclaredStep<Name extends string = string, Value = unknown>
	extends Declaration<Value> {
	/** Name of CIPP's option. */
	name: Name;
}

/** Declares a step under the name of the option that asks CIPP for it. */
export const step = <const Name extends string, Value>(
	name: Name,
	declaration: Declaration<Value>,
): DeclaredStep<Name, Value> => ({ name, ...declaration });

/** What options ask of a step. */
export function askedOf<Value>(
	{ name, field }: DeclaredStep<string, Value>,
	options: object,
): Asked<Value> {
	const values = options as Record<string, unknown>;
	const modifier = field.modifier !== undefined && values[field.modifier.option] === true;
	return { value: values[name] as Value, modifier };
}

/** The options that ask this of a step. */
export function optionsFor<Value>(
	{ name, field }: DeclaredStep<string, Value>,
	{ value, modifier }: Asked<Value>,
): Record<string, unknown> {
	return { [name]: value, ...(field.modifier ? { [field.modifier.option]: modifier } : {}) };
}
