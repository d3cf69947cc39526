import type { CippAnswer } from './request';

/**
 * A body as data. CIPP sends plain text, JSON, and JSON inside a JSON string, whatever the content
 * type says (contract 1.4), so everything that parses is parsed.
 */
export function parseBody(body: unknown): unknown {
	if (typeof body !== 'string') return body ?? null;
	const text = body.trim();
	if (text === '') return '';
	try {
		const parsed: unknown = JSON.parse(text);
		return typeof parsed === 'string' ? parseNested(parsed) : parsed;
	} catch {
		return body;
	}
}

function parseNested(text: string): unknown {
	if (!/^\s*[[{]/.test(text)) return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** A page or another document for a browser, whatever it begins with: CIPP's own answers never do. */
export function isHtml(body: unknown): boolean {
	return typeof body === 'string' && /^\s*</.test(body);
}

/** The address of CIPP's user interface, and whatever stands before CIPP, answer with a page and status 200. */
export function isPage({ headers, body }: CippAnswer): boolean {
	const isText = typeof body === 'string' && body.trim() !== '';
	return isHtml(body) || (isText && /^text\/html\b/i.test(headers['content-type'] ?? ''));
}

/** What one endpoint hands to CIPP's core without its wrapping comes as a body inside the body. */
export function wholeAnswer(answer: CippAnswer): CippAnswer {
	const { body } = answer;
	if (!isObject(body) || Object.keys(body).sort().join() !== 'Body,StatusCode') return answer;
	return { ...answer, status: Number(body.StatusCode) || answer.status, body: body.Body };
}

/** A plain object, not an array and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
