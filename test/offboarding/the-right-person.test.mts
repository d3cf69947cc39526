import { describe, expect, it } from 'vitest';
import { reportOn, type OffboardingReport } from '../../offboarding/after/report';
import { claimOf, verifyNow } from '../../offboarding/after/verify-now';
import type { OffboardingOptions } from '../../offboarding/order/order';
import { planOffboarding } from '../../offboarding/plan/plan';
import { look, usualFollowing } from '../../offboarding/run/follow';
import type { Leaver } from '../../offboarding/run/leaver';
import { prepareFromPlan, prepareStart } from '../../offboarding/run/prepare';
import { startAll } from '../../offboarding/run/start';
import { waitInPlace } from '../../offboarding/run/wait';
import { alex, changesIn, connect, megan, type Connection } from './sandbox-send.mts';
import { anyNumber, started } from './started.mts';

const waiting = { ...usualFollowing, limitMilliseconds: 3_600_000, intervalMilliseconds: null };

async function followed(cipp: Connection, leavers: Leaver[]): Promise<OffboardingReport> {
	await waitInPlace(leavers, cipp.send, cipp.clock, waiting, Infinity);
	return reportOn(leavers[0]);
}

async function offboarded(
	cipp: Connection,
	options: OffboardingOptions,
	meanwhile: () => void = () => {},
): Promise<OffboardingReport> {
	const leavers = await started(cipp, { users: [megan], options, reference: 'R' });
	meanwhile();
	return await followed(cipp, leavers);
}

const wishFor = (cipp: Connection, user: string, options: OffboardingOptions) => ({
	item: 0,
	tenant: cipp.tenant(),
	users: [user],
	options,
	reference: 'R',
	when: { kind: 'now' as const },
});

describe('a guest, whom CIPP cannot find', () => {
	const options = { DisableSignIn: true };
	const guestOf = ({ sandbox }: Connection): string =>
		sandbox.tenants
			.named('contoso.example')
			.users.find(({ userPrincipalName }) => userPrincipalName.includes('#EXT#'))!
			.userPrincipalName;

	it('is a blocker in the plan, and no plan is started in spite of it', async () => {
		const cipp = await connect();
		const user = guestOf(cipp);
		const wish = { tenant: cipp.tenant(), user, options };
		const plan = await planOffboarding(wish, cipp.send, cipp.clock);
		expect(plan.blockers).toMatchObject([{ code: 'guest' }]);
		await expect(
			prepareFromPlan(0, plan, cipp.tenant(), 'R', true, cipp.send, cipp.clock),
		).rejects.toThrow(/is a guest/);
	});

	it('is refused by Offboard and Start before anything is sent', async () => {
		const cipp = await connect();
		await expect(
			prepareStart(wishFor(cipp, guestOf(cipp), options), cipp.send, cipp.clock),
		).rejects.toThrow(/is a guest/);
		expect(changesIn(cipp.sent)).toEqual([]);
	});
});

describe('what a plan calls a blocker is refused by Offboard and Start', () => {
	it.each<[string, OffboardingOptions]>([
		['convertWithDelete', { ConvertToShared: true, DeleteUser: true }],
		['delegateNotFound', { AccessAutomap: [{ value: 'nobody@contoso.example' }] }],
		['forwardTargetNotFound', { forward: { value: 'nobody@contoso.example' } }],
		['sameDelegate', { AccessAutomap: [{ value: alex }], AccessNoAutomap: [{ value: alex }] }],
	])('%s', async (code, options) => {
		const cipp = await connect();
		const plan = await planOffboarding(
			{ tenant: cipp.tenant(), user: megan, options },
			cipp.send,
			cipp.clock,
		);
		const blocker = plan.blockers.find((one) => one.code === code)!;
		expect(blocker).toBeDefined();
		await expect(
			prepareStart(wishFor(cipp, megan, options), cipp.send, cipp.clock),
		).rejects.toThrow(blocker.message);
		expect(changesIn(cipp.sent)).toEqual([]);
	});
});

describe('an account that is gone or renamed', () => {
	const options = { DisableSignIn: true, HideFromGAL: true };

	it('is never succeeded when it was renamed, and the report says how it is called', async () => {
		const cipp = await connect();
		const user = cipp.sandbox.tenants.user(megan);
		const leavers = await started(cipp, { users: [megan], options, reference: 'R' });
		cipp.sandbox.clock.advance(10 * 60_000);
		user.userPrincipalName = 'megan.was@contoso.example';
		const report = await followed(cipp, leavers);
		expect(report.status).toBe('partial');
		expect(report.summary).toContain(`${megan} has been renamed to megan.was@contoso.example`);
	});

	it('is never succeeded when it is gone, though nobody can sign in with it', async () => {
		const cipp = await connect();
		const tenant = cipp.sandbox.tenants.named('contoso.example');
		const leavers = await started(cipp, {
			users: [megan],
			options: { DisableSignIn: true },
			reference: 'R',
		});
		cipp.sandbox.clock.advance(10 * 60_000);
		tenant.users = tenant.users.filter(({ userPrincipalName }) => userPrincipalName !== megan);
		const report = await followed(cipp, leavers);
		expect(report.status).toBe('partial');
		expect(report.summary).toContain('no longer exists');
	});

	it('stops a wait for a job that would hit whoever bears the name now', async () => {
		const cipp = await connect();
		const start = new Date(cipp.clock.now().getTime() + 3 * 86_400_000).toISOString();
		const when = { kind: 'at' as const, local: start, timeZone: 'UTC' };
		const wish = { ...wishFor(cipp, megan, options), when };
		const ready = await prepareStart(wish, cipp.send, cipp.clock);
		const leavers = await startAll(ready, anyNumber, cipp.send, cipp.clock);
		await look(leavers, cipp.send, cipp.clock);
		cipp.sandbox.tenants.user(megan).userPrincipalName = 'megan.was@contoso.example';
		cipp.sandbox.tenants.user(alex).userPrincipalName = megan;
		await look(leavers, cipp.send, cipp.clock);
		const report = reportOn(leavers[0]);
		expect(report.status).toBe('failed');
		expect(report.summary).toMatch(/renamed.*now the name of somebody else: Alex Wilber/);
		expect(report.advice).toContain('cancel its task');
	});
});

