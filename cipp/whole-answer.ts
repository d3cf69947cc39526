import { isHtml, isObject } from './body';
import type { CippAnswer } from './request';

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
