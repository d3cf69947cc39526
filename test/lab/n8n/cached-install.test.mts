import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cachedInstall, isCached } from '../../../lab/n8n/cached-install.mjs';

let cache: string;
beforeEach(async () => {
	cache = await mkdtemp(join(tmpdir(), 'cache-test-'));
	vi.stubEnv('N8N_NODES_CIPP_CACHE', cache);
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(cache, { recursive: true });
});

const fill = vi.fn(async (folder: string) => {
	await sleep(20);
	await writeFile(join(folder, 'program'), 'v1');
});
beforeEach(() => void fill.mockClear());

it('installs once for all runs, also for two at the same time', async () => {
	await Promise.all([cachedInstall('tool-1', fill), cachedInstall('tool-1', fill)]);
	const folder = await cachedInstall('tool-1', fill);

	expect(fill).toHaveBeenCalledTimes(1);
	expect(await readFile(join(folder, 'program'), 'utf8')).toBe('v1');
	expect(await readdir(cache)).toEqual(['tool-1']);
});

it('leaves nothing of an installation that failed', async () => {
	const broken = async (folder: string) => {
		await writeFile(join(folder, 'half'), '');
		throw new Error('no network');
	};
	await expect(cachedInstall('tool-1', broken)).rejects.toThrow('no network');

	expect(await readdir(cache)).toEqual([]);
});

it('never reuses what an interrupted run left behind', async () => {
	await mkdir(join(cache, 'tool-1'));
	await writeFile(join(cache, 'tool-1', 'half'), '');
	await mkdir(join(cache, 'tool-1.unfinished-1'));

	expect(isCached('tool-1')).toBe(false);
	const folder = await cachedInstall('tool-1', fill);
	expect((await readdir(folder)).sort()).toEqual(['complete', 'program']);
	expect(await readdir(cache)).toEqual(['tool-1']);
});
