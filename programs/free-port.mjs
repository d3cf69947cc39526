import { createServer } from 'node:net';

/**
 * A port of 127.0.0.1 that nobody listens on. Below the range that systems hand out by themselves, so that
 * it is still free when the program that shall have it gets to listening.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
	for (let attempt = 0; attempt < 100; attempt++) {
		const port = 20_000 + Math.floor(Math.random() * 12_000);
		if (await isFree(port)) return port;
	}
	throw new Error('No free port was found on 127.0.0.1 between 20000 and 32000.');
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
	return new Promise((resolve) => {
		const server = createServer()
			.once('error', () => resolve(false))
			.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
