import { describe, expect, it } from 'vitest';
import { isFinished, look } from '../../offboarding/run/follow';
import type { Leaver } from '../../offboarding/run/leaver';
import type { OffboardingOptions } from '../../offboarding/order/order';
import { reportOn, type OffboardingReport } from '../../offboarding/after/report';
import { waitInPlace } from '../../offboarding/run/wait';
import { adele, alex, connect, henrietta, megan, type Connection } from './sandbox-send.mts';
import { started, type Start } from './started.mts';

const following = {
	maximumMisses: 3,
	settleMilliseconds: 0,
	limitMilliseconds: 3_600_000,
	intervalMilliseconds: null,
};

async function submitted(
	cipp: Connection,
	users: string[],
	options: OffboardingOptions,
	more: Partial<Start> = {},
): Promise<Leaver[]> {
	const leavers = await started(cipp, { users, options, reference: 'TICKET-7', ...more });
	cipp.sent.length = 0;
	// As they are stored while an execution waits.
	return JSON.parse(JSON.stringify(leavers)) as Leaver[];
}

async function followed(cipp: Connection, leavers: Leaver[]): Promise<OffboardingReport[]> {
	await waitInPlace(leavers, cipp.send, cipp.clock, following, Infinity);
	expect(leavers.every(isFinished)).toBe(true);
	return leavers.map((leaver) => reportOn(leaver));
}

const asked = ({ sent }: Connection, endpoint: string): number =>
	sent.filter((request) => request.endpoint === endpoint).length;
const outcomes = ({ details }: OffboardingReport) =>
	Object.fromEntries(details.map(({ step, outcome }) => [step, outcome]));

const several: OffboardingOptions = {
	RevokeSessions: true,
	DisableSignIn: true,
	RemoveGroups: true,
	AccessAutomap: [{ value: adele }],
	removePermissions: true,
	RemoveLicenses: true,
};

describe('an offboarding in a CIPP that shows its progress', () => {
	it('is followed there, everyone of an order in one call, and the task list is left alone', async () => {
		const cipp = await connect({ hasProgress: true });
		const leavers = await submitted(cipp, [megan, henrietta], {
			DisableSignIn: true,
			RemoveGroups: true,
		});
		expect(leavers[0].deployment).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
		const [first, second] = await followed(cipp, leavers);
		expect(asked(cipp, 'ListOffboardingProgress')).toBeGreaterThan(0);
		expect(asked(cipp, 'ListScheduledItems')).toBe(0);
		expect(first).toMatchObject({
			status: 'succeeded',
			task: {
				id: cipp.sandbox.tenants.task(`Offboarding: ${megan}`)!.rowKey,
				state: 'Completed',
				reference: 'TICKET-7',
			},
		});
		expect(outcomes(second)).toMatchObject({ DisableSignIn: 'succeeded' });
	});

	it('says what it says in one that does not', async () => {
		const reports = [];
		for (const hasProgress of [false, true]) {
			const cipp = await connect({ hasProgress });
			cipp.sandbox.faults.step('HideFromGAL', 'fails', { error: 'Busy.' });
			cipp.sandbox.faults.step('AccessAutomap', 'fails', { error: 'Busy.' });
			const options = { ...several, HideFromGAL: true, ResetPass: true };
			const [report] = await followed(cipp, await submitted(cipp, [megan], options));
			reports.push({
				outcomes: outcomes(report),
				said: report.details.filter(({ step }) => step !== 'ResetPass').map(({ said }) => said),
				others: report.otherMessages,
				licenses: report.licenseTask?.state,
				status: report.status,
			});
		}
		expect(reports[1]).toEqual(reports[0]);
		expect(reports[1].outcomes).toMatchObject({
			RevokeSessions: 'succeeded',
			HideFromGAL: 'failed',
			AccessAutomap: 'failed',
			RemoveLicenses: 'succeeded',
		});
	});

	it("does not take CIPP's word: a step that it calls succeeded is read, its text and the tenant", async () => {
		const cipp = await connect({ hasProgress: true });
		cipp.sandbox.tenants.named('contoso.example').permissionReport = null;
		cipp.sandbox.faults.step('DisableSignIn', 'saysDone');
		const leavers = await submitted(cipp, [megan], several);
		const [report] = await followed(cipp, leavers);
		const { id } = leavers[0].deployment!;
		const answer = await cipp.send({
			method: 'GET',
			endpoint: 'ListOffboardingProgress',
			query: { DeploymentId: id },
		});
		expect(answer.body).toMatchObject([{ Name: megan, Status: 'succeeded' }]);
		expect(outcomes(report)).toMatchObject({
			DisableSignIn: 'failed',
			removePermissions: 'failed',
			RevokeSessions: 'succeeded',
		});
	});

	it('keeps the new password out of sight', async () => {
		const cipp = await connect({ hasProgress: true });
		const how = { keepPassword: true };
		const leavers = await submitted(cipp, [megan], { ResetPass: true }, { how });
		const [report] = await followed(cipp, leavers);
		expect(report.newPassword).toMatch(/^\S{8,}$/);
		expect(JSON.stringify({ ...report, newPassword: '' })).not.toContain(report.newPassword);
	});

	it('leaves the notifications out of the steps', async () => {
		const cipp = await connect({ hasProgress: true });
		const leavers = await submitted(cipp, [megan], {
			DisableSignIn: true,
			PostExecution: { email: true },
		});
		const [report] = await followed(cipp, leavers);
		expect(report).toMatchObject({ status: 'succeeded', otherMessages: [] });
	});

	it('does not take an earlier licence task for its own', async () => {
		const cipp = await connect({ hasProgress: true });
		const licenses = { RemoveLicenses: true };
		const [first] = await followed(cipp, await submitted(cipp, [megan], licenses));
		expect(first.licenseTask).toMatchObject({ state: 'Completed' });
		cipp.sandbox.clock.advance(3_600_000);
		cipp.sandbox.faults.step('LicenseTask', 'notCreated');
		const again = await submitted(cipp, [megan], licenses, { reference: 'TICKET-8' });
		const [second] = await followed(cipp, again);
		expect(second).toMatchObject({ licenseTask: null });
	});

	it('says which steps were left out because the account was to be deleted', async () => {
		const cipp = await connect({ hasProgress: true });
		const options = { removePermissions: true, removeCalendarInvites: true, DeleteUser: true };
		const [report] = await followed(cipp, await submitted(cipp, [megan], options));
		expect(report.status).toBe('partial');
		expect(outcomes(report)).toEqual({
			removeCalendarInvites: 'unknown',
			removePermissions: 'unknown',
			DeleteUser: 'succeeded',
		});
		expect(report.details[0].advice).toContain('Offboard first, delete later');
	});

	it('that is scheduled is followed among the tasks', async () => {
		const cipp = await connect({ hasProgress: true });
		const date = Math.floor(cipp.clock.now().getTime() / 1000) + 600;
		const leavers = await submitted(cipp, [megan], {
			DisableSignIn: true,
			Scheduled: { enabled: true, date },
		});
		expect(leavers[0].deployment).toBe(null);
		const [report] = await followed(cipp, leavers);
		expect(report.status).toBe('succeeded');
	});

	it('that cannot start is told by its task, since the progress does not say that nothing was done', async () => {
		const cipp = await connect({ hasProgress: true });
		const leavers = await submitted(cipp, [megan], { DisableSignIn: true });
		const people = cipp.sandbox.tenants.named('contoso.example').users;
		people.splice(
			people.findIndex(({ userPrincipalName }) => userPrincipalName === megan),
			1,
		);
		const [report] = await followed(cipp, leavers);
		expect(report).toMatchObject({ status: 'failed', task: { state: 'Failed' } });
		expect(report.summary).toContain('could not start');
	});
});

