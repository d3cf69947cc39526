import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockOfClone, projectRoot } from '../../programs/dependencies.mjs';
import { alone } from '../../programs/lock.mjs';
import { startNpm } from '../../programs/npm.mjs';
import { finished } from '../../programs/processes.mjs';
import { temporaryFolder } from '../../programs/temporary-folder.mjs';

/**
 * Builds the package and packs it as npm would publish it.
 *
 * @returns {Promise<string>} the packed file; it goes away with the run
 */
export async function packedPackage() {
	const folder = await temporaryFolder('package');
	await alone(lockOfClone('build'), async () => {
		await finished('Building the package', startNpm(['run', 'build'], { cwd: projectRoot }), {
			advice: 'Run "npm run build" to see it alone.',
		});
		await finished('Packing the package', startNpm(['pack', '--pack-destination', folder.path], { cwd: projectRoot }));
	});
	const [file] = await readdir(folder.path);
	return join(folder.path, file);
}
