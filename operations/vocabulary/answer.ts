/** What code of an operation's own does; each node says which code it has for it. */
export type OwnWork =
	| 'apiRequest'
	| 'offboard'
	| 'plan'
	| 'start'
	| 'startPlan'
	| 'wait'
	| 'list'
	| 'get'
	| 'cancel'
	| 'runNow'
	| 'verify'
	| 'verifyReport'
	| 'retry'
	| 'snapshot'
	| 'planRestore'
	| 'restore'
	| 'evidence';

/** How to read the answer. */
export type Answer =
	/** A list; `simple` names the columns that are kept by Simplify. */
	| {
			kind: 'rows';
			simple: string[];
			/** The list stands under this name in an object. */
			under?: string;
			/** The list holds names instead of objects; they become this column. */
			names?: string;
			/** The sentence that stands in the place of an empty list. */
			nothing?: RegExp;
	  }
	/** One row. */
	| {
			kind: 'row';
			missing: string;
			/** `Results` is one of its columns, and not the row itself. */
			whole?: true;
			/** A row with this column only tells why there is none. */
			excuse?: string;
	  }
	/** A file, which becomes binary data; `name` is without the ending. */
	| { kind: 'file'; name: string; missing: string }
	/** Sentences about what was done. */
	| {
			kind: 'outcome';
			/** An empty answer is how this endpoint says that it worked. */
			silenceIsSuccess?: true;
			/** Success means that CIPP has taken the order, not that it is done. */
			onlyQueues?: true;
			/** Texts that look like failures and are not, or the other way round. */
			benign?: RegExp[];
			failing?: RegExp[];
	  }
	/** Whatever code of the operation's own makes of its requests. */
	| { kind: 'own'; work: OwnWork };

export const rows = (...simple: string[]): Answer => ({ kind: 'rows', simple });
export const rowsUnder = (under: string, ...simple: string[]): Answer => ({
	kind: 'rows',
	simple,
	under,
});
export const row = (missing: string, excuse?: string): Answer => ({
	kind: 'row',
	missing,
	...(excuse === undefined ? {} : { excuse }),
});
export const wholeRow = (missing: string): Answer => ({ kind: 'row', missing, whole: true });
export const file = (name: string, missing: string): Answer => ({ kind: 'file', name, missing });
export const outcome = (
	options: Omit<Extract<Answer, { kind: 'outcome' }>, 'kind'> = {},
): Answer => ({
	kind: 'outcome',
	...options,
});
