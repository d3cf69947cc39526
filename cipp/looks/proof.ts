import type { CippAnswer, CippRequest } from '../request';
import type { Row } from '../rows';

/** What is read for a look, with everything filled in. */
export type Reading =
	/** One object or a collection of Microsoft Graph. */
	| { graph: string; tenant: string; query: Record<string, string> }
	/** Nothing: why nobody can see it. */
	| { unseen: string }
	/** Any other list. */
	| {
			request: CippRequest;
			/** The rows of its answer; throws where that is a failure. */
			rows: (answer: CippAnswer) => Row[];
			/** An empty answer is none. */
			emptyIsUnread?: true;
	  };

/** What must be true of a column. */
export type Condition =
	/** Softly: another value is none that can be compared, since CIPP may write it otherwise. */
	| { is: unknown; softly?: true }
	| { has: unknown[]; key?: string }
	| { lacks: unknown[]; key?: string }
	| { only: unknown[]; key?: string }
	| { like: RegExp }
	| { says: string }
	| { changed: true }
	| { moved: true }
	| { begun: Record<string, unknown>; at: string };

/** Which row: by column, any of several with `|`. */
export type Where = Record<string, unknown>;

/** What proves that a change was made. */
export interface Proof {
	reading: Reading;
	/** In words, for whoever reads the verdict. */
	read: string;
	/** One for each row that is looked for; one without columns where there is only one row. */
	wheres: Where[];
	must: 'be there' | 'be gone' | 'be one more';
	columns: Record<string, Condition>;
	/** Milliseconds between the looks, from the change on; at the end it is not so, or nobody knows. */
	pauses: number[];
	endsOpen: boolean;
	before: boolean;
	/** It proves that an order was taken, not that it was carried out. */
	ofOrder: boolean;
	/** Unread, nobody knows what became of it. */
	elseUnknown?: true;
	/** Where there is no such thing at all, it is looked for here. */
	orElse?: Proof;
	anchor?: Where;
	/** What the look cannot tell. */
	beware?: string;
}

/** What a reading gave. */
export type Seen =
	| { rows: Row[] }
	/** There is no such thing, in Microsoft's own words. */
	| { isGone: true }
	| { notRead: string; permission?: string };

/** What a look amounts to: true, false, or null where nobody can tell. */
export interface Verdict {
	verified: boolean | null;
	read: string;
	expected: string;
	found: string | null;
	/** Why nobody can tell. */
	reason?: string;
	/** Permission of CIPP without which it could not be read. */
	permission?: string;
	/** It was so before the change. */
	alreadySo?: true;
	/** Nobody knows what became of the order. */
	isUnknown?: true;
	beware?: string;
}
