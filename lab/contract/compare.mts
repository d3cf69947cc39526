import { readFileSync, writeFileSync } from 'node:fs';
import { listOperations } from '../operations/list.mts';
import { changesAsText, changesBetween } from './changes.mts';
import { compareCode } from './code/compare.mts';
import { summarise, type OpenApi, type Summary } from './openapi.mts';

const table = new URL('openapi-names.json', import.meta.url);
const [target] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const keep = process.argv.includes('--write');

if (!target) {
	console.error(
		[
			'What to compare with?',
			'npm run contract -- openapi.json       a CIPP release carries it, and newer instances answer it at /openapi.json',
			"npm run contract -- --code FOLDER      a folder with the code of CIPP's backend",
		].join('\n'),
	);
	process.exitCode = 1;
} else if (process.argv.includes('--code')) {
	process.exitCode = compareCode(target, keep) > 0 ? 1 : 0;
} else {
	const found = summarise(JSON.parse(readFileSync(target, 'utf8')) as OpenApi);
	const known = JSON.parse(readFileSync(table, 'utf8')) as Record<string, Summary>;
	process.stdout.write(changesAsText(changesBetween(known, found, listOperations())));
	if (keep) {
		const lines = Object.entries(found).map(
			([name, summary]) => `\t${JSON.stringify(name)}: ${JSON.stringify(summary)}`,
		);
		writeFileSync(table, `{\n${lines.join(',\n')}\n}\n`);
	}
}
