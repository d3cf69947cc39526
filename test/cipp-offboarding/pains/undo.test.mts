import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { RestorePlan, RestoreResult } from '../../../offboarding/restore/shape';
import { adele, megan, useSandbox } from '../../offboard-user/offboarding.mts';
import { handOn, reportOf, runOffboarding, writes } from '../offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);
const start = async (parameters: IDataObject) =>
	await run('start', { userEmail: megan, when: 'now', DisableSignIn: true, ...parameters });
const rehire = { restoreTo: 'rehire' };
const groupsOf = (user: string): string[] => {
	const { id } = sandbox.current.tenants.user(user);
	return sandbox.current.tenants
		.named('contoso.example')
		.groups.filter(({ members }) => members.includes(id))
		.map(({ displayName }) => displayName)
		.sort();
};

describe('undoing', () => {
	it('pain 36: what was there before is kept by the start, comes back, and the rest is named', async () => {
		const before = groupsOf(megan);
		const done = await start({ RemoveGroups: true, RemoveRules: true, HideFromGAL: true });
		expect(groupsOf(megan)).toEqual([]);

		const preview = await run('planRestore', rehire, { items: handOn(done) });
		expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(false);
		const restored = await run('restore', rehire, { items: handOn(preview) });

		const person = sandbox.current.tenants.user(megan);
		expect(restored.json[0]).toMatchObject({ status: 'succeeded' });
		expect(person.accountEnabled).toBe(true);
		expect(person.mailbox?.hiddenFromAddressLists).toBe(false);
		expect(groupsOf(megan)).toEqual(before);
		const { cannot } = restored.json[0] as unknown as RestoreResult;
		expect(cannot.map(({ what }) => what).join()).toContain('Newsletters');
	});

	it('pain 36: someone who stays is taken out of the queue before CIPP begins', async () => {
		const queued = await start({
			when: 'at',
			startAt: '2099-01-31T17:00',
			completion: 'queued',
		});
		const { id } = reportOf(queued).task!;
		const cancelled = await run('cancel', { offboardingTaskId: id });

		expect(cancelled.json).toMatchObject([{ outcome: 'done', after: null }]);
		expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(true);
		expect(sandbox.current.tenants.task(`Offboarding: ${megan}`)).toBeUndefined();
	});
});

describe('someone comes back', () => {
	it('pain 37: a deleted account is restored with licences, groups and rights', async () => {
		const person = sandbox.current.tenants.user(megan);
		const [before, licenses] = [groupsOf(megan), [...person.directLicenses].sort()];
		const done = await start({ RemoveGroups: true, RemoveLicenses: true, removePermissions: true });
		expect(person.directLicenses).toEqual([]);
		const deleted = await run('start', { userEmail: megan, when: 'now', DeleteUser: true });
		expect(reportOf(deleted).status).toBe('succeeded');

		const preview = await run('planRestore', rehire, { items: handOn(done) });
		const { steps } = preview.json[0] as unknown as RestorePlan;
		expect(steps[0].what).toBe('restores the deleted account');
		const restored = await run('restore', rehire, { items: handOn(preview) });

		expect(restored.json[0]).toMatchObject({ status: 'succeeded' });
		const back = sandbox.current.tenants.user(megan);
		expect(back.accountEnabled).toBe(true);
		expect([...back.directLicenses].sort()).toEqual(licenses);
		expect(groupsOf(megan)).toEqual(before);
		expect(sandbox.current.tenants.user('events@contoso.example').mailbox?.grants).toContainEqual(
			expect.objectContaining({ trustee: megan, right: 'SendAs' }),
		);
	});
});

describe('someone follows', () => {
	it('pain 38: who follows gets licences and groups of the one who left, and nothing personal', async () => {
		const done = await start({ RemoveGroups: true, RemoveLicenses: true });
		const before = writes(sandbox.current).length;
		const lee = 'lee.gu@contoso.example';
		const preview = await run(
			'planRestore',
			{ restoreTo: 'successor', successor: lee },
			{ items: handOn(done) },
		);
		expect(writes(sandbox.current)).toHaveLength(before);
		const { steps } = preview.json[0] as unknown as RestorePlan;
		expect([...new Set(steps.map(({ part }) => part))].sort()).toEqual(['groups', 'licenses']);

		const given = await run('restore', {}, { items: handOn(preview) });

		expect(given.json[0]).toMatchObject({
			status: 'succeeded',
			kind: 'successor',
			target: { userPrincipalName: lee },
		});
		expect(groupsOf(lee)).toEqual(expect.arrayContaining(['Marketing Team', 'Campaign Editors']));
		expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(false);
	});

	it('pain 38: nobody inherits a group that carries admin roles', async () => {
		const diego = 'diego.siciliani@contoso.example';
		const [snapshot] = handOn(await run('snapshot', { userEmail: diego }));
		const preview = await run(
			'planRestore',
			{ restoreTo: 'successor', successor: adele },
			{ items: [snapshot] },
		);

		const { steps, cannot } = preview.json[0] as unknown as RestorePlan;
		expect(steps.map(({ what }) => what).join()).not.toContain('Helpdesk Operators');
		expect(cannot).toContainEqual(expect.objectContaining({ what: 'group Helpdesk Operators' }));
	});
});
