/** What one sentence of CIPP's says about an order. */
export type Sense =
	| 'succeeded'
	/** Nothing was to be done, or something worth knowing. */
	| 'note'
	/** Taken, and not done yet. */
	| 'queued'
	/** One sentence about something done and something that was not. */
	| 'partial'
	| 'failed'
	/** Neither a word of success nor one of failure. */
	| 'unknown';

/** What is known of the sentences of an endpoint. */
export interface Expected {
	/** Sentences of success. Where they are named, whatever else does not plainly speak of success is a failure. */
	done?: RegExp[];
	/** Sentences that mean: taken, and not done yet. */
	later?: RegExp[];
	/** Sentences about something done and something that was not. */
	partly?: RegExp[];
	/** Sentences that look like failures and are not. */
	benign?: RegExp[];
	/** Sentences that do not look like failures and are. */
	failing?: RegExp[];
	/** What was sent: names, reasons and addresses are the customer's words, not CIPP's. */
	sent?: string[];
}

/** How CIPP itself marks some of its sentences. */
export type Mark = 'succeeded' | 'info' | 'warning' | 'failed';

/**
 * What a sentence says.
 *
 * The customer's own words decide nothing: what was sent and what stands in quotation marks is taken out
 * before the words are looked at.
 *
 * @param mark CIPP's own; a sentence that it calls a success may still tell of a failure, and one that it
 * only warns of is something that was not done
 */
export function senseOf(sentence: string, expected: Expected = {}, mark?: Mark): Sense {
	const text = sentence.replace(/[‘’]/g, "'").trim();
	const words = withoutNames(text, expected.sent ?? []);
	const declared = senseDeclared(text, words, expected);
	if (mark === 'failed') return declared === 'partial' ? 'partial' : 'failed';
	if (declared !== undefined) return declared;
	if (mark === 'warning') return 'failed';
	if (mark === 'info') return 'note';
	if (isUnfinished(text)) return 'failed';
	if (mark === 'succeeded') return takesBackOrFails(words) ? 'failed' : 'succeeded';
	return senseOfWords(words, expected.done !== undefined);
}

/** Undefined where the endpoint's own sentences do not tell. */
function senseDeclared(text: string, words: string, expected: Expected): Sense | undefined {
	const is = (patterns: RegExp[] = []): boolean => patterns.some((pattern) => pattern.test(text));
	if (is(expected.failing)) return 'failed';
	if (is(expected.partly)) return 'partial';
	if (is(expected.later)) return 'queued';
	if (is(expected.benign)) return 'note';
	return is(expected.done) && !takesBack(words) ? 'succeeded' : undefined;
}

/** @param isClosed the endpoint's sentences of success are known, and this is none of them */
function senseOfWords(words: string, isClosed: boolean): Sense {
	if (alreadySo.test(words)) return 'note';
	if (saysFailure(words)) return 'failed';
	if (nothingToDo.some((pattern) => pattern.test(words))) return 'note';
	if (later.some((pattern) => pattern.test(words))) return 'queued';
	if (isClosed) return plainSuccess.test(words) ? 'succeeded' : 'failed';
	return saysSuccess(words) ? 'succeeded' : 'unknown';
}

