import { describe, expect, it } from 'vitest';
import { reportOn, type OffboardingReport } from '../../offboarding/after/report';
import { prepareRetry } from '../../offboarding/after/retry';
import { claimOf, verifyNow } from '../../offboarding/after/verify-now';
import { usualFollowing } from '../../offboarding/run/follow';
import type { Leaver } from '../../offboarding/run/leaver';
import { waitInPlace } from '../../offboarding/run/wait';
import type { MailboxRight } from '../../sandbox/microsoft/state/tenant.mts';
import { adele, alex, connect, megan, miriam, type Connection } from './sandbox-send.mts';
import { started } from './started.mts';

const rights = { removePermissions: true, removeCalendarPermissions: true };
const both = ['removePermissions', 'removeCalendarPermissions'];
const waiting = { ...usualFollowing, limitMilliseconds: 3_600_000, intervalMilliseconds: null };

async function followed(cipp: Connection, leavers: Leaver[]): Promise<OffboardingReport> {
	await waitInPlace(leavers, cipp.send, cipp.clock, waiting, Infinity);
	return reportOn(leavers[0]);
}

async function offboarded(cipp: Connection, reference = 'R'): Promise<OffboardingReport> {
	return await followed(cipp, await started(cipp, { users: [megan], options: rights, reference }));
}

const outcomes = ({ details }: OffboardingReport) =>
	Object.fromEntries(
		details.map(({ step, outcome, verified }) => [step, [outcome, verified] as const]),
	);

/** A person who may open one mailbox and one calendar, as CIPP's report knows. Others have rights too. */
async function withRights(right: MailboxRight = 'FullAccess'): Promise<Connection> {
	const cipp = await connect();
	const tenant = cipp.sandbox.tenants.named('contoso.example');
	for (const user of tenant.users) {
		if (!user.mailbox) continue;
		user.mailbox.grants = user.mailbox.grants.filter(({ trustee }) => trustee !== megan);
		user.mailbox.calendarGrants = user.mailbox.calendarGrants.filter(
			({ user: name }) => name !== 'Megan Bowen',
		);
	}
	const mailbox = cipp.sandbox.tenants.user(alex).mailbox!;
	mailbox.grants.push({ trustee: megan, right }, { trustee: adele, right: 'FullAccess' });
	mailbox.calendarGrants.push(
		{ user: 'Megan Bowen', accessRights: ['Editor'] },
		{ user: 'Adele Vance', accessRights: ['Reviewer'] },
	);
	cipp.sandbox.tenants.syncPermissionReport('contoso.example');
	return cipp;
}

describe('rights that CIPP strikes from its report and that are still there', () => {
	it.each(['fails', 'saysDone'] as const)('are denied when it %s', async (kind) => {
		const cipp = await withRights();
		for (const step of both) cipp.sandbox.faults.step(step as never, kind);

		const report = await offboarded(cipp);

		expect(outcomes(report)).toEqual({
			removePermissions: ['failed', false],
			removeCalendarPermissions: ['failed', false],
		});
	});

	it.each(['fails', 'saysDone'] as const)(
		'are denied by Verify and done again by Retry when it %s',
		async (kind) => {
			const cipp = await withRights();
			for (const step of both) cipp.sandbox.faults.step(step as never, kind);
			const stored = JSON.parse(JSON.stringify(await offboarded(cipp))) as OffboardingReport;

			const verification = await verifyNow(claimOf(stored), cipp.send, cipp.clock);
			expect(verification.steps.map(({ verdict }) => verdict)).toEqual([
				'not verified',
				'not verified',
			]);
			expect(verification.residual?.left.map(({ kind: of }) => of)).toEqual(
				expect.arrayContaining(['mailbox of someone else', 'calendar of someone else']),
			);
			const wish = { report: stored, permanentToo: true, licensesDirectly: false };
			const { decisions } = await prepareRetry(0, wish, cipp.send, cipp.clock);
			expect(decisions.every(({ isRetried }) => isRetried)).toBe(true);
		},
	);

	it('are found by another offboarding through what the first one said', async () => {
		const cipp = await withRights();
		for (const step of both) cipp.sandbox.faults.step(step as never, 'saysDone', { times: 1 });
		await offboarded(cipp);

		expect(outcomes(await offboarded(cipp, 'AGAIN'))).toEqual({
			removePermissions: ['failed', false],
			removeCalendarPermissions: ['failed', false],
		});
	});
});

it('a report that names nobody proves nothing once a job has run', async () => {
	const cipp = await connect();
	const users = [miriam];
	cipp.sandbox.tenants.named('contoso.example').permissionReport!.mailbox = [
		{ mailbox: alex, user: adele, right: 'FullAccess' },
	];
	const options = { removePermissions: true };
	const report = await followed(cipp, await started(cipp, { users, options, reference: 'R' }));

	expect(report.details[0]).toMatchObject({
		verified: null,
		read: expect.stringContaining('proves nothing'),
	});
});

it('the end of Send on Behalf, of which CIPP says nothing, is done once it is read', async () => {
	const cipp = await withRights('SendOnBehalf');

	expect(outcomes(await offboarded(cipp)).removePermissions).toEqual(['succeeded', true]);
});

it('a right that somebody has taken away since the last sync is no failure', async () => {
	const cipp = await withRights();
	const mailbox = cipp.sandbox.tenants.user(alex).mailbox!;
	mailbox.calendarGrants = mailbox.calendarGrants.filter(({ user }) => user !== 'Megan Bowen');

	expect(outcomes(await offboarded(cipp)).removeCalendarPermissions).toEqual(['succeeded', true]);
});

it('a list of rights without the own user of the mailbox has not been read', async () => {
	const cipp = await connect();
	const leavers = await started(cipp, {
		users: [megan],
		options: { AccessAutomap: [{ value: alex }] },
		reference: 'R',
	});
	cipp.sandbox.faults.endpoint('ListmailboxPermissions', { status: 200, body: [] });
	const report = await followed(cipp, leavers);

	expect(outcomes(report).AccessAutomap).toEqual(['unknown', null]);
	expect(report.status).not.toBe('succeeded');
});

it('a mailbox of which nothing is shown has not been read, whatever CIPP says of the step', async () => {
	const cipp = await connect();
	const leavers = await started(cipp, {
		users: [megan],
		options: { HideFromGAL: true },
		reference: 'R',
	});
	cipp.sandbox.faults.endpoint('ListUserMailboxDetails', {
		status: 200,
		body: [{ RecipientTypeDetails: null, HiddenFromAddressLists: null, Mailbox: null }],
	});

	expect(outcomes(await followed(cipp, leavers)).HideFromGAL).toEqual(['unknown', null]);
});

it('a calendar that two people of one name may open is not called closed', async () => {
	const cipp = await withRights();
	const tenant = cipp.sandbox.tenants.named('contoso.example');
	tenant.users.find(({ userPrincipalName }) => userPrincipalName === adele)!.displayName =
		'Megan Bowen';
	cipp.sandbox.faults.step('removeCalendarPermissions', 'saysDone');

	expect(outcomes(await offboarded(cipp)).removeCalendarPermissions[1]).not.toBe(true);
});
