import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { referencePage } from '../../lab/reference/page.mts';
import { referencePages } from '../../lab/reference/pages.mts';
import { inQuery, read, resource, row, text } from '../../operations/vocabulary';

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

it('names what workflows may still call by an old name, and what not to use any more', () => {
	const look = read('ListUsers', {
		name: 'Look',
		action: 'Look at person',
		help: 'Reads one account',
		renamed: { from: ['read', 'get'] },
		deprecated: 'User: Get does the same',
		role: 'Identity.User.Read',
		tenant: inQuery(),
		fields: [
			text('Who', 'UserID', {
				name: 'who',
				renamed: { from: 'userEmail' },
				deprecated: 'User does the same',
				help: 'Whom to look at',
			}),
		],
		answer: row('There is nobody'),
	});
	const person = resource('Person', 'person', 'look', { look });
	const page = referencePage('CIPP', { ...person, renamed: { from: 'user' } });

	expect(page).toContain('\n> Workflows may still call it `user`.\n');
	expect(page).toContain('\n> Deprecated: User: Get does the same\n');
	expect(page).toContain('\n> Workflows may still call it `read`, `get`.\n');
	expect(page).toContain(
		'| Whom to look at. Deprecated: User does the same. Workflows may still call it `userEmail`. |',
	);
});
