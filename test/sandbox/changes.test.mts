import { expect, test } from 'vitest';
import { adele, alex, contoso, lidia, megan, signedIn } from './signed-in.mts';

const tenantFilter = contoso;

test('ExecDisableUser disables when Enable is left out, enables on true, and refuses other texts', async () => {
	const { sandbox, post } = await signedIn();
	expect((await post('ExecDisableUser', { tenantFilter, ID: megan })).body).toEqual({
		Results: `Successfully set account enabled state to False for ${megan}`,
	});
	expect(sandbox.tenants.user(megan).accountEnabled).toBe(false);
	expect((await post('ExecDisableUser', { tenantFilter, ID: megan, Enable: true })).body).toEqual({
		Results: `Successfully set account enabled state to True for ${megan}`,
	});
	expect(sandbox.tenants.user(megan).accountEnabled).toBe(true);
	expect(
		(await post('ExecDisableUser', { tenantFilter, ID: megan, Enable: 'perhaps' })).status,
	).toBe(500);
});

test('ExecDisableUser on a synced user changes it and answers 500 with a warning', async () => {
	const { sandbox, post } = await signedIn();
	const reply = await post('ExecDisableUser', { tenantFilter, ID: lidia });
	expect([reply.status, reply.body.Results]).toEqual([
		500,
		`Failed to set sign-in state for ${lidia}. Error: WARNING: User ${lidia} is AD Sync enabled. Please enable/disable in the local AD.`,
	]);
	expect(sandbox.tenants.user(lidia).accountEnabled).toBe(false);
});

test('changes in an unknown tenant are reported as done', async () => {
	const { post } = await signedIn();
	for (const [endpoint, text] of [
		['ExecDisableUser', `Successfully set account enabled state to False for ${megan}`],
		['ExecRevokeSessions', `Successfully revoked sessions for ${megan}`],
	]) {
		const reply = await post(endpoint, {
			tenantFilter: 'nowhere.example',
			ID: megan,
			Username: megan,
		});
		expect([reply.status, reply.body.Results]).toEqual([200, text]);
	}
});

test('ExecResetPass gives the password to copy and leaves the change to the user only when asked', async () => {
	const { sandbox, post } = await signedIn();
	const { body } = await post('ExecResetPass', {
		tenantFilter,
		ID: megan,
		displayName: 'Megan Bowen',
	});
	expect(body.Results.state).toBe('success');
	expect(body.Results.resultText).toBe(
		`Successfully reset the password for Megan Bowen, ${megan}. User must change password is set to False. The new password is ${body.Results.copyField}`,
	);
	expect(sandbox.tenants.user(megan).lastPasswordChangeDateTime).toBe('2025-03-03T09:02:00.000Z');
	expect(
		(await post('ExecResetPass', { tenantFilter, ID: megan, MustChange: true })).body.Results
			.resultText,
	).toContain('User must change password is set to True.');
	const missing = await post('ExecResetPass', { tenantFilter, ID: 'nobody@contoso.example' });
	expect([missing.status, missing.body.Results]).toEqual([
		500,
		"Failed to reset password for nobody@contoso.example, nobody@contoso.example. Error: Resource 'nobody@contoso.example' does not exist or one of its queried reference-property objects are not present.",
	]);
});

test('a removed user is in the deleted items and comes back with groups and licences', async () => {
	const { sandbox, get, post } = await signedIn();
	const { id } = sandbox.tenants.user(megan);
	expect(
		(await post('RemoveUser', { tenantFilter, ID: id, userPrincipalName: megan })).body,
	).toEqual({ Results: `Successfully deleted user with ID: '${id}' and Username: '${megan}'` });
	const [deleted] = (await get('ListDeletedItems', { tenantFilter })).body;
	expect(deleted).toMatchObject({
		id,
		TargetType: 'User',
		displayName: 'Megan Bowen',
		userPrincipalName: `${id.replaceAll('-', '')}${megan}`,
	});
	expect(
		(await post('ExecRestoreDeleted', { tenantFilter, ID: id, displayName: 'Megan Bowen' })).body,
	).toEqual({
		Results: `Successfully restored deleted item with ID: '${id}' Display Name: 'Megan Bowen'`,
	});
	expect((await get('ListUserGroups', { tenantFilter, userId: id })).body).toHaveLength(4);
	expect(
		(await get('ListUsers', { tenantFilter, UserID: id })).body[0].assignedLicenses,
	).toHaveLength(2);
	expect((await get('ListDeletedItems', { tenantFilter })).body).toEqual([]);
	expect((await post('ExecRestoreDeleted', { tenantFilter, ID: id })).status).toBe(500);
});

