import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../offboarding/plan/plan';
import type { Verification } from '../../../offboarding/after/verify-now';
import { alex, megan, stepOf, useSandbox } from '../../offboard-user/offboarding.mts';
import { handOn, reportOf, runOffboarding, writes } from '../offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);
const start = async (parameters: IDataObject, options = {}) =>
	await run('start', { userEmail: megan, when: 'now', ...parameters }, options);
const plan = async (parameters: IDataObject) => {
	const { json } = await run('plan', { userEmail: megan, when: 'now', ...parameters });
	return json[0] as unknown as Plan;
};
const mailboxOf = (user: string) => sandbox.current.tenants.user(user).mailbox!;
const pradeep = 'pradeep.gupta@contoso.example';
const lidia = 'lidia.holloway@contoso.example';
const keepGoing = { node: { onError: 'continueErrorOutput' } };

describe('forwarding', () => {
	it('pain 23: an address typed as text goes out in the form that CIPP acts on, and the mailbox is read', async () => {
		const result = await start({ forward: alex });

		const { body } = sandbox.current.requests.find(
			({ endpoint }) => endpoint === 'ExecOffboardUser',
		)!;
		expect((body as IDataObject).forward).toEqual({ value: alex, label: alex });
		expect(mailboxOf(megan).forwardingAddress).toBe(alex);
		expect(stepOf(result, 'forward')).toMatchObject({ outcome: 'succeeded', verified: true });
	});

	it('pain 23: a forwarding that CIPP passes over in silence is a failed step', async () => {
		sandbox.current.faults.step('forward', 'neverMentioned');
		const result = await start({ DisableSignIn: true, forward: alex });

		expect(result.error?.message).toBe(
			`${megan} is not fully offboarded. Not done: Forward Mail To.`,
		);
		expect(reportOf(result).details.find(({ step }) => step === 'forward')).toMatchObject({
			said: [],
			outcome: 'failed',
			read: 'mail goes to nobody else, a copy is not kept',
		});
	});

	it('pain 24: two targets are refused before anything is sent, with a way that works', async () => {
		const result = await start({ forward: `${alex}, adele.vance@contoso.example` });

		expect(result.error?.message).toContain('CIPP forwards mail to one address');
		expect(result.error?.description).toContain('a group that holds all of them');
		expect(writes(sandbox.current)).toEqual([]);
	});

	it('pain 24: a group is a target, an outside address needs a contact, and the copy is read back', async () => {
		const group = sandbox.current.tenants
			.named('contoso.example')
			.groups.find(({ displayName }) => displayName === 'All Company')!;
		const inside = await plan({ forward: group.mail });
		const outside = await plan({ forward: 'someone@elsewhere.example' });
		const codes = ({ blockers, warnings }: Plan) => [...blockers, ...warnings].map((r) => r.code);

		expect(codes(inside)).not.toContain('forwardTargetNotFound');
		expect(outside.warnings.find(({ step }) => step === 'forward')?.cure).toContain(
			'an outside address needs a mail contact',
		);

		const done = await start({ forward: alex, KeepCopy: true });
		expect(stepOf(done, 'forward').read).toBe(`mail goes to ${alex}, a copy is kept`);
		mailboxOf(megan).deliverToMailboxAndForward = false;
		const verified = await run('verify', {}, { items: handOn(done) });
		expect(verified.error?.message).toContain('is not as wanted: forward');
	});

	it('pain 25: a forwarding and rules that are there already show in the plan, and end at once if asked', async () => {
		const [his, hers] = [
			await plan({ userEmail: pradeep, DisableSignIn: true }),
			await plan({ DisableSignIn: true }),
		];
		expect(his.warnings).toContainEqual(
			expect.objectContaining({
				code: 'existingForward',
				message:
					'Mail goes to the external address pradeep@private.example already, and will go on doing so',
			}),
		);
		expect(hers.warnings).toContainEqual(
			expect.objectContaining({
				code: 'existingRules',
				message: expect.stringContaining('Agency invoices (to Adele Vance)') as string,
			}),
		);

		const done = await start({ userEmail: pradeep, disableForwarding: true });
		expect(mailboxOf(pradeep).forwardingSmtpAddress).toBeNull();
		expect(stepOf(done, 'disableForwarding')).toMatchObject({
			verified: true,
			read: 'mail is not forwarded',
		});
	});

	it('pain 25: a forwarding that was to end some day shows in every later look until it has ended', async () => {
		const done = await start({ forward: alex });
		const look = async () => {
			const { json } = await run(
				'verify',
				{ options: { evenIfNot: true } },
				{ items: handOn(done) },
			);
			return (json[0] as unknown as Verification).residual!.left;
		};

		expect(await look()).toContainEqual({
			kind: 'forwarding',
			name: alex,
			why: 'mail goes to this internal address',
			cure: 'End the forwarding if it is not meant to be.',
		});
		mailboxOf(megan).forwardingAddress = null;
		expect((await look()).map(({ kind }) => kind)).not.toContain('forwarding');
	});
});

