import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { whenEnding } from './endings.mjs';

const heartbeatInMs = 2000;
const deadAfterMs = 20_000;

/**
 * Does something while no other run on this machine does it. The lock is a file that its holder touches
 * every two seconds, so that a lock whose holder was killed does not stay shut.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ onWaiting?: () => void }} [options] `onWaiting` is called once, when someone else is at it.
 * @returns {Promise<T>}
 */
export async function alone(file, work, { onWaiting } = {}) {
	await mkdir(dirname(file), { recursive: true });
	let told = false;
	while (!(await took(file))) {
		if (await isAbandoned(file)) await breakOpen(file);
		else if (!told) {
			told = true;
			onWaiting?.();
		}
		await sleep(told ? 500 : 10);
	}
	const release = whenEnding(() => rm(file, { force: true }));
	const heartbeat = setInterval(() => {
		const now = new Date();
		utimes(file, now, now).catch(() => {});
	}, heartbeatInMs);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		await release();
	}
}

/** @param {string} file */
async function took(file) {
	try {
		const lock = await open(file, 'wx');
		await lock.writeFile(JSON.stringify({ host: hostname(), pid: process.pid }));
		await lock.close();
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}

/** @param {string} file */
async function isAbandoned(file) {
	try {
		const { mtimeMs } = await stat(file);
		if (Date.now() - mtimeMs > deadAfterMs) return true;
		const { host, pid } = JSON.parse(await readFile(file, 'utf8'));
		return host === hostname() && !isRunning(pid);
	} catch {
		return false; // just released, or just being written
	}
}

/** @param {number} pid */
export function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) !== 'ESRCH';
	}
}

/**
 * Moving a file works for one of several who try.
 *
 * @param {string} file
 */
async function breakOpen(file) {
	const aside = `${file}.abandoned-${process.pid}`;
	await rename(file, aside).then(
		() => rm(aside, { force: true }),
		() => {},
	);
}

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;
