import { beforeEach, describe, expect, it } from 'vitest';
import { look } from '../../offboarding/run/follow';
import type { OffboardingOptions } from '../../offboarding/order/order';
import { reportOn, type OffboardingReport } from '../../offboarding/after/report';
import { takeSnapshot } from '../../offboarding/person/snapshot';
import { claimOf, verifyNow, type Verification } from '../../offboarding/after/verify-now';
import {
	adele,
	alex,
	changesIn,
	connect,
	henrietta,
	megan,
	type Connection,
} from './sandbox-send.mts';
import { started } from './started.mts';
import { InvalidOrder } from '../../offboarding/invalid-order';

let cipp: Connection;
beforeEach(async () => {
	cipp = await connect();
});

async function offboard(user: string, options: OffboardingOptions): Promise<OffboardingReport> {
	const { send, clock } = cipp;
	const order = { users: [user], options, reference: 'CASE-7', pause: 1_000 };
	const leavers = await started(cipp, order);
	for (let looks = 0; looks < 4; looks += 1) {
		cipp.sandbox.clock.advance(20 * 60_000);
		await look(leavers, send, clock);
	}
	return reportOn(leavers[0]);
}

const verdicts = ({ steps }: Verification) =>
	Object.fromEntries(steps.map(({ step, verdict }) => [step, verdict]));