describe('offboarded is only who cannot sign in', () => {
	it('not who may, whatever else is done', async () => {
		const cipp = await connect();
		const report = await offboarded(cipp, { HideFromGAL: true });
		expect(report.status).toBe('succeeded');
		expect(report.summary).toBe(
			`${megan}: the 1 step asked for is done and verified; sign-in is still allowed.`,
		);
	});

	it('but who was blocked before', async () => {
		const cipp = await connect();
		cipp.sandbox.tenants.user(megan).accountEnabled = false;
		const report = await offboarded(cipp, { HideFromGAL: true });
		expect(report.summary).toContain('is offboarded');
	});
});

it('what was locked out and is open again at the end is not done: everything is read again', async () => {
	const cipp = await connect();
	const how = { lockOutFirst: true };
	const order = { users: [megan], options: { HideFromGAL: true }, reference: 'R', how };
	const leavers = await started(cipp, order);
	expect(leavers[0].proofs.DisableSignIn?.verified).toBe(true);
	cipp.sandbox.tenants.user(megan).accountEnabled = true;
	const report = await followed(cipp, leavers);
	expect(report.details.find(({ step }) => step === 'DisableSignIn')).toMatchObject({
		outcome: 'failed',
		verified: false,
	});
	expect(report.status).toBe('partial');
});

it('a lock-out that did not work is told now, whatever waits for its time', async () => {
	const cipp = await connect();
	const start = new Date(cipp.clock.now().getTime() + 3 * 86_400_000).toISOString();
	const when = { kind: 'at' as const, local: start, timeZone: 'UTC' };
	const wish = { ...wishFor(cipp, megan, { HideFromGAL: true }), when };
	const [ready] = await prepareStart(wish, cipp.send, cipp.clock);
	cipp.sandbox.faults.endpoint('ExecDisableUser', { status: 500, body: { Results: 'No.' } });
	const how = { lockOutFirst: true };
	const leavers = await startAll([{ ...ready, how }], anyNumber, cipp.send, cipp.clock);
	await look(leavers, cipp.send, cipp.clock);
	const report = reportOn(leavers[0]);
	expect(report.status).toBe('partial');
	expect(report.summary).toMatch(/Asked for at once and not so: Block Sign-In\. .*scheduled for/);
	expect(report.details.find(({ step }) => step === 'DisableSignIn')?.outcome).toBe('failed');
	expect(report.following).toBeDefined();
});

it('a licence that Microsoft takes back later is later, not failed', async () => {
	const cipp = await connect();
	const user = cipp.sandbox.tenants.user(megan);
	const leavers = await started(cipp, {
		users: [megan],
		options: { DisableSignIn: true, RemoveLicenses: true },
		reference: 'R',
	});
	await waitInPlace(leavers, cipp.send, cipp.clock, waiting, Infinity);
	const sku = '06ebc4ee-1bb5-47dd-8120-11324bc54e06';
	const lagging = {
		id: user.id,
		userPrincipalName: megan,
		accountEnabled: false,
		assignedLicenses: [{ skuId: sku }],
		licenseAssignmentStates: [
			{ skuId: sku, assignedByGroup: 'aaaaaaaa-0000-4000-8000-000000000001' },
		],
	};
	cipp.sandbox.faults.endpoint('ListGraphRequest', { status: 200, body: { Results: [lagging] } });
	const stored = reportOn(leavers[0]);
	const again = { ...leavers[0], phase: 'reading' as const, readSince: null, proofs: {} };
	const report = await followed(cipp, [again]);
	expect(report.details.find(({ step }) => step === 'RemoveLicenses')).toMatchObject({
		outcome: 'queued',
		verified: null,
		advice: expect.stringContaining('by itself'),
	});
	expect(report.summary).toContain('Microsoft will follow by itself: Remove Licenses.');
	const { steps } = await verifyNow(claimOf(stored), cipp.send, cipp.clock);
	expect(steps.find(({ step }) => step === 'RemoveLicenses')?.verdict).toBe('not verifiable');
});

it('a job that could not begin is told in its own words, without the paths of the server', async () => {
	const cipp = await connect();
	const user = cipp.sandbox.tenants.user(megan);
	const leavers = await started(cipp, {
		users: [megan],
		options: { HideFromGAL: true },
		reference: 'R',
		how: { lockOutFirst: true },
	});
	user.userPrincipalName = 'megan.was@contoso.example';
	cipp.sandbox.clock.advance(60_000);
	user.userPrincipalName = megan;
	const report = await followed(cipp, leavers);
	expect(report.task?.state).toBe('Failed');
	expect(report.summary).toMatch(/only partly offboarded: CIPP could not start\..*does not exist/);
	expect(report.summary).toContain(
		'Done before that: Revoke Sessions, Reset Password, Block Sign-In',
	);
	expect(report.advice).not.toContain('Nothing was done');
	expect(JSON.stringify(report)).not.toContain('.ps1');
	expect(report.details.every(({ advice }) => !advice?.includes('never mentioned'))).toBe(true);
});
