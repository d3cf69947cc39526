import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { referencePages } from '../../lab/reference/pages.mts';

const folder = new URL('../../docs/reference/', import.meta.url);

it('says what the declarations say: run "npm run reference" after changing one', () => {
	const pages = referencePages();
	const written = readdirSync(folder);

	expect(written.sort()).toEqual([...pages.keys()].sort());
	const stale = written.filter(
		(name) => readFileSync(new URL(name, folder), 'utf8') !== pages.get(name),
	);
	expect(stale).toEqual([]);
});
