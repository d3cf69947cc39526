import { isObject } from './body';
import { secretsWithin, withoutSecrets } from './secrets';
import { sentencesIn, type Mark } from './sentence';

/** A sentence of CIPP's, before anyone has judged it. */
export interface Said {
	text: string;
	/** What CIPP offers to copy: a password, a link. */
	copy?: string;
	/** Whom it is about, where CIPP says so beside the sentence. */
	about?: string;
	/** How CIPP itself marks it. */
	mark?: Mark;
}

/** Every sentence in an answer, wherever CIPP put it. */
export function saidIn(body: unknown): Said[] {
	if (body === null || body === undefined || body === '') return [];
	if (typeof body === 'string') return sentencesIn(withoutDump(body)).map((text) => ({ text }));
	if (Array.isArray(body)) return body.flatMap(saidIn);
	if (!isObject(body)) return [{ text: String(body) }];

	const results = field(body, 'Results');
	const told = [...markedAs(saidIn(results), markOf(body)), ...errorsBeside(body)];
	if (told.length > 0) return told;

	const text = ['resultText', 'result', 'message'].map((name) => field(body, name)).find(isGiven);
	const mark = markOf(body);
	// Success true or false and nothing else said: the whole object is all there is to show.
	if (text === undefined)
		return mark && !isGiven(results) ? [{ text: JSON.stringify(body), mark }] : [];
	const copy = typeof body.copyField === 'string' ? { copy: body.copyField } : {};
	const about = typeof body.username === 'string' ? { about: body.username } : {};
	return [{ text: withoutDump(sentence(text)), ...copy, ...about, ...(mark ? { mark } : {}) }];
}

/**
 * As one text, for a person and without secrets: the beginning of the body where it holds nothing that looks
 * like a sentence.
 */
export const sentenceOf = (body: unknown): string =>
	withoutSecrets(textOf(beginning(body)), secretsWithin(body));

/** Nobody reads more of a failure, and what looks through it must not take seconds. */
const beginning = (body: unknown): unknown =>
	typeof body === 'string' ? body.slice(0, 8_000) : body;

function textOf(body: unknown): string {
	if (Array.isArray(body)) return textOfList(body);
	const said = saidIn(body).map(({ text }) => withoutPlace(text).trim());
	if (said.length > 0) return said.filter(Boolean).join('; ');
	if (!isObject(body)) return '';
	const held = holders.map((name) => field(body, name)).filter((value) => value !== undefined);
	if (held.length === 0) return cut(JSON.stringify(body));
	return held.filter(isGiven).map(textOf).find(Boolean) ?? '';
}

/** Rows are no sentences: the first few tell what they are, and nobody reads the others in an error. */
function textOfList(entries: unknown[]): string {
	const more = entries.length - mostShown;
	const said = entries.slice(0, mostShown).map(textOf).filter(Boolean).join('; ');
	return more > 0 ? `${said}; and ${more} more` : said;
}

const mostShown = 20;
const longestShown = 300;
const cut = (text: string): string =>
	text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;

/** What an error shows of a body: n8n stores and logs it, and CIPP refuses lists with the whole list. */
export function shortened(value: unknown): unknown {
	if (typeof value === 'string') return value.length > 2_000 ? `${value.slice(0, 2_000)}…` : value;
	if (Array.isArray(value)) return value.slice(0, mostShown).map(shortened);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortened(inner)]));
}

/** Where CIPP's endpoints put their sentence. */
const holders = ['results', 'resultText', 'errors', 'error', 'result', 'message'];

/** An empty list beside the error is no answer. */
const isGiven = (value: unknown): boolean =>
	value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length);

/** Where CIPP's own script stood when it threw is of no use to anybody. */
const withoutPlace = (text: string): string =>
	text.replace(/(?:Graph Error: )?Exception at \S+\.ps1:\d+ - /g, '');

/** ExecMailboxRestore says by colour alone that Exchange's words are those of a refusal. */
function markedAs(messages: Said[], mark: Mark | undefined): Said[] {
	return mark === 'failed' ? messages.map((message) => ({ ...message, mark })) : messages;
}

/** What went wrong can stand beside results that all look fine: as one text, one object, or several. */
function errorsBeside(body: Record<string, unknown>): Said[] {
	return ['errors', 'error']
		.flatMap((name) => [field(body, name)].flat())
		.filter((error) => error !== undefined && error !== null && error !== '' && error !== false)
		.filter((error) => !isObject(error) || Object.keys(error).length > 0)
		.map((error) => ({ text: errorText(error), mark: 'failed' as const }));
}

function errorText(error: unknown): string {
	if (!isObject(error)) return sentence(error);
	return sentence(field(error, 'message') ?? field(error, 'resultText') ?? error);
}

function markOf(body: Record<string, unknown>): Mark | undefined {
	const success = field(body, 'success');
	const state = String(field(body, 'state') ?? '').toLowerCase();
	const isDanger = field(body, 'colour') === 'danger' || field(body, 'IsError') === true;
	if (success === false || isDanger || state === 'error' || state === 'failed') return 'failed';
	if (state === 'warning' || state === 'info') return state;
	if (success === true || state === 'success') return 'succeeded';
	return undefined;
}

/** CIPP's keys differ in case between endpoints. */
function field(body: Record<string, unknown>, name: string): unknown {
	const key = Object.keys(body).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
	return key === undefined ? undefined : body[key];
}

function sentence(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** PowerShell writes a whole object into some sentences; its message is what it says. */
function withoutDump(text: string): string {
	return text.replace(/@\{(?:[^{}]*?; )?(?:Message|value)=([^;}]*)[\s\S]*$/i, '$1').trim() || text;
}
