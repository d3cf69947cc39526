import { readFile } from 'node:fs/promises';
import { main } from '../programs/endings.mjs';
import { problemsOf } from './release/problems.mjs';

// npm run release-check -- v1.2.3: whether that tag may be published. The release workflow asks.

/** @param {string} name */
const read = async (name) => await readFile(new URL(`../${name}`, import.meta.url), 'utf8');

main(async () => {
	const manifest = await read('package.json');
	const problems = problemsOf(
		JSON.parse(manifest),
		manifest,
		await read('CHANGELOG.md'),
		process.argv[2],
	);
	for (const problem of problems) console.error(problem);
	return problems.length > 0 ? 1 : 0;
});