describe('the task list is looked at instead', () => {
	const scenarios: Array<[string, (cipp: Connection) => void, number]> = [
		[
			'when the client may not see the progress',
			({ sandbox }) =>
				sandbox.faults.endpoint('ListOffboardingProgress', { kind: 'endpointBlocked' }),
			1,
		],
		[
			'when there is no such endpoint',
			({ sandbox }) => sandbox.faults.endpoint('ListOffboardingProgress', { kind: 'notFound' }),
			1,
		],
		[
			'when the person is not listed',
			({ sandbox }) =>
				sandbox.faults.endpoint('ListOffboardingProgress', {
					status: 200,
					body: [{ Name: alex, Status: 'queued', Steps: [] }],
				}),
			1,
		],
		[
			'when the list is empty',
			({ sandbox }) =>
				sandbox.faults.endpoint('ListOffboardingProgress', { status: 200, body: [] }),
			1,
		],
		[
			'when CIPP fails, and the progress is asked for again',
			({ sandbox }) => sandbox.faults.endpoint('ListOffboardingProgress', { kind: 'error' }),
			2,
		],
		[
			'when the progress stands still',
			({ sandbox }) =>
				sandbox.faults.endpoint('ListOffboardingProgress', {
					status: 200,
					body: [{ Name: megan, Status: 'queued', Steps: [] }],
				}),
			4,
		],
	];

	it.each(scenarios)('%s', async (_name, arrange, atLeast) => {
		const cipp = await connect({ hasProgress: true });
		const leavers = await submitted(cipp, [megan], several);
		arrange(cipp);
		const [report] = await followed(cipp, leavers);
		expect(report.status).toBe('succeeded');
		expect(report.task!.state).toBe('Completed');
		const times = asked(cipp, 'ListOffboardingProgress');
		if (atLeast === 1) expect(times).toBe(1);
		else expect(times).toBeGreaterThanOrEqual(atLeast);
		expect(asked(cipp, 'ListScheduledItems')).toBeGreaterThan(0);
	});

	it('in a CIPP that hands out no DeploymentId, and for what an earlier version stored', async () => {
		const cipp = await connect();
		const leavers = await submitted(cipp, [megan], several);
		expect(leavers[0].deployment).toBe(null);
		delete leavers[0].deployment;
		await look(leavers, cipp.send, cipp.clock, following);
		const [report] = await followed(cipp, leavers);
		expect(report.status).toBe('succeeded');
		expect(asked(cipp, 'ListOffboardingProgress')).toBe(0);
	});
});
