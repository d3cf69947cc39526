/**
 * How the effect of a change can be seen: which read shows it, how its row is found, and what must be true
 * of it. Texts with braces stand for what was sent: `{ID}` under that wire name, `{ID|me}` with what is meant
 * without it, `{answer.userId}` in the item that came out, `{subject}` what the item is about, `{tenant}` and
 * `{tenantId}` its tenant. What was not sent is not looked at.
 */

/** What something is compared with. */
export type Literal = string | number | boolean | null;

/** What was sent under a name, changed a little before it is compared. */
export interface Sent {
	sent: string;
	as: (value: unknown) => unknown;
}

type Value = Literal | Literal[] | Sent;

/** What must be true of a column; a plain value: it has this one. Null: the column is there, and empty. */
export type Wanted =
	| Literal
	| Sent
	/** The same, but another value is none that can be compared: CIPP or Microsoft may write it otherwise. */
	| { softly: Value }
	| { has: Value; key?: string }
	| { lacks: Value; key?: string }
	| { only: Value; key?: string }
	| { like: RegExp }
	/** A text, whatever Exchange puts around it as HTML. */
	| { says: string }
	/** Filled, and another than before: for what Microsoft calls by another name than it was sent by. */
	| { changed: true }
	/** A date that the change sets: not before it was sent. */
	| { moved: true }
	/** The list holds an entry like this, begun not before the change was sent. */
	| { begun: Record<string, Literal>; at: string };

/** Which read. */
export type LookAt =
	/** One object of Microsoft Graph, or the collection at a path, narrowed by a filter. */
	| { graph: string; select?: string[]; filter?: string; version?: 'v1.0' }
	/** What a command of Exchange Online gives. */
	| { exchange: string; parameters?: Record<string, string>; compliance?: true }
	/** An operation of the same resource that reads. */
	| { operation: string; fields?: Record<string, string> }
	/** None: why nobody can see it. */
	| { unseen: string }
	/** A list of CIPP that stands elsewhere. */
	| {
			endpoint: string;
			role: string;
			/** Wire name under which it takes the tenant. */
			tenant?: string;
			query?: Record<string, string>;
			under?: string;
	  };

/** How long it may take until the change shows; `slow`: longer than anybody waits, so it is only asked for. */
export type Lag = 'table' | 'graph' | 'exchange' | 'slow';

/** What was sent under a name: anything, nothing, one of these, or another. */
export type When = { sent: string; is?: Literal[]; isNot?: Literal; absent?: true };

export interface Look {
	at: LookAt;
	/** Columns by which the row is found, any of several with `|`; a list that was sent: a row for each. */
	where?: Record<string, Literal | RegExp | Sent>;
	must: 'be there' | 'be gone' | 'be one more';
	columns?: Record<string, Wanted>;
	lag: Lag;
	/** Read before the change as well: else what was so already cannot be told from what the change did. */
	before?: true;
	/** Shows that an order was taken: looked at where CIPP says that it is queued, and only there. */
	ofOrder?: true;
	/** Where it cannot be read, nobody knows what became of it, whatever CIPP says. */
	elseUnknown?: true;
	/** Only where this was sent, and as it says. */
	when?: When[];
	/** Once for each of a list that was sent: `{each}`, or `{each.name}` in it. */
	each?: string | Sent;
	/** Read first: what somebody is called there, as `{via}`; as it was sent where there is no such thing. */
	via?: { at: LookAt; column: string; else: string };
	/** Where there is no such thing at all, it is looked for here. */
	orElse?: Look;
	/** Whatever else was sent has to be there as well, but for these names. */
	rest?: string[];
	/** A list without such a row was not read. */
	anchor?: Record<string, Literal | RegExp>;
	/** What it cannot tell. A sentence without a full stop. */
	beware?: string;
}

const of = (at: LookAt, lag: Lag, more: Omit<Look, 'at' | 'lag'>): Look => ({ at, lag, ...more });

/** One object of Microsoft Graph has these values. */
export const graphObject = (path: string, columns: Record<string, Wanted> = {}): Look =>
	of({ graph: path, select: selected(columns) }, 'graph', { must: 'be there', columns });

/** Columns of an object are asked for by name: some are only given then. */
function selected(columns: Record<string, Wanted>): string[] {
	return [...new Set(['id', ...Object.keys(columns).map((path) => path.split('.')[0])])];
}

/** An account, by user principal name or object ID. */
export const account = (columns: Record<string, Wanted>, who = '{subject}'): Look =>
	graphObject(`users/${who}`, columns);

/** What stands at a path of Microsoft Graph that takes no choice of columns. */
export const graphPart = (path: string, columns: Record<string, Wanted> = {}): Look =>
	of({ graph: path }, 'graph', { must: 'be there', columns });

/** One of a collection of Microsoft Graph. */
export const graphRow = (
	at: string | { path: string; filter?: string; select?: string[] },
	where: Look['where'],
	columns: Record<string, Wanted> = {},
): Look => {
	const { path, ...more } = typeof at === 'string' ? { path: at } : at;
	return of({ graph: path, ...more }, 'graph', { where, must: 'be there', columns });
};

/** What a command of Exchange gives for one thing. */
export const exchange = (
	command: string,
	parameters: Record<string, string>,
	columns: Record<string, Wanted> = {},
): Look => of({ exchange: command, parameters }, 'exchange', { must: 'be there', columns });

/** One row of what a command of Exchange lists. */
export const exchangeRow = (
	command: string,
	parameters: Record<string, string>,
	where: Look['where'],
	columns: Record<string, Wanted> = {},
): Look => ({ ...exchange(command, parameters, columns), where });

