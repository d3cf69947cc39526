import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { schemaFiles } from './files.mts';

const dist = new URL('../../dist/', import.meta.url);
const files = schemaFiles();
for (const [path, text] of files) {
	const file = new URL(path, dist);
	mkdirSync(dirname(file.pathname), { recursive: true });
	writeFileSync(file, text);
}
console.log(`${files.size} output schemas in dist/nodes/`);
