import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from '../../programs/dependencies.mjs';

let clone: string;
beforeEach(async () => {
	clone = await mkdtemp(join(tmpdir(), 'clone-test-'));
	await writeFile(join(clone, 'package-lock.json'), 'lock 1');
});
afterEach(() => rm(clone, { recursive: true }));

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function npmCi() {
	await mkdir(join(clone, 'node_modules'));
	await writeFile(join(clone, 'node_modules/.package-lock.json'), '');
}

describe('isInstalled', () => {
	it('is false in a fresh clone and after an interrupted npm ci', async () => {
		expect(isInstalled(clone)).toBe(false);
		await mkdir(join(clone, 'node_modules/vitest'), { recursive: true });
		expect(isInstalled(clone)).toBe(false);
	});

	it('is true after npm ci by hand, until the lock file changes', async () => {
		await utimes(join(clone, 'package-lock.json'), minutesAgo(9), minutesAgo(9));
		await npmCi();
		expect(isInstalled(clone)).toBe(true);

		const record = join(clone, 'node_modules/.package-lock.json');
		await utimes(record, minutesAgo(5), minutesAgo(5));
		await writeFile(join(clone, 'package-lock.json'), 'lock 2');
		expect(isInstalled(clone)).toBe(false);
	});

	it('goes by the noted lock file, whatever the times say', async () => {
		await npmCi();
		await writeFile(join(clone, 'node_modules/.installed-from'), 'digest of another lock file');
		expect(isInstalled(clone)).toBe(false);
	});
});
