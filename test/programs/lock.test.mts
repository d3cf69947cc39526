import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { alone } from '../../programs/lock.mjs';

let folder: string;
let file: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lock-test-'));
	file = join(folder, 'work.lock');
});
afterEach(() => rm(folder, { recursive: true }));

it('lets one in after the other', async () => {
	const log: string[] = [];
	const work = (name: string) => async () => {
		log.push(`${name} in`);
		await sleep(30);
		log.push(`${name} out`);
	};
	const onWaiting = vi.fn();
	await Promise.all(
		['first', 'second'].map(async (name) => await alone(file, work(name), { onWaiting })),
	);

	expect([log.slice(0, 2), log.slice(2)].sort()).toEqual([
		['first in', 'first out'],
		['second in', 'second out'],
	]);
	expect(onWaiting).toHaveBeenCalledTimes(1);
	expect(existsSync(file)).toBe(false);
});

it('opens again when the work fails', async () => {
	await expect(alone(file, () => Promise.reject(new Error('disk full')))).rejects.toThrow(
		'disk full',
	);
	expect(await alone(file, async () => 'free')).toBe('free');
});

it('breaks open the lock of a run that was killed', async () => {
	const { pid } = spawnSync(process.execPath, ['--version']);
	await writeFile(file, JSON.stringify({ host: hostname(), pid }));
	expect(await alone(file, async () => 'free')).toBe('free');
});
