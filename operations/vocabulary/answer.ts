/** How the answers of operations are read: words for what CIPP says, and for what it leaves out. */

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

/** What CIPP's sentences amount to, where the words alone do not tell. */
export interface Sentences {
	/** Sentences of success. Where they are named, anything else that does not begin with "Success" is a failure. */
	done?: RegExp[];
	/** Sentences that mean: taken, and not done yet. */
	later?: RegExp[];
	/** One sentence about something done and something that was not. */
	partly?: RegExp[];
	/** Texts that look like failures and are not. */
	benign?: RegExp[];
	/** Texts that do not look like failures and are. */
	failing?: RegExp[];
}

/** A row of which all these columns match, as text, tells only that nothing was read; empty text for none. */
export type Unread = Record<string, RegExp>;

/**
 * How to ask once more for what a list left out, in a way that fails where Microsoft refuses.
 * `{name}` stands for what was sent under that wire name, `{name|usual}` has what is meant without it.
 */
export type SecondLook =
	/** A path of Microsoft Graph. */
	| { graph: string }
	/** A command of Exchange Online. */
	| {
			exchange: string;
			parameters?: Record<string, string>;
			/** Of the compliance centre, which CIPP cannot tell from an empty answer: it has to give a row. */
			compliance?: true;
	  };

/** A list of what there is. */
export interface ListOfIds {
	endpoint: string;
	query?: Record<string, string>;
	/** Where the list has the ID. */
	column: string;
}

/** The list in which the ID of an update has to stand; by the word under a wire name where there are several. */
export type Existing = {
	/** Where the update has the ID. */
	wire: string;
} & (ListOfIds | { by: string; lists: Record<string, ListOfIds> });

/** What there is to know of rows that CIPP gives although it has read nothing. */
interface Doubts {
	/** Each is enough. */
	unread?: Unread[];
	/** An empty list may be a refusal: asked once more, and only then. */
	empty?: SecondLook;
}

/** Where something that the next node needs stands in the answer, or in which part of a sentence. */
export type Kept = string | RegExp;

/** What CIPP says of a template that it has stored. */
export const keepsTemplateId = { templateId: /\bwith GUID ([\da-f-]{36})/i };

/** How to read the answer. */
export type Answer =
	/** A list; `simple` names the columns that are kept by Simplify. */
	| ({
			kind: 'rows';
			simple: string[];
			/** The list stands under this name in an object. */
			under?: string;
			/** The list holds names instead of objects; they become this column. */
			names?: string;
			/** The sentence that stands in the place of an empty list. */
			nothing?: RegExp;
			/** What comes back is from before the order, which CIPP has only taken. */
			onlyQueues?: true;
	  } & Doubts)
	/** One row. */
	| ({
			kind: 'row';
			missing: string;
			/** `Results` is one of its columns, and not the row itself. */
			whole?: true;
			/** A row with this column only tells why there is none. */
			excuse?: string;
			/** The row is about an order that CIPP has only taken. */
			onlyQueues?: true;
			/** A row like this may be a refusal: asked once more. */
			doubtful?: Unread;
	  } & Doubts)
	/** A file, which becomes binary data; `name` is without the ending. */
	| { kind: 'file'; name: string; missing: string }
	/** Sentences about what was done. */
	| ({
			kind: 'outcome';
			/** An empty answer is how this endpoint says that it worked. */
			silenceIsSuccess?: true;
			/** An empty answer means that CIPP has handed it on and does not say what became of it. */
			silenceIsQueued?: true;
			/** Success means that CIPP has taken the order, not that it is done. */
			onlyQueues?: true;
			/** What stands beside the sentences and the next node needs, by the name of its column. */
			keeps?: Record<string, Kept>;
			/** CIPP does this in several steps: after a failure, what to look at before trying again. */
			inSteps?: string;
	  } & Sentences)
	/** Whatever code of the operation's own makes of its requests. */
	| { kind: 'own'; work: OwnWork };

type Rows = Extract<Answer, { kind: 'rows' }>;
type Row = Extract<Answer, { kind: 'row' }>;
export type OutcomeAnswer = Extract<Answer, { kind: 'outcome' }>;

export const rows = (...simple: string[]): Rows => ({ kind: 'rows', simple });
export const rowsUnder = (under: string, ...simple: string[]): Rows => ({
	kind: 'rows',
	simple,
	under,
});
export const row = (missing: string, excuse?: string): Row => ({
	kind: 'row',
	missing,
	...(excuse === undefined ? {} : { excuse }),
});
export const wholeRow = (missing: string): Row => ({ kind: 'row', missing, whole: true });
export const file = (name: string, missing: string): Answer => ({ kind: 'file', name, missing });
export const outcome = (options: Omit<OutcomeAnswer, 'kind'> = {}): OutcomeAnswer => ({
	kind: 'outcome',
	...options,
});

/** The same list, looked at again where it is empty. */
export const lookingAgain = <A extends Rows | Row>(answer: A, empty: SecondLook): A => ({
	...answer,
	empty,
});
export const inGraph = (path: string): SecondLook => ({ graph: path });
export const inExchange = (
	command: string,
	parameters: Record<string, string> = {},
): SecondLook => ({ exchange: command, parameters });
/** The built-in type is there in every tenant of which the compliance centre can be read. */
export const inCompliance: SecondLook = {
	exchange: 'Get-DlpSensitiveInformationType',
	parameters: { Identity: 'Credit Card Number' },
	compliance: true,
};

/** The same, and rows like these only tell that nothing was read. */
export const butUnread = <A extends Rows | Row>(answer: A, ...unread: Unread[]): A => ({
	...answer,
	unread,
});
export const nothing = /^$/;

/** CIPP does it in several steps: a failure may leave a part of it done, which is to be looked for there. */
export const inSteps = (answer: OutcomeAnswer, lookAt: string): OutcomeAnswer => ({
	...answer,
	inSteps: lookAt,
});
