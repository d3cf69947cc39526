import { readFileSync, writeFileSync } from 'node:fs';
import { listOperations } from '../operations/list.mts';
import { changesAsText, changesBetween } from './changes.mts';
import { summarise, type OpenApi, type Summary } from './openapi.mts';

const table = new URL('openapi-names.json', import.meta.url);
const [file] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

if (!file) {
	console.error(
		'Which file? npm run contract -- openapi.json\nA CIPP release carries it, and newer instances answer it at /openapi.json.',
	);
	process.exitCode = 1;
} else {
	const found = summarise(JSON.parse(readFileSync(file, 'utf8')) as OpenApi);
	const known = JSON.parse(readFileSync(table, 'utf8')) as Record<string, Summary>;
	process.stdout.write(changesAsText(changesBetween(known, found, listOperations())));
	if (process.argv.includes('--write')) {
		const lines = Object.entries(found).map(
			([name, summary]) => `\t${JSON.stringify(name)}: ${JSON.stringify(summary)}`,
		);
		writeFileSync(table, `{\n${lines.join(',\n')}\n}\n`);
	}
}
