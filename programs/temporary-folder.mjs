import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenEnding } from './endings.mjs';
import { isRunning } from './lock.mjs';

const prefix = 'n8n-nodes-cipp-';
const oneHourInMs = 3_600_000;

/**
 * A folder that goes away with the run, or earlier with `remove`.
 *
 * @param {string} purpose "demo"
 */
export async function temporaryFolder(purpose) {
	await removeThoseOfKilledRuns();
	const path = await mkdtemp(join(tmpdir(), `${prefix}${purpose}-${process.pid}-`));
	return { path, remove: whenEnding(() => removeFolder(path)) };
}

async function removeThoseOfKilledRuns() {
	for (const name of await readdir(tmpdir())) {
		const pid = new RegExp(`^${prefix}[a-z0-9]+-(\\d+)-`).exec(name)?.[1];
		if (!pid || isRunning(Number(pid))) continue;
		const path = join(tmpdir(), name);
		const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
		if (Date.now() - mtimeMs > oneHourInMs) await removeFolder(path).catch(() => {});
	}
}

/**
 * Removes a folder, also while the programs that wrote to it are still letting go of its files.
 *
 * @param {string} path
 */
export async function removeFolder(path) {
	await rm(path, { recursive: true, force: true, maxRetries: 8, retryDelay: 100 });
}
