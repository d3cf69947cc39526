import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { lockOfClone, projectRoot } from '../../programs/dependencies.mjs';
import { alone } from '../../programs/lock.mjs';
import { startNpm } from '../../programs/npm.mjs';
import { finished, start } from '../../programs/processes.mjs';

const cache = join(projectRoot, 'node_modules/.cache');

/** The package as npm would publish it, unpacked, for the tests of one file. */
export function usePackedPackage(): { folder: string } {
	const packed = { folder: '' };
	let temporary: string;
	beforeAll(async () => {
		// Below the clone's own node_modules, where the package finds n8n-workflow as it does inside n8n.
		await mkdir(cache, { recursive: true });
		temporary = await mkdtemp(join(cache, 'packed-'));
		await alone(lockOfClone('build'), async () => {
			if (!isBuilt()) await npm('run', 'build');
			await npm('pack', '--ignore-scripts', '--pack-destination', temporary);
		});
		const [archive] = readdirSync(temporary);
		await finished('Unpacking', start('tar', ['-xzf', archive], { cwd: temporary }));
		packed.folder = join(temporary, 'package');
	}, 120_000);
	afterAll(async () => await rm(temporary, { recursive: true, force: true }));
	return packed;
}

async function npm(...args: string[]): Promise<void> {
	await finished(`npm ${args.join(' ')}`, startNpm(args, { cwd: projectRoot }));
}

/** Whether what would be packed is newer than every source. */
function isBuilt(): boolean {
	// The last thing that a build makes.
	const proof = join(projectRoot, 'dist/nodes/Cipp/__schema__');
	if (!existsSync(proof)) return false;
	const rooms = ['cipp', 'credentials', 'lab/schema', 'n8n', 'nodes', 'offboarding', 'operations'];
	const sources = rooms.flatMap((room) => filesIn(join(projectRoot, room)));
	return (
		Math.max(...sources.map(changed)) <=
		Math.max(...filesIn(join(projectRoot, 'dist')).map(changed))
	);
}

const changed = (file: string): number => statSync(file).mtimeMs;

/** Every file below a folder, with its full path. */
export function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}