/** What CIPP says in one go may be several sentences, with a bar or a line break between them. */
export function sentencesIn(text: string): string[] {
	const parts = text
		.split(/ \| |\r?\n|<br *\/?>/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	return parts.length > 1 ? parts : [text];
}

/** Text in quotation marks; an apostrophe inside a word begins none. */
const quoted = /(^|[\s([{=:,])(?:'[^']*'|"[^"]*"|`[^`]*`)(?=$|[\s.,;:!?)\]}])/g;

/** Shorter values are parts of words more often than names. */
const shortestName = 3;

function withoutNames(text: string, sent: string[]): string {
	const names = [...new Set(sent.map((value) => value.trim()))]
		.filter((value) => value.length >= shortestName)
		.sort((a, b) => b.length - a.length);
	return names.reduce(withoutName, text.replace(/[“”]/g, '"')).replace(quoted, '$1…');
}

/** A group may be called "Failed": at the beginning of a sentence that is CIPP's own word. */
function withoutName(text: string, name: string): string {
	const isWordOfAnswers = !/[a-z0-9]{3}/i.test(name.replace(wordsOfAnswers, ''));
	const literal = name.replace(/[‘’]/g, "'").replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const pattern = new RegExp(`(?<![\\w@])${literal}(?![\\w@])`, 'gi');
	return text.replace(pattern, (found, place: number) =>
		isWordOfAnswers && place === 0 ? found : '…',
	);
}

const verbs =
	`accepted|added|allowed|amended|applied|approved|assigned|blocked|bound|cance?lled|canceled
	|changed|cleaned|cleared|cloned|closed|completed|configured|connected|converted|copied|created
	|deactivated|deleted|deployed|disabled|dismissed|done|edited|enabled|ended|enrolled|excluded|executed
	|finished|fixed|flushed|generated|granted|hidden|imported|included|initiated|installed|invalidated
	|invited|linked|locked|mapped|marked|migrated|moved|opened|paused|processed|promoted|published|purged
	|reactivated|rebooted|reconciled|refreshed|registered|released|removed|renamed|renewed|repaired
	|replaced|requested|rescheduled|reset|resolved|restarted|restored|resumed|retired|revoked|rotated
	|saved|sent|set|shown|snoozed|started|stopped|stored|submitted|suspended|switched|synced|synchronized
	|terminated|triggered|unassigned|unblocked|unhidden|uninstalled|unlinked|unlocked|unsubscribed
	|updated|uploaded|verified|wiped`.replace(/\s/g, '');

const wordsOfAnswers = new RegExp(
	`\\b(?:success(?:ful|fully)?|${verbs}|failed|failures?|errors?|exception|could|not|cannot|unable|to|be|found|denied|forbidden|invalid|warning|the|of|for|a|an)\\b`,
	'gi',
);

const plainSuccess = /^\W*success(?:ful|fully)?\b/i;
const successStart = new RegExp(`^\\W*(?:success(?:ful|fully)?|${verbs})\\b`, 'i');
/** Also `Repository deleted`, `Domain removed - contoso.com`, `finished_with_success`. */
const successWord = new RegExp(
	[
		'(?<!\\b(?:not|no|0|without|indicate|un) )(?<![a-z])(?:success(?:ful|fully)?|succeeded|up to date)(?![a-z])',
		`(?<!\\b(?:not|n't|never|nothing|be|being|to) (?:\\w+ly )?)\\b(?:${verbs})\\b`,
		'\\b(?:is|are) now\\b',
	].join('|'),
	'i',
);
const saysSuccess = (words: string): boolean => successStart.test(words) || successWord.test(words);

/** How failures begin. */
const failureStart =
	/^\W*(?:failed|failures?|errors?|could ?n[o']t|can ?not|can't|unable|we've failed|invalid|warning:|access denied|denied|forbidden|unauthori[sz]ed|insufficient|refused|exception|bad request|(?:there was )?an? error|function error|not (?:found|allowed|authorized|permitted|supported))(?![\w'])/i;

/** Words that give a failure away anywhere, unless the sentence begins with success. */
const failureWord = new RegExp(
	[
		"\\b(?:failed|failures?|unsuccessful(?:ly)?|exception|could ?n[o']t|can ?not|can't|unable to|not found|not set",
		'invalid_grant|denied|forbidden|unauthori[sz]ed|insufficient|timed out|time-?out|an? error|refused|rejected',
		'aborted|unavailable|bad request|not supported|(?:is|are) required|must be',
		"(?:was|were|did) ?n[o']t|(?:has|have|had|is|are) ?n[o']t (?:been )?(?:\\w+ed|valid|possible)",
		"(?:does|do) ?n[o']t (?:exist|indicate|have (?:sufficient|permission|the required))",
		'error (?:occurred|while|processing|creating)|AADSTS\\d+)\\b',
		'\\berrors?:|\\|Microsoft\\.Exchange',
	].join('|'),
	'i',
);

/** What takes back a success that stands at the beginning. */
const takenBack =
	/\b(?:could|can|was|were|has|have) ?n[o']t (?:yet )?(?:be\b|been\b|\w+ed\b)|\bcan ?not be\b|\b(?:but|however)\b.*(?:\bfail|\bnot\b|n't\b|\bunable|\berror)/i;
const secondHalf =
	/(?:[.;,:)]\s+|\s[-–]\s+)(?:[^.;]*\b(?:failed to|unable to|could ?n[o']t|can ?not|failed:|an? error|errors?:)|(?:failed|failures?|errors?|unable|denied|exception)\b)/i;
const countedFailures =
	/(?:[:,;(]|\b(?:and|with))\s*[1-9]\d* (?:\w+ )?(?:failed|failures?|errors?)\b|\b(?:failed|failures?|errors?): *[1-9]|\b0 \w+, [1-9]\d* failed/i;

/** A tally like `3 successful, 0 failed` must not count as a failure. */
const noFailures =
	/\b(?:0|no|without(?: any)?) (?:failed|failures?|errors?)\b|\b(?:failed|failures?|errors?): *0\b/gi;

function saysFailure(words: string): boolean {
	const text = words.replace(noFailures, '');
	if (successStart.test(text)) return takesBack(text);
	return failureStart.test(text) || failureWord.test(text) || countedFailures.test(text);
}

/** Of a sentence that begins with success only its other half can be about a failure: the first holds a name. */
const takesBack = (words: string): boolean => {
	const text = words.replace(noFailures, '');
	return [takenBack, secondHalf, countedFailures].some((pattern) => pattern.test(text));
};

/** "Error rate is zero" begins like a failure; of what CIPP calls a success only the whole words count. */
const takesBackOrFails = (words: string): boolean =>
	successStart.test(words) ? takesBack(words) : failureWord.test(words.replace(noFailures, ''));

/** `Temporary Access Pass: ` is what is left when there is no pass. */
const isUnfinished = (text: string): boolean => /^[^:.]{1,60}:$/.test(text);

/** Sentences of any endpoint that mean: not done yet. */
const later = [
	/^\W*successfully (?:added|created) (?:a )?(?:scheduled )?task\b/i,
	/\b(?:has|have) been queued\b|\bqueued for\b|\bto (?:the )?queue\b\W*$/i,
	/\bscheduled to run\b/i,
	/^\W*(?:scheduling|scheduled|queued|executing|processing|deploying)\b/i,
];

/** What could not be done because it is so already, or is left alone on purpose. */
const alreadySo =
	/already removed or don't exist\W*$|^\W*skipping\b(?!.*\b(?:failed|errors?|exception)\b)/i;

/** Sentences that only say that there was nothing to do. */
const nothingToDo = [
	/^\W*no\b.*\bfound\b/i,
	/^\W*skipped\b/i,
	/\balready (?:exists?|correct|has|have|references?|inherits?)\b/i,
	/\bnothing to (?:change|do|remove)\b|\bno (?:\w+ )?changes? (?:needed|required)\b/i,
];