/** The same, of the compliance centre. */
export const compliance = (look: Look): Look => ({
	...look,
	at: { ...look.at, compliance: true } as LookAt,
});

/** A mailbox, as Exchange has it. */
export const inMailbox = (columns: Record<string, Wanted>, which = '{subject}'): Look =>
	exchange('Get-Mailbox', { Identity: which }, columns);

/** A row of a list of the same resource, in CIPP's own tables. */
export const inList = (
	operation: string,
	where: Look['where'],
	columns: Record<string, Wanted> = {},
	fields: Record<string, string> = {},
): Look => of({ operation, fields }, 'table', { where, must: 'be there', columns });

/** The one row that an operation of the same resource gives. */
export const inRow = (
	operation: string,
	columns: Record<string, Wanted>,
	fields: Record<string, string> = {},
): Look => of({ operation, fields }, 'table', { must: 'be there', columns });

/** A row of a list of CIPP that stands elsewhere. */
export const elsewhere = (
	at: Extract<LookAt, { endpoint: string }>,
	where: Look['where'],
	columns: Record<string, Wanted> = {},
): Look => of(at, 'table', { where, must: 'be there', columns });

/** What CIPP has planned. */
export const planned = (where: Look['where'], columns: Record<string, Wanted> = {}): Look => ({
	...elsewhere(
		{ role: 'CIPP.Scheduler.Read', endpoint: 'ListScheduledItems', tenant: 'tenantFilter' },
		where,
		columns,
	),
	ofOrder: true,
});

/** No longer there. */
export const gone = (look: Look): Look => ({ ...look, columns: {}, must: 'be gone' });

/** One more of these than before: for what has no ID until it is made. */
export const oneMore = (look: Look): Look => ({ ...look, must: 'be one more', before: true });

/** Also read before the change. */
export const readBefore = (look: Look): Look => ({ ...look, before: true });

/** Looked at only where this was sent. */
export const ifSent = (sent: string, look: Look, ...is: Literal[]): Look =>
	under(look, { sent, ...(is.length > 0 ? { is } : {}) });

/** Looked at only where this was not sent. */
export const ifNotSent = (sent: string, look: Look): Look => under(look, { sent, absent: true });

/** Looked at unless this was sent so. */
export const unless = (sent: string, isNot: Literal, look: Look): Look =>
	under(look, { sent, isNot });

const under = (look: Look, when: When): Look => ({ ...look, when: [...(look.when ?? []), when] });

/** The first of these places in which there is such a thing. */
export const firstOf = (look: Look, ...others: Look[]): Look => {
	const [next, ...further] = others;
	return next ? { ...look, orElse: firstOf(next, ...further) } : look;
};

/** Whatever else was sent is a column of the same name. */
export const andWhatElseWasSent = (look: Look, ...but: string[]): Look => ({ ...look, rest: but });

/** Found by the display name of an account, which stands as `{via}` in the look. */
export const byDisplayName = (who: string, look: Look): Look => ({
	...look,
	via: {
		at: { graph: `users/${who}`, select: ['id', 'displayName'] },
		column: 'displayName',
		else: who,
	},
});

/** Once for each of a list that was sent, which stands as `{each}` in the look. */
export const forEach = (list: string | Sent, look: Look): Look => ({ ...look, each: list });

/** What nobody can see of a change of which CIPP's word is worth nothing: it is always open. */
export const unseen = (why: string): Look => of({ unseen: why }, 'table', { must: 'be there' });

/** The same, where this was sent. */
export const unseenIf = (sent: string, why: string): Look => ifSent(sent, unseen(why));

/** Shows that an order was taken, where CIPP's word alone is worth nothing: unread, the status is unknown. */
export const ofOrder = (look: Look): Look => ({ ...look, ofOrder: true, elseUnknown: true });

/** Takes longer than anybody waits. */
export const slowly = (look: Look): Look => ({ ...look, lag: 'slow' });
/** Exchange shows it after some seconds. */
export const asExchange = (look: Look): Look => ({ ...look, lag: 'exchange' });
/** Microsoft Graph shows it after some seconds. */
export const asGraph = (look: Look): Look => ({ ...look, lag: 'graph' });

/** A list without such a row was not read; without columns any row will do. */
export const anchored = (look: Look, anchor: Look['anchor'] = {}): Look => ({ ...look, anchor });

/** What the look cannot tell. */
export const beware = (words: string, look: Look): Look => ({ ...look, beware: words });

export const sent = (wire: string, as: (value: unknown) => unknown = (value) => value): Sent => ({
	sent: wire,
	as,
});

/** The same columns as were sent, by their names. */
export const asSent = (...names: string[]): Record<string, Wanted> =>
	Object.fromEntries(names.map((name) => [name, `{${name}}`]));

export const has = (value: Value, key?: string): Wanted => ({
	has: value,
	...(key ? { key } : {}),
});
export const lacks = (value: Value, key?: string): Wanted => ({
	lacks: value,
	...(key ? { key } : {}),
});
/** These and no other. */
export const only = (value: Value, key?: string): Wanted => ({
	only: value,
	...(key ? { key } : {}),
});
export const like = (pattern: RegExp): Wanted => ({ like: pattern });
export const softly = (value: Value): Wanted => ({ softly: value });
export const says = (text: string): Wanted => ({ says: text });
export const changed: Wanted = { changed: true };
export const moved: Wanted = { moved: true };
export const filled: Wanted = { like: /\S/ };
export const begun = (entry: Record<string, Literal>, at: string): Wanted => ({ begun: entry, at });
