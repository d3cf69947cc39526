import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../programs/endings.mjs';
import { startNpm } from '../../programs/npm.mjs';
import { finished } from '../../programs/processes.mjs';
import { progress } from '../../programs/progress.mjs';
import { temporaryFolder } from '../../programs/temporary-folder.mjs';

// Renews lab/n8n/package-lock.json after a change of lab/n8n/package.json: node lab/n8n/n8n-lock.mjs
// The lock file holds what npm needs to install the same packages again, one line each: no addresses, so that
// every registry will do, and no text about the packages.

const recipe = fileURLToPath(new URL('.', import.meta.url));
const notNeeded = ['resolved', 'license', 'funding', 'engines', 'deprecated'];

main(async () => {
	const folder = await temporaryFolder('lock');
	await copyFile(join(recipe, 'package.json'), join(folder.path, 'package.json'));
	await progress("Choosing the versions of n8n's packages", () =>
		finished('Choosing the versions', startNpm(['install', '--package-lock-only', '--ignore-scripts'], { cwd: folder.path })),
	);
	const { packages, ...head } = JSON.parse(await readFile(join(folder.path, 'package-lock.json'), 'utf8'));
	const lines = Object.entries(packages).map(([path, entry]) => {
		const needed = Object.entries(entry).filter(([name]) => !notNeeded.includes(name));
		return `${JSON.stringify(path)}:${JSON.stringify(Object.fromEntries(needed))}`;
	});
	const text = `${JSON.stringify(head).slice(0, -1)},"packages":{\n${lines.join(',\n')}\n}}\n`;
	await writeFile(join(recipe, 'package-lock.json'), text);
	console.log(`${lines.length} packages, ${Math.round(text.length / 1000)} kB`);
});
