/**
 * A body as data. CIPP sends plain text, JSON, and JSON inside a JSON string, whatever the content
 * type says (docs/cipp.md, Answers), so everything that parses is parsed.
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

/** A plain object, not an array and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