describe('the automatic reply', () => {
	it('pain 26: the plan says that mail forwarded without a copy is not answered', async () => {
		const codes = ({ warnings }: Plan) => warnings.map(({ code }) => code);

		expect(codes(await plan({ OOO: 'Gone', forward: alex }))).toContain('replyNotSent');
		expect(codes(await plan({ OOO: 'Gone', forward: alex, KeepCopy: true }))).not.toContain(
			'replyNotSent',
		);
	});

	it('pain 26: one text with expressions serves everyone, and is read back for inside and outside', async () => {
		const done = await start(
			{
				userEmail: '={{ $json.user }}',
				OOO: '=<p>{{ $json.name }} has left. Please write to {{ $json.deputy }}.</p>',
			},
			{ items: [{ user: megan, name: 'Megan Bowen', deputy: alex }] },
		);

		const { autoReply } = mailboxOf(megan);
		expect(autoReply).toMatchObject({
			state: 'Enabled',
			externalMessage: `<p>Megan Bowen has left. Please write to ${alex}.</p>`,
		});
		expect(stepOf(done, 'OOO')).toMatchObject({ outcome: 'succeeded', verified: true });

		autoReply.externalMessage = '';
		const verified = await run('verify', {}, { items: handOn(done) });
		expect(verified.error?.message).toContain('is not as wanted: OOO');
	});
});

describe('a delegate and a hidden mailbox', () => {
	it('pain 27: the plan promises full access and no more, and what Exchange has is read', async () => {
		const { steps } = await plan({ AccessAutomap: alex, HideFromGAL: true });
		const done = await start({ AccessAutomap: alex, HideFromGAL: true });

		expect(steps.find(({ step }) => step === 'AccessAutomap')?.what).toBe(
			`gives ${alex} full access to the mailbox, shown in Outlook by itself`,
		);
		expect(stepOf(done, 'AccessAutomap').read).toContain(`FullAccess is there for ${alex}`);
		expect(mailboxOf(megan).grants).not.toContainEqual(
			expect.objectContaining({ trustee: alex, right: 'SendAs' }),
		);
	});

	it('pain 27: hiding a synced account is announced as work for the local directory, and the error is kept', async () => {
		sandbox.current.faults.step('HideFromGAL', 'fails', {
			error: 'The object is being synchronized from your on-premises organization.',
		});
		const { warnings } = await plan({ userEmail: lidia, HideFromGAL: true });
		const result = await start(
			{ userEmail: lidia, RevokeSessions: true, HideFromGAL: true },
			keepGoing,
		);

		expect(warnings).toContainEqual(
			expect.objectContaining({
				code: 'directorySynced',
				step: 'HideFromGAL',
				cure: 'Set msExchHideFromAddressLists there.',
			}),
		);
		const report = reportOf(result);
		expect(report.status).toBe('partial');
		expect(report.warnings).toContain(
			'Hiding a synced account from the address list has to be done on-premises.',
		);
		expect(report.details.find(({ step }) => step === 'HideFromGAL')).toMatchObject({
			outcome: 'failed',
			verified: false,
			said: [expect.stringContaining('synchronized from your on-premises')],
		});
	});
});