test('licences are added, removed and replaced; failures are lines', async () => {
	const { sandbox, post } = await signedIn();
	const { id } = sandbox.tenants.user(megan);
	const held = () => sandbox.tenants.user(megan).directLicenses;
	const premium = 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46';
	const powerBi = 'f8a1db68-be16-40ed-86d5-cb42ce701560';
	const change = async (item: object) =>
		(await post('ExecBulkLicense', [{ tenantFilter, userIds: [id], ...item }])).body.Results;
	expect(
		await change({ LicenseOperation: 'Remove', LicensesToRemove: [{ value: premium }] }),
	).toEqual([
		`Successfully set licenses for ${megan}. It may take 2–5 minutes before the changes become visible.`,
	]);
	expect(held()).not.toContain(premium);
	await change({ LicenseOperation: 'Add', Licenses: [{ value: premium }, { value: powerBi }] });
	expect(held()).toContain(powerBi);
	await change({
		LicenseOperation: 'Replace',
		Licenses: [{ value: premium }],
		ReplaceAllLicenses: true,
	});
	expect(held()).toEqual([premium]);
	expect(await change({ LicenseOperation: 'Add', Licenses: [premium] })).toEqual([
		`No license changes needed for user ${megan}`,
	]);
	expect(
		await change({ userIds: ['unknown'], LicenseOperation: 'Add', Licenses: [{ value: premium }] }),
	).toEqual([`User unknown not found in tenant ${contoso}`]);
	expect(
		(
			await change({
				LicenseOperation: 'Add',
				Licenses: [{ value: 'e43b5b99-8dfb-405f-9987-dc307f34bcb0' }],
			})
		)[0],
	).toMatch(/^Failed to assign licenses for user/);
});

test('mailbox type, address list, forwarding and auto reply', async () => {
	const { sandbox, post } = await signedIn();
	const mailbox = () => sandbox.tenants.user(megan).mailbox!;
	expect(
		(await post('ExecConvertMailbox', { tenantFilter, ID: megan, MailboxType: 'Shared' })).body,
	).toEqual({ Results: `Successfully converted ${megan} to a Shared mailbox` });
	expect(mailbox().type).toBe('SharedMailbox');
	expect(
		(await post('ExecConvertMailbox', { tenantFilter, ID: megan, MailboxType: 'Regular' })).body,
	).toEqual({ Results: `Successfully converted ${megan} to a Regular mailbox` });
	expect(
		(await post('ExecHideFromGAL', { tenantFilter, ID: megan, HideFromGAL: true })).body,
	).toEqual({ Results: `Successfully hidden ${megan} from GAL.` });
	expect(mailbox().hiddenFromAddressLists).toBe(true);
	expect(
		(
			await post('ExecHideFromGAL', {
				tenantFilter,
				ID: 'nobody@contoso.example',
				HideFromGAL: false,
			})
		).status,
	).toBe(403);
	expect(
		(
			await post('ExecEmailForward', {
				tenantFilter,
				userID: megan,
				forwardOption: 'ExternalAddress',
				ForwardExternal: 'megan@private.example',
				KeepCopy: true,
			})
		).body.Results,
	).toEqual([
		`Successfully set forwarding for ${megan} to External Address megan@private.example with keeping a copy set to True`,
	]);
	expect(mailbox()).toMatchObject({
		forwardingSmtpAddress: 'smtp:megan@private.example',
		forwardingAddress: null,
		deliverToMailboxAndForward: true,
	});
	await post('ExecEmailForward', {
		tenantFilter,
		userID: megan,
		forwardOption: 'internaladdress',
		ForwardInternal: { value: adele },
	});
	expect(mailbox()).toMatchObject({
		forwardingSmtpAddress: null,
		forwardingAddress: adele,
		deliverToMailboxAndForward: false,
	});
	expect(
		(
			await post('ExecEmailForward', {
				tenantFilter,
				userID: megan,
				forwardOption: 'internalAddress',
			})
		).body,
	).toEqual({ Results: [null] });
	expect(
		(await post('ExecEmailForward', { tenantFilter, userID: megan, forwardOption: 'disabled' }))
			.body.Results,
	).toEqual([`Disabling forwarding for ${megan}`, `Successfully disabled forwarding for ${megan}`]);
	expect(mailbox().forwardingAddress).toBeNull();
	expect(
		(
			await post('ExecSetOoO', {
				tenantFilter,
				userId: megan,
				AutoReplyState: { value: 'Enabled' },
				InternalMessage: 'Away',
			})
		).body,
	).toEqual({ Results: `Set Out-of-office for ${megan} to Enabled.` });
	expect(mailbox().autoReply).toMatchObject({
		state: 'Enabled',
		internalMessage: 'Away',
		externalAudience: 'None',
	});
	expect(
		(
			await post('ExecSetOoO', {
				tenantFilter,
				userId: megan,
				AutoReplyState: 'Scheduled',
				input: 'Away',
				StartTime: 1741082400,
				EndTime: 1741168800,
			})
		).body.Results,
	).toBe(
		`Scheduled Out-of-office for ${megan} between 03/04/2025 10:00:00 and 03/05/2025 10:00:00`,
	);
	expect(mailbox().autoReply).toMatchObject({
		state: 'Scheduled',
		startTime: '2025-03-04 10:00',
		externalMessage: 'Away',
	});
	expect(
		(await post('ExecSetOoO', { tenantFilter, userId: megan, AutoReplyState: 'Sometimes' })).status,
	).toBe(500);
});

