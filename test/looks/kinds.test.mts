import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { adele, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { runLooking, withoutPauses } from './looking.mts';

const sandbox = useSandbox();
withoutPauses();

const run = async (parameters: IDataObject, items: IDataObject[] = [{}]) =>
	await runLooking(sandbox.current, parameters, {
		items,
		node: { onError: 'continueErrorOutput' },
	});
const says = (endpoint: string, Results: string, times?: number) =>
	sandbox.current.faults.endpoint(endpoint, { status: 200, body: { Results } }, { times });
const gives = (endpoint: string, body: unknown, times?: number) =>
	sandbox.current.faults.endpoint(endpoint, { status: 200, body }, { times });
const asked = (endpoint: string) =>
	sandbox.current.requests.filter((request) => request.endpoint === endpoint);
const account = (accountEnabled: unknown) => ({
	Results: [{ id: '1', userPrincipalName: megan, accountEnabled }],
});

/** Sign-in: one object of Microsoft Graph. */
const disable = { resource: 'user', operation: 'disable', userEmail: megan };
const saysDisabled = () =>
	says('ExecDisableUser', 'Successfully set account enabled state to False for Megan');

describe('one object of Microsoft Graph', () => {
	it('is verified where it is so at once, with what was read and expected', async () => {
		saysDisabled();
		sandbox.current.tenants.user(megan).accountEnabled = false;

		const [item] = (await run(disable)).json;

		expect(item).toMatchObject({
			status: 'succeeded',
			verified: true,
			verifiedAt: expect.stringMatching(/^\d{4}-/) as unknown,
			look: {
				read: `Microsoft Graph: users/${megan}`,
				expected: 'accountEnabled false',
				found: 'accountEnabled false',
			},
		});
		expect(asked('ListGraphRequest')).toHaveLength(1);
	});

	it('is read past the caches of CIPP', async () => {
		saysDisabled();
		sandbox.current.tenants.user(megan).accountEnabled = false;
		await run(disable);
		expect(asked('ListGraphRequest')[0].query).toMatchObject({
			SkipCache: 'true',
			InvalidateCIPPCache: 'true',
		});
	});

	it('is verified where it shows at the third look', async () => {
		saysDisabled();
		gives('ListGraphRequest', account(true), 2);
		gives('ListGraphRequest', account(false));

		const [item] = (await run(disable)).json;

		expect(item).toMatchObject({ verified: true });
		expect(asked('ListGraphRequest')).toHaveLength(3);
	});

	it('is a failure with advice where CIPP says done and it is not, and nothing is sent again', async () => {
		saysDisabled();

		const { json, errors } = await run(disable);

		expect(json).toEqual([]);
		expect(errors[0].json).toMatchObject({
			error: expect.stringMatching(/CIPP says that ".*" is done, and it is not/) as unknown,
			message: expect.stringMatching(
				/Expected: accountEnabled false. Found: accountEnabled true/,
			) as unknown,
			details: { status: 'failed', verified: false },
		});
		expect(asked('ExecDisableUser')).toHaveLength(1);
		expect(asked('ListGraphRequest')).toHaveLength(5);
	});

	it('is open where it cannot be read, with the reason and the permission, and not asked again', async () => {
		saysDisabled();
		sandbox.current.faults.endpoint('ListGraphRequest', { kind: 'roleMissing' });

		const [item] = (await run(disable)).json;

		expect(item).toMatchObject({
			status: 'succeeded',
			verified: null,
			look: {
				permission: 'CIPP.Core.Read',
				reason: expect.stringMatching(/permission/) as unknown,
			},
		});
		expect(asked('ListGraphRequest')).toHaveLength(1);
	});

	it('is open where the column is missing or empty: that is not false', async () => {
		saysDisabled();
		gives('ListGraphRequest', account(null));
		expect((await run(disable)).json[0]).toMatchObject({ verified: null });
	});

	it('is a failure where there is no such thing', async () => {
		saysDisabled();
		const { errors } = await run({ ...disable, userEmail: 'nobody@contoso.example' });
		expect(errors[0].json.details).toMatchObject({ look: { found: 'it does not exist' } });
	});

	it('reads many of a tenant with one call for twenty', async () => {
		saysDisabled();
		for (const { userPrincipalName } of sandbox.current.tenants.named('contoso.example').users)
			sandbox.current.tenants.user(userPrincipalName).accountEnabled = false;
		const people = sandbox.current.tenants
			.named('contoso.example')
			.users.slice(0, 5)
			.map(({ userPrincipalName: user }) => ({ user }));

		const { json } = await run({ ...disable, userEmail: '={{ $json.user }}' }, people);

		expect(json.map(({ verified }) => verified)).toEqual(people.map(() => true));
		expect(asked('ListGraphBulkRequest')).toHaveLength(1);
		expect(asked('ListGraphRequest')).toHaveLength(0);
	});

	it('asks alone for whom the call for many does not clearly answer', async () => {
		saysDisabled();
		sandbox.current.tenants.user(megan).accountEnabled = false;
		sandbox.current.tenants.user(adele).accountEnabled = false;
		const people = [{ user: megan }, { user: 'nobody@contoso.example' }, { user: adele }];

		const { json, errors } = await run({ ...disable, userEmail: '={{ $json.user }}' }, people);

		expect(json.map(({ verified }) => verified)).toEqual([true, true]);
		expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	});

	it('does nothing where it is switched off', async () => {
		saysDisabled();
		const [item] = (await run({ ...disable, lookAfterwards: false })).json;
		expect(item).not.toHaveProperty('verified');
		expect(asked('ListGraphRequest')).toHaveLength(0);
	});

	it('is not looked at where CIPP says that it failed', async () => {
		says('ExecDisableUser', 'Failed to disable: denied');
		const { errors } = await run(disable);
		expect(errors).toHaveLength(1);
		expect(asked('ListGraphRequest')).toHaveLength(0);
	});
});

describe('what is gone', () => {
	const remove = { resource: 'user', operation: 'delete', userEmail: megan };

	it('is only gone in words for that, and a refusal leaves it open', async () => {
		says('RemoveUser', 'Successfully deleted user');
		sandbox.current.faults.endpoint('ListGraphRequest', {
			status: 400,
			body: { Results: 'Graph Error: Insufficient privileges to complete the operation.' },
		});
		expect((await run(remove)).json[0]).toMatchObject({ verified: null });
	});

	it('is verified where Microsoft says that it does not exist', async () => {
		says('RemoveUser', 'Successfully deleted user');
		const result = await run({ ...remove, userEmail: 'nobody@contoso.example' });
		expect(result.json[0]).toMatchObject({
			verified: true,
			look: { expected: 'nothing there', found: 'it does not exist' },
		});
	});

	it('is a failure where it is still there', async () => {
		says('RemoveUser', 'Successfully deleted user');
		expect((await run(remove)).errors[0].json.details).toMatchObject({ verified: false });
	});
});

describe('what an Exchange command gives', () => {
	const convert = {
		resource: 'mailbox',
		operation: 'convert',
		mailbox: megan,
		MailboxType: 'Shared',
	};
	const node = { type: 'n8n-nodes-cipp.cippExchange', onError: 'continueErrorOutput' as const };
	const runIn = async () => await runLooking(sandbox.current, convert, { node });
	const mailbox = (RecipientTypeDetails: string | null) => ({
		Results: { Identity: 'megan', RecipientTypeDetails },
	});

	it('is verified where the one row, which comes as an object, has it', async () => {
		says('ExecConvertMailbox', 'Successfully converted megan to a Shared mailbox');
		gives('ListExoRequest', mailbox('SharedMailbox'));
		expect((await runIn()).json[0]).toMatchObject({ verified: true });
	});

	it('is a failure where it was swallowed', async () => {
		says('ExecConvertMailbox', 'Successfully converted megan to a Shared mailbox');
		gives('ListExoRequest', mailbox('UserMailbox'));
		expect((await runIn()).errors[0].json.details).toMatchObject({ verified: false });
		expect(asked('ListExoRequest')).toHaveLength(4);
	});

	it('is open where Exchange refuses, which comes with status 200 as a row', async () => {
		says('ExecConvertMailbox', 'Successfully converted megan to a Shared mailbox');
		gives('ListExoRequest', { Results: [{ Error: 'Ex6F9304|Access is denied.' }] });
		expect((await runIn()).json[0]).toMatchObject({
			verified: null,
			look: { reason: expect.stringMatching(/Access is denied/) as unknown },
		});
	});

	it('is open where the row holds nothing', async () => {
		says('ExecConvertMailbox', 'Successfully converted megan to a Shared mailbox');
		gives('ListExoRequest', { Results: [{ Identity: null, RecipientTypeDetails: null }] });
		expect((await runIn()).json[0]).toMatchObject({ verified: null });
	});
});

describe('one more of a name', () => {
	const create = {
		resource: 'group',
		operation: 'createSecurity',
		groupDisplayName: 'Sales',
		displayName: 'Sales',
	};
	const list = (count: number) => ({
		Results: Array.from({ length: count }, (_one, index) => ({
			id: String(index),
			displayName: 'Sales',
			securityEnabled: true,
			mailEnabled: false,
		})),
	});

	it('is verified where there is one more than before', async () => {
		says('AddGroup', 'Successfully created group Sales');
		gives('ListGraphRequest', list(1), 1);
		gives('ListGraphRequest', list(2));
		expect((await run(create)).json[0]).toMatchObject({
			verified: true,
			look: { found: '2 now, 1 before' },
		});
	});

	it('is a failure where one of that name was there before and no other came', async () => {
		says('AddGroup', 'Successfully created group Sales');
		gives('ListGraphRequest', list(1));
		expect((await run(create)).errors[0].json.details).toMatchObject({
			look: { found: '1 now, 1 before' },
		});
	});

	it('counts for each of several items of a name: the second was swallowed', async () => {
		says('AddGroup', 'Successfully created group Sales');
		gives('ListGraphRequest', list(0), 1);
		gives('ListGraphRequest', list(1));
		const { json, errors } = await run(create, [{}, {}]);
		expect(json.map(({ verified }) => verified)).toEqual([true]);
		expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	});

	it('is open where nobody could count before', async () => {
		says('AddGroup', 'Successfully created group Sales');
		sandbox.current.faults.endpoint('ListGraphRequest', { status: 403, body: 'no' }, { times: 1 });
		gives('ListGraphRequest', list(1));
		expect((await run(create)).json[0]).toMatchObject({ verified: null });
	});
});

describe('what was so before', () => {
	const add = {
		resource: 'license',
		operation: 'addToUser',
		userId: '1',
		userIds: '1',
		Licenses: 'a1b2c3d4-0000-4000-8000-000000000001',
	};
	const withLicenses = (...skuIds: string[]) => ({
		Results: [{ id: '1', assignedLicenses: skuIds.map((skuId) => ({ skuId })) }],
	});

	it('is told: it cannot be told from what the change did', async () => {
		says('ExecBulkLicense', 'Successfully assigned licenses');
		gives('ListGraphRequest', withLicenses('A1B2C3D4-0000-4000-8000-000000000001'));
		expect((await run(add)).json[0]).toMatchObject({ verified: true, look: { alreadySo: true } });
	});

	it('is not told where the change made it so', async () => {
		says('ExecBulkLicense', 'Successfully assigned licenses');
		gives('ListGraphRequest', withLicenses(), 1);
		gives('ListGraphRequest', withLicenses('a1b2c3d4-0000-4000-8000-000000000001'));
		const [item] = (await run(add)).json;
		expect(item).toMatchObject({ verified: true });
		expect(item.look).not.toHaveProperty('alreadySo');
	});
});

describe('What Would Change', () => {
	const ask = (parameters: IDataObject = {}) =>
		run({ ...disable, ...parameters, options: { whatWouldChange: true } });

	it('tells from what to what, and sends nothing that changes', async () => {
		expect((await ask()).json[0]).toMatchObject({
			wouldChange: true,
			says: 'would change accountEnabled from true to false',
		});
		expect(asked('ExecDisableUser')).toEqual([]);
	});

	it('tells what is so already', async () => {
		sandbox.current.tenants.user(megan).accountEnabled = false;
		expect((await ask()).json[0]).toMatchObject({ wouldChange: false, says: 'already so' });
	});

	it('tells what is not there', async () => {
		expect((await ask({ userEmail: 'nobody@contoso.example' })).json[0]).toMatchObject({
			wouldChange: null,
			says: 'not found',
		});
	});

	it('is a read for a tool', async () => {
		const node = { type: 'n8n-nodes-cipp.cippTool', parameters: {} };
		const asTool = async (options: IDataObject) =>
			await runLooking(
				sandbox.current,
				{ ...disable, toolMay: 'read', options },
				{
					node: { type: node.type },
				},
			);
		expect((await asTool({ whatWouldChange: true })).json[0]).toMatchObject({ wouldChange: true });
		expect((await asTool({})).error?.message).toMatch(/not allowed/);
	});
});
