import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMailboxDelegates } from '../../offboarding/person/snapshot-exchange';
import { fact } from '../../offboarding/restore/fact';
import { facts } from '../../offboarding/restore/facts';
import { planRestore } from '../../offboarding/restore/plan';
import { address, oneOf, shape } from '../../offboarding/rules';
import { runRestore } from '../../offboarding/restore/run';
import { asStored, snapshotOf } from './restoring.mts';
import { connect, megan } from './sandbox-send.mts';

describe('a new fact', () => {
	/** Who may open the mailbox: as somebody would add it, in one file. */
	const mailboxDelegate = fact({
		name: 'mailboxDelegate',
		part: 'mailbox',
		called: 'delegates of the mailbox',
		wanted: shape({ user: address, right: oneOf<string>('FullAccess', 'SendAs', 'SendOnBehalf') }),
		before: ({ mailboxDelegates }) => mailboxDelegates,
		entries: (before) =>
			before.flatMap(({ user: name, rights }) => rights.map((right) => ({ user: name, right }))),
		now: async (here) => await readMailboxDelegates(here.state),
		isSo: (wanted, now) =>
			now.some((grant) => grant.user === wanted.user && grant.rights.includes(wanted.right)),
		request: (wanted, { userPrincipalName }) => ({
			endpoint: 'ExecModifyMBPerms',
			body: {
				mailboxRequests: [
					{
						userID: userPrincipalName,
						permissions: [
							{ UserID: wanted.user, PermissionLevel: wanted.right, Modification: 'Add' },
						],
					},
				],
			},
		}),
		what: (wanted) => `gives ${wanted.user} ${wanted.right} again`,
		why: () => 'they had it',
		read: (now) => `${now.length} people may use the mailbox`,
	});

	it('is planned, stored, sent and looked at as soon as it stands in the list', async () => {
		const cipp = await connect();
		const snapshot = await snapshotOf(cipp, megan);
		const mailbox = cipp.sandbox.tenants.user(megan).mailbox!;
		mailbox.grants = [];
		const wish = { snapshot, kind: 'rehire' as const };
		const more = [...facts, mailboxDelegate];
		const plan = asStored(await planRestore(wish, cipp.send, cipp.clock, more));
		const isaiah = 'isaiah.langer@contoso.example';

		expect(plan.steps).toMatchObject([
			{ fact: 'mailboxDelegate', wanted: { user: isaiah, right: 'SendAs' } },
		]);
		const result = await runRestore(plan, cipp.send, cipp.clock, undefined, more);
		expect(result.steps).toMatchObject([{ outcome: 'done' }]);
		expect(mailbox.grants).toEqual([{ trustee: isaiah, right: 'SendAs' }]);
	});

	it('is one file and its line in the index: nothing else names a file of a fact', () => {
		const sources = ['offboarding', 'nodes', 'operations', 'n8n', 'cipp'].flatMap((room) =>
			readdirSync(room, { recursive: true, encoding: 'utf8' })
				.filter((name) => name.endsWith('.ts'))
				.map((name) => `${room}/${name}`),
		);
		const declaring = sources
			.filter((name) => name.startsWith('offboarding/restore/facts/'))
			.filter((name) => / = fact\(\{/.test(readFileSync(name, 'utf8')))
			.map((name) => name.replace(/^.*\/|\.ts$/g, ''));
		expect(declaring).toHaveLength(facts.length);
		const importersOf = (file: string): string[] =>
			sources.filter((name) => {
				const path = name.includes('/restore/facts/') ? `'./${file}'` : `/facts/${file}'`;
				return readFileSync(name, 'utf8').includes(path);
			});
		for (const file of declaring) {
			expect([file, importersOf(file)]).toEqual([file, ['offboarding/restore/facts/index.ts']]);
		}
	});
});
