import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../../programs/cache.mjs';
import { whenEnding } from '../../programs/endings.mjs';
import { alone } from '../../programs/lock.mjs';
import { removeFolder } from '../../programs/temporary-folder.mjs';

const marker = 'complete';

/**
 * A folder of the cache that is either complete or not there: it is filled under another name and renamed
 * when its marker is written. What an interrupted run left behind is removed by the next.
 *
 * @param {string} name The folder's name, with the version in it.
 * @param {(folder: string) => Promise<void>} fill
 * @param {{ onWaiting?: () => void }} [options] `onWaiting` is called when another run fills it now.
 * @returns {Promise<string>} the folder
 */
export async function cachedInstall(name, fill, { onWaiting } = {}) {
	const folder = join(cacheFolder(), name);
	if (isComplete(folder)) return folder;
	await alone(
		`${folder}.lock`,
		async () => {
			if (isComplete(folder)) return;
			await removeLeftovers(name);
			const unfinished = `${folder}.unfinished-${process.pid}`;
			const remove = whenEnding(() => removeFolder(unfinished));
			try {
				await mkdir(unfinished, { recursive: true });
				await fill(unfinished);
				await writeFile(join(unfinished, marker), '');
				await rename(unfinished, folder).catch((error) => {
					if (!isComplete(folder)) throw error;
				});
			} finally {
				await remove();
			}
		},
		{ onWaiting },
	);
	return folder;
}

/**
 * @param {string} name
 */
export function isCached(name) {
	return isComplete(join(cacheFolder(), name));
}

/** @param {string} folder */
const isComplete = (folder) => existsSync(join(folder, marker));

/** @param {string} name */
async function removeLeftovers(name) {
	for (const entry of await readdir(cacheFolder())) {
		if (entry === name || entry.startsWith(`${name}.unfinished-`)) await removeFolder(join(cacheFolder(), entry));
	}
}