test('ExecResetMFA takes one method by id, or all but the password', async () => {
	const { sandbox, post } = await signedIn();
	const methods = () => sandbox.tenants.user(megan).authenticationMethods;
	const fido = methods().find((method) => method['@odata.type'].includes('fido2'))!;
	expect((await post('ExecResetMFA', { tenantFilter, ID: megan, MethodId: fido.id })).body).toEqual(
		{ Results: `Successfully removed MFA method (fido2Method) for user ${megan}` },
	);
	expect(methods()).toHaveLength(3);
	expect((await post('ExecResetMFA', { tenantFilter, ID: megan, MethodId: fido.id })).body).toEqual(
		{ Results: `No removable MFA method with id ${fido.id} found for user ${megan}` },
	);
	await post('ExecResetMFA', { tenantFilter, ID: megan, MethodId: '' });
	expect(methods()).toHaveLength(1);
	expect((await post('ExecResetMFA', { tenantFilter, ID: megan })).body).toEqual({
		Results: `No MFA methods found for user ${megan}`,
	});
});

test('EditGroup adds and removes members, names the group as it was told, and loses what Graph says when it refuses', async () => {
	const { sandbox, post } = await signedIn();
	const group = (name: string) =>
		sandbox.tenants.named(contoso).groups.find(({ displayName }) => displayName === name)!;
	const { id } = sandbox.tenants.user(alex);
	const edit = async (name: string, change: object) =>
		await post('EditGroup', {
			tenantFilter,
			groupId: group(name).id,
			groupName: name,
			...change,
		});
	const lost = [500, expect.stringMatching(/^The term '.*' is not recognized/)];
	const member = { value: id, addedFields: { userPrincipalName: alex } };
	expect((await edit('Campaign Editors', { AddMember: [member] })).body.Results).toEqual([
		`Success - Added member ${alex} to Campaign Editors group`,
	]);
	expect(group('Campaign Editors').members).toContain(id);
	const again = await edit('Campaign Editors', { AddMember: [member] });
	expect([again.status, again.text]).toEqual(lost);
	expect(
		(await edit('Campaign Editors', { RemoveMember: [member], groupName: undefined })).body.Results,
	).toEqual([`Success - Removed member ${alex} from  group`]);
	expect(group('Campaign Editors').members).not.toContain(id);
	for (const name of ['Product Department', 'VPN Users']) {
		const refused = await edit(name, { AddMember: [member] });
		expect([refused.status, refused.text], name).toEqual(lost);
	}
});

test('EditGroup says what Exchange refuses for its groups in a line', async () => {
	const { sandbox, post } = await signedIn();
	const { id, members } = sandbox.tenants
		.named(contoso)
		.groups.find(({ displayName }) => displayName === 'All Company')!;
	const member = sandbox.tenants.named(contoso).users.find((user) => members.includes(user.id))!;
	const { status, body } = await post('EditGroup', {
		tenantFilter,
		groupId: id,
		groupName: 'All Company',
		AddMember: [{ value: member.id }],
	});
	expect([status, body.Results]).toEqual([
		200,
		['Error - This user is already a member of this group.'],
	]);
});
