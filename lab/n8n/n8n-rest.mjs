import { randomBytes } from 'node:crypto';
import { Trouble } from '../../programs/endings.mjs';

/**
 * A call to the interface that n8n's editor uses; the path is without `/rest`.
 *
 * @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Rest
 */

/**
 * Creates the owner's account and returns calls in the owner's name.
 *
 * @param {string} address
 * @param {{ email: string, password: string }} login
 * @param {import('../../programs/processes.mjs').Running} program
 * @returns {Promise<Rest>}
 */
export async function signInAsOwner(address, login, program) {
	/** @type {Record<string, string>} */
	const headers = { 'content-type': 'application/json', 'browser-id': randomBytes(8).toString('hex') };

	/**
	 * @param {string} method
	 * @param {string} path
	 * @param {unknown} [body]
	 */
	async function rest(method, path, body) {
		const answer = await fetch(`${address}/rest${path}`, {
			method,
			headers,
			body: body === undefined ? undefined : JSON.stringify(body),
		}).catch((cause) => {
			throw new Trouble('n8n does not answer any more.', { output: program.output(), cause });
		});
		const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
		if (cookies.length > 0) headers.cookie = cookies.join('; ');
		const text = await answer.text();
		if (answer.ok) return JSON.parse(text).data;
		throw new Trouble(`n8n refused ${method} /rest${path} with status ${answer.status}: ${text.slice(0, 500)}`);
	}

	await rest('POST', '/owner/setup', { firstName: 'Robin', lastName: 'Owner', ...login });
	return rest;
}