describe('verifying later', () => {
	it('confirms a stored report step by step, and changes nothing', async () => {
		const report = await offboard(megan, {
			RevokeSessions: true,
			ResetPass: true,
			DisableSignIn: true,
			RemoveGroups: true,
			OOO: 'I have left.',
			forward: { value: alex },
			AccessAutomap: [{ value: adele }],
			RemoveLicenses: true,
			removeCalendarInvites: true,
		});
		cipp.sent.length = 0;
		const stored = JSON.parse(JSON.stringify(report)) as OffboardingReport;
		const result = await verifyNow(claimOf(stored), cipp.send, cipp.clock);
		expect(verdicts(result)).toEqual({
			RevokeSessions: 'verified',
			ResetPass: 'verified',
			DisableSignIn: 'verified',
			RemoveGroups: 'verified',
			OOO: 'verified',
			forward: 'verified',
			AccessAutomap: 'verified',
			RemoveLicenses: 'verified',
			removeCalendarInvites: 'not verifiable',
		});
		expect(result.verdict).toBe('not verifiable');
		expect(changesIn(cipp.sent)).toEqual([]);
		expect(cipp.sent.length).toBeLessThanOrEqual(22);
	});

	it('finds what has been undone since', async () => {
		const report = await offboard(megan, { DisableSignIn: true, HideFromGAL: true });
		cipp.sandbox.tenants.user(megan).accountEnabled = true;
		const result = await verifyNow(claimOf(report), cipp.send, cipp.clock);
		expect(verdicts(result)).toEqual({ DisableSignIn: 'not verified', HideFromGAL: 'verified' });
		expect(result.verdict).toBe('not verified');
		expect(result.summary).toContain('DisableSignIn');
		expect(result.residual?.left).toContainEqual(expect.objectContaining({ kind: 'sign-in' }));
	});

	it('proves a reset by a snapshot, and not at all without one', async () => {
		const before = await takeSnapshot(cipp.tenant(), megan, cipp.send, cipp.clock);
		const claim = {
			tenant: cipp.tenant(),
			user: megan,
			options: { ResetPass: true, RevokeSessions: true },
		};
		const verify = async (snapshot?: typeof before) =>
			verdicts(await verifyNow({ ...claim, snapshot }, cipp.send, cipp.clock));
		expect(await verify()).toEqual({
			ResetPass: 'not verifiable',
			RevokeSessions: 'not verifiable',
		});
		expect(await verify(before)).toEqual({
			ResetPass: 'not verified',
			RevokeSessions: 'not verified',
		});
		cipp.sandbox.tenants.user(megan).lastPasswordChangeDateTime = '2025-03-03T09:05:00Z';
		expect(await verify(before)).toEqual({ ResetPass: 'verified', RevokeSessions: 'not verified' });
	});

	it('lists what is left and why', async () => {
		const claim = { tenant: cipp.tenant(), user: henrietta, options: { RemoveGroups: true } };
		const { residual, steps } = await verifyNow(claim, cipp.send, cipp.clock);
		expect(steps[0]).toMatchObject({ verdict: 'verified' });
		expect(residual?.left.filter(({ kind }) => kind === 'group')).toMatchObject([
			{ name: 'Licensed - Business Standard', why: 'gives licences' },
			{ name: 'Product Department', why: 'dynamic' },
			{ name: 'VPN Users', why: 'synced from on-premises' },
		]);
		const kinds = async (user: string) =>
			(await verifyNow({ ...claim, user }, cipp.send, cipp.clock)).residual?.left.map(
				({ kind }) => kind,
			);
		expect(await kinds(megan)).toEqual(
			expect.arrayContaining([
				'license',
				'owned group',
				'mailbox of someone else',
				'calendar of someone else',
				'inbox rule',
				'mobile device',
				'device',
				'sign-in method',
				'Teams number',
				'OneDrive',
			]),
		);
		expect(await kinds('diego.siciliani@contoso.example')).toContain('role');
		expect(await kinds('pradeep.gupta@contoso.example')).toContain('forwarding');
	});

	it('does not call left what only the cached report still lists', async () => {
		const claim = { tenant: cipp.tenant(), user: megan, options: { removePermissions: true } };
		const places = async () => {
			const { residual } = await verifyNow(claim, cipp.send, cipp.clock);
			return residual?.left.filter(({ kind }) => kind === 'mailbox of someone else');
		};
		expect(await places()).toHaveLength(3);
		cipp.sandbox.tenants.user('events@contoso.example').mailbox!.grants = [];
		expect(await places()).toHaveLength(2);
	});

	it('says what it could not look at', async () => {
		cipp.sandbox.faults.endpoint('ListTeamsVoice', { kind: 'roleMissing' });
		const claim = { tenant: cipp.tenant(), user: megan, options: { RemoveTeamsPhoneDID: true } };
		const { residual, steps } = await verifyNow(claim, cipp.send, cipp.clock);
		expect(steps[0].verdict).toBe('not verifiable');
		expect(residual?.notRead).toContainEqual(
			expect.objectContaining({ what: 'Teams numbers', permission: 'Teams.Voice.Read' }),
		);
	});

	it('finds a deleted account by its name or by a report', async () => {
		const report = await offboard(adele, { DeleteUser: true, DisableSignIn: true });
		for (const claim of [
			claimOf(report),
			{ tenant: cipp.tenant(), user: adele, options: { DeleteUser: true, DisableSignIn: true } },
		]) {
			const result = await verifyNow(claim, cipp.send, cipp.clock);
			expect(result.user).toMatchObject({ userPrincipalName: adele, exists: false });
			expect(result).toMatchObject({ verdict: 'verified', residual: null });
		}
	});

	it('refuses a report with a step that nobody here can read, instead of passing over it', async () => {
		const report = await offboard(adele, { DisableSignIn: true });
		const later = { ...report.details[0], step: 'WipeEverything' as never };
		const claim = () => claimOf({ ...report, details: [...report.details, later] });
		expect(claim).toThrow(InvalidOrder);
		expect(claim).toThrow('There is no step "WipeEverything"');
	});

	it('takes a step of a report as asked for, also where a table has made a text of true', async () => {
		const report = await offboard(adele, { DisableSignIn: true });
		const details = [{ ...report.details[0], asked: 'true' }];
		const result = await verifyNow(claimOf({ ...report, details }), cipp.send, cipp.clock);
		expect(verdicts(result)).toEqual({ DisableSignIn: 'verified' });
	});

	it('refuses someone who never was', async () => {
		const claim = { tenant: cipp.tenant(), user: 'no.body@contoso.example', options: { OOO: 'x' } };
		await expect(verifyNow(claim, cipp.send, cipp.clock)).rejects.toThrow(InvalidOrder);
	});
});
