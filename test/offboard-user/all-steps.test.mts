import { expect, it } from 'vitest';
import { stepNames } from '../../sandbox/cipp/offboarding/step-names.mts';
import { steps } from '../../offboarding/steps';
import {
	everyStep,
	megan,
	offboard,
	reportsOf,
	submissions,
	unprovable,
	useSandbox,
} from './offboarding.mts';

const sandbox = useSandbox();

it('is tried with every step, but those that would undo another', () => {
	expect(stepNames.filter((name) => !(name in everyStep))).toEqual([
		'disableForwarding',
		'DeleteUser',
	]);
	expect(steps.map(({ name }) => name)).toEqual(stepNames);
});

it('does every step, in the order of CIPP, and proves each one that can be proven', async () => {
	const result = await offboard(sandbox.current, everyStep);

	expect(result.error).toBeUndefined();
	const [report] = reportsOf(result);
	expect(report.status).toBe('succeeded');
	expect(report.details.map(({ step, outcome, verified }) => [step, outcome, verified])).toEqual(
		stepNames
			.filter((name) => name in everyStep)
			.map((step) => [step, 'succeeded', unprovable.includes(step) ? null : true]),
	);
});

it('sends what CIPP reads, in the form it reads it', async () => {
	await offboard(sandbox.current, {
		...everyStep,
		PostExecution: ['email', 'psa'],
		reference: 'LEAVER-1',
		tenantLabel: 'Contoso',
		userName: 'Megan B.',
	});

	const [{ method, path, query, body }, ...others] = submissions(sandbox.current);
	expect(others).toEqual([]);
	expect({ method, path, query }).toEqual({
		method: 'POST',
		path: '/api/ExecOffboardUser',
		query: {},
	});
	expect(body).toEqual({
		tenantFilter: { value: 'contoso.example', label: 'Contoso' },
		user: [{ value: megan, label: 'Megan B.' }],
		DisableSignIn: true,
		RevokeSessions: true,
		ResetPass: true,
		RemoveMFADevices: true,
		RemoveGroups: true,
		RemoveLicenses: true,
		ConvertToShared: true,
		HideFromGAL: true,
		forward: { value: 'alex.wilber@contoso.example', label: 'alex.wilber@contoso.example' },
		KeepCopy: true,
		OOO: '<p>Megan no longer works here.</p>',
		AccessAutomap: [{ value: 'alex.wilber@contoso.example', label: 'alex.wilber@contoso.example' }],
		AccessNoAutomap: [
			{ value: 'adele.vance@contoso.example', label: 'adele.vance@contoso.example' },
		],
		AccessSendAs: [{ value: 'alex.wilber@contoso.example', label: 'alex.wilber@contoso.example' }],
		AccessSendOnBehalf: [
			{ value: 'adele.vance@contoso.example', label: 'adele.vance@contoso.example' },
		],
		OnedriveAccess: [
			{ value: 'alex.wilber@contoso.example', label: 'alex.wilber@contoso.example' },
		],
		DisableOneDriveSharing: true,
		RemoveRules: true,
		RemoveMobile: true,
		removeCalendarInvites: true,
		removePermissions: true,
		removeCalendarPermissions: true,
		RemoveTeamsPhoneDID: true,
		ClearImmutableId: true,
		PostExecution: { email: true, psa: true },
		reference: 'LEAVER-1',
	});
});

it('leaves out every switch that is off', async () => {
	await offboard(sandbox.current, { DisableSignIn: true, DeleteUser: false, ResetPass: 'false' });

	expect(Object.keys(submissions(sandbox.current)[0].body as object).sort()).toEqual([
		'DisableSignIn',
		'reference',
		'tenantFilter',
		'user',
	]);
});

it('gives ids and times of both tasks, and when it looked', async () => {
	const [report] = reportsOf(await offboard(sandbox.current, { RemoveLicenses: true }));

	expect(report.task).toMatchObject({ name: `Offboarding: ${megan}`, state: 'Completed' });
	expect(report.licenseTask).toMatchObject({
		name: `Remove License: ${megan}`,
		state: 'Completed',
	});
	const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
	for (const time of [
		report.times.submitted,
		report.times.executed,
		report.times.verified,
		report.times.finished,
	]) {
		expect(time).toMatch(iso);
	}
	expect(report.task?.id).toMatch(/^[0-9a-f-]{36}$/);
});
