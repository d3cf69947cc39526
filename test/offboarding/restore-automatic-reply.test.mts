import { beforeEach, expect, it } from 'vitest';
import { automaticReply } from '../../offboarding/restore/facts/automatic-reply';
import { runRestore } from '../../offboarding/restore/run';
import type { RestorePlan, RestoreResult } from '../../offboarding/restore/shape';
import { planOf, snapshotOf } from './restoring.mts';
import { adele, connect, type Connection } from './sandbox-send.mts';

let cipp: Connection;
beforeEach(async () => {
	cipp = await connect();
});

const run = async (plan: RestorePlan): Promise<RestoreResult> =>
	await runRestore(plan, cipp.send, cipp.clock);
const reply = () => cipp.sandbox.tenants.user(adele).mailbox!.autoReply;
const set = (change: Partial<ReturnType<typeof reply>>) => Object.assign(reply(), change);
const left = '<html><body>I have left.</body></html>';
const leave = () => set({ state: 'Enabled', internalMessage: left, externalMessage: left });
async function restored(was: Parameters<typeof set>[0]) {
	set(was);
	const snapshot = await snapshotOf(cipp, adele);
	leave();
	const plan = await planOf(cipp, automaticReply, snapshot);
	cipp.sent.length = 0;
	return { plan, result: await run(plan) };
}

it('an automatic reply that was on with a text of its own comes back with it, inside and outside', async () => {
	const { result } = await restored({
		state: 'Enabled',
		internalMessage: '<p>Back on Monday</p>',
		externalMessage: '<p>Away</p>',
	});

	expect(result.steps).toMatchObject([
		{ outcome: 'done', read: 'AutoReplyState is Enabled with the texts of before' },
	]);
	expect(reply()).toMatchObject({
		internalMessage: '<p>Back on Monday</p>',
		externalMessage: '<p>Away</p>',
	});
});

it('an automatic reply is not done while the text of the leaver is still there', async () => {
	cipp.sandbox.faults.endpoint('ExecSetOoO', {
		status: 200,
		body: { Results: 'Set Out-of-office to Enabled.' },
	});
	const { result } = await restored({ state: 'Enabled', internalMessage: '<p>Away</p>' });

	expect(result.steps).toMatchObject([
		{ outcome: 'failed', read: 'AutoReplyState is Enabled with other texts' },
	]);
});

it('an automatic reply is the same text however Exchange wraps and encodes it', async () => {
	set({ state: 'Enabled', internalMessage: 'R&D für alle', externalMessage: 'Away' });
	const snapshot = await snapshotOf(cipp, adele);
	set({
		internalMessage: '<html>\r\n<body>\r\n<div>R&amp;D f&uuml;r\r\nalle</div></body></html>',
		externalMessage: '<html><body>&#65;way<br></body></html>',
	});

	expect((await planOf(cipp, automaticReply, snapshot)).steps).toEqual([]);
});

it('an automatic reply in which CIPP puts values of its own cannot be compared, and is not called wrong', async () => {
	set({ state: 'Enabled', internalMessage: 'Ask %tenantname%', externalMessage: 'Away' });
	const snapshot = await snapshotOf(cipp, adele);
	set({ internalMessage: 'Ask Contoso Ltd' });
	const plan = await planOf(cipp, automaticReply, snapshot);
	cipp.sandbox.faults.endpoint('ExecSetOoO', {
		status: 200,
		body: { Results: 'Set Out-of-office to Enabled.' },
	});
	const result = await run(plan);

	expect(result.steps).toMatchObject([
		{ outcome: 'not verified', read: expect.stringContaining('cannot be compared') },
	]);
});

it('an automatic reply without a text for inside does not leave the text of the leaver there', async () => {
	const { result } = await restored({
		state: 'Enabled',
		internalMessage: '',
		externalMessage: 'Away',
	});

	expect(result.steps).toMatchObject([{ outcome: 'done' }]);
	expect(reply().internalMessage).not.toContain('left');
});

it('an automatic reply without a text for outside answers nobody outside, which cannot be read', async () => {
	const { result } = await restored({
		state: 'Enabled',
		internalMessage: 'Away',
		externalMessage: '',
	});

	expect(reply()).toMatchObject({ internalMessage: 'Away', externalAudience: 'None' });
	expect(result.steps).toMatchObject([{ outcome: 'not verified' }]);
});

it('an automatic reply that was to run for a while longer is scheduled again', async () => {
	const times = { startTime: '2025-03-01 08:00', endTime: '2025-03-14 17:30' };
	const { plan, result } = await restored({
		state: 'Scheduled',
		internalMessage: 'Skiing',
		externalMessage: 'Skiing',
		...times,
	});

	expect(plan.steps).toMatchObject([{ what: expect.stringContaining('2025-03-14 17:30') }]);
	expect(result.steps).toMatchObject([{ outcome: 'done' }]);
	expect(reply()).toMatchObject({ state: 'Scheduled', internalMessage: 'Skiing', ...times });
});

it('an automatic reply whose time is over is off', async () => {
	const { plan } = await restored({
		state: 'Scheduled',
		startTime: '2025-02-01 08:00',
		endTime: '2025-02-14 17:30',
	});

	expect(plan.steps).toMatchObject([{ what: 'switches the automatic reply off' }]);
	expect(reply().state).toBe('Disabled');
});
