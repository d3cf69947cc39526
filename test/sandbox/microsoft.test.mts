import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../programs/dependencies.mjs';
import type { Tenant, User } from '../../sandbox/index.mts';
import { contososMicrosoft, type Client } from './microsoft.mts';
import { adele, alex, contoso, lidia, megan } from './signed-in.mts';

const tenantOf = ({ microsoft }: Client) =>
	microsoft.tenants.find(({ defaultDomainName }) => defaultDomainName === contoso)! as Tenant;
const userOf = (client: Client, upn: string): User =>
	tenantOf(client).users.find(({ userPrincipalName }) => userPrincipalName === upn)!;

describe('a token', () => {
	it('is handed out for each tenant, by domain or id, and says whose it is', async () => {
		const client = await contososMicrosoft();
		const { customerId } = tenantOf(client);
		for (const name of [contoso, 'contosoltd.onmicrosoft.com', customerId]) {
			const { status, body } = await client.token(name);
			const claims = JSON.parse(
				Buffer.from(body.access_token.split('.')[1], 'base64url').toString(),
			);
			expect([status, body.token_type, claims.tid], name).toEqual([200, 'Bearer', customerId]);
		}
	});

	it('is refused for a tenant that nobody knows', async () => {
		const { token } = await contososMicrosoft();
		expect(await token('nobody.example')).toEqual({
			status: 400,
			body: expect.objectContaining({
				error_description: expect.stringMatching(/^AADSTS90002: Tenant 'nobody.example' not found/),
			}),
		});
	});

	it('is needed for Graph, and an unknown one counts as none', async () => {
		const { microsoft } = await contososMicrosoft();
		for (const authorization of ['', 'Bearer x.y.z']) {
			const response = await fetch(`${microsoft.url}/graph.microsoft.com/v1.0/users`, {
				headers: { authorization },
			});
			expect(response.status).toBe(401);
		}
	});
});

describe('Graph reads', () => {
	it('one person, with the columns of the version and those that were selected', async () => {
		const { graph } = await contososMicrosoft();
		const { body } = await graph('GET', `v1.0/users/${megan}`);
		expect(body).toMatchObject({ displayName: 'Megan Bowen', jobTitle: expect.any(String) });
		expect(body).not.toHaveProperty('accountEnabled');
		const selected = await graph('GET', `beta/users/${megan}?$select=id,accountEnabled`);
		expect(Object.keys(selected.body).sort()).toEqual(['@odata.context', 'accountEnabled', 'id']);
	});

	it('lists page by page, with a link to the next and a count', async () => {
		const { graph } = await contososMicrosoft();
		const first = await graph('GET', 'beta/users?$top=12&$count=true&$select=id');
		expect([first.body['@odata.count'], first.body.value.length]).toEqual([19, 12]);
		const next = new URL(first.body['@odata.nextLink']);
		expect(next.host).toBe('graph.microsoft.com');
		const second = await graph('GET', `beta/users${next.search}`);
		expect(second.body.value).toHaveLength(7);
		expect(second.body).not.toHaveProperty('@odata.nextLink');
	});

	it.each([
		['beta/groups?$filter=mailEnabled eq true', 'displayName'],
		[`beta/users/${megan}/memberOf/microsoft.graph.group`, 'displayName'],
		[`beta/users/${megan}/authentication/methods`, 'id'],
		['v1.0/roleManagement/directory/roleAssignments?$expand=principal', 'roleDefinitionId'],
		['v1.0/roleManagement/directory/roleDefinitions', 'templateId'],
		['beta/subscribedSkus', 'skuPartNumber'],
		['beta/directory/subscriptions', 'totalLicenses'],
		['beta/deviceManagement/managedDevices', 'deviceName'],
		['beta/admin/teams/telephoneNumberManagement/numberAssignments', 'telephoneNumber'],
		['beta/reports/authenticationMethods/userRegistrationDetails', 'methodsRegistered'],
		["beta/reports/getOneDriveUsageAccountDetail(period='D7')?$format=application/json", 'siteId'],
		['beta/sites/getAllSites?$filter=isPersonalSite eq true', 'webUrl'],
		['beta/sites/getAllSites?$filter=isPersonalSite eq false', 'webUrl'],
	])('%s', async (address, column) => {
		const { graph } = await contososMicrosoft();
		const { status, body } = await graph('GET', address);
		expect([status, body.value.length > 0]).toEqual([200, true]);
		expect(body.value[0]).toHaveProperty(column);
	});

	it('404 with its words for who is not there, 400 for a path it does not have', async () => {
		const { graph } = await contososMicrosoft();
		expect(await graph('GET', 'beta/users/nobody@contoso.example')).toEqual({
			status: 404,
			body: {
				error: expect.objectContaining({
					code: 'Request_ResourceNotFound',
					message: expect.stringMatching(/^Resource 'nobody@contoso.example' does not exist/),
				}),
			},
		});
		expect((await graph('GET', 'beta/horses')).status).toBe(400);
	});
});

describe('Graph changes', () => {
	it('a person, all of it or nothing', async () => {
		const client = await contososMicrosoft();
		const { graph } = client;
		const patch = { accountEnabled: false, streetAddress: '1 Main Street' };
		expect((await graph('PATCH', `v1.0/users/${megan}`, patch)).status).toBe(204);
		expect((await graph('GET', `beta/users/${megan}`)).body).toMatchObject(patch);
		const wrong = await graph('PATCH', `v1.0/users/${megan}`, { jobTitle: 'Lead', horse: 'brown' });
		expect([wrong.status, userOf(client, megan).jobTitle === 'Lead']).toEqual([400, false]);
	});

	it('refuses what only the local directory may change', async () => {
		const { graph } = await contososMicrosoft();
		const { status, body } = await graph('PATCH', `v1.0/users/${lidia}`, { jobTitle: 'Lead' });
		expect([status, body.error.message]).toEqual([
			400,
			expect.stringContaining('on-premises mastered Directory Sync objects'),
		]);
	});

	it('sessions, password, methods and licences', async () => {
		const client = await contososMicrosoft();
		const { graph } = client;
		const user = userOf(client, megan);
		await graph('POST', `beta/users/${megan}/invalidateAllRefreshTokens`, {});
		expect(user.signInSessionsValidFromDateTime).toBe('2025-03-03T09:02:00.000Z');
		await graph('PATCH', `v1.0/users/${megan}`, { passwordProfile: { password: 'x' } });
		expect(user.lastPasswordChangeDateTime).toBe('2025-03-03T09:02:00.000Z');
		const phone = user.authenticationMethods.find((each) => /phone/i.test(each['@odata.type']))!;
		const method = `v1.0/users/${megan}/authentication/phoneMethods/${phone.id}`;
		expect((await graph('DELETE', method)).status).toBe(204);
		expect((await graph('DELETE', method)).status).toBe(404);
		await graph('POST', `beta/users/${megan}/assignLicense`, {
			addLicenses: [],
			removeLicenses: user.directLicenses,
		});
		expect(user.directLicenses).toEqual([]);
	});

	it('memberships of its own groups; licences of a group that was left fade', async () => {
		const client = await contososMicrosoft();
		const { graph, microsoft } = client;
		const group = tenantOf(client).groups.find(
			({ assignedLicenses }) => assignedLicenses.length > 0,
		)!;
		const member = tenantOf(client).users.find(({ id }) => group.members.includes(id))!;
		const link = `beta/groups/${group.id}/members/${member.id}/$ref`;
		expect((await graph('DELETE', link)).status).toBe(204);
		expect((await graph('DELETE', link)).status).toBe(404);
		expect(member.fadingLicenses).toHaveLength(1);
		microsoft.clock.advance(2 * 60_000);
		expect(member.fadingLicenses).toEqual([]);
		const back = {
			'members@odata.bind': [`https://graph.microsoft.com/v1.0/directoryObjects/${member.id}`],
		};
		expect((await graph('PATCH', `beta/groups/${group.id}`, back)).status).toBe(204);
		expect((await graph('PATCH', `beta/groups/${group.id}`, back)).status).toBe(400);
	});

	it('not the groups of Exchange', async () => {
		const client = await contososMicrosoft();
		const list = tenantOf(client).groups.find(
			({ mailEnabled, groupTypes }) => mailEnabled && !groupTypes.includes('Unified'),
		)!;
		const { status, body } = await client.graph('PATCH', `beta/groups/${list.id}`, {
			'members@odata.bind': [
				`https://graph.microsoft.com/v1.0/directoryObjects/${userOf(client, alex).id}`,
			],
		});
		expect([status, body.error.message]).toEqual([400, expect.stringContaining('mail-enabled')]);
	});

	it('roles, by their own id and by the template', async () => {
		const client = await contososMicrosoft();
		const role = tenantOf(client).roles.find(({ members }) => members.length > 0)!;
		const [member] = role.members;
		const byTemplate = `v1.0/directoryRoles(roleTemplateId='${role.roleTemplateId}')/members/${member}/$ref`;
		expect((await client.graph('DELETE', byTemplate)).status).toBe(204);
		expect(role.members).not.toContain(member);
		const own = `v1.0/directoryRoles/${role.id}/members/${member}/$ref`;
		expect((await client.graph('DELETE', own)).status).toBe(404);
	});

	it('a Teams number, ten seconds later', async () => {
		const client = await contososMicrosoft();
		const number = tenantOf(client).phoneNumbers.find(({ targetId }) => targetId)!;
		const path = 'beta/admin/teams/telephoneNumberManagement/numberAssignments/unassignNumber';
		const body = { telephoneNumber: number.telephoneNumber, numberType: 'callingPlan' };
		expect((await client.graph('POST', path, body)).status).toBe(204);
		expect(number.targetId).not.toBeNull();
		client.microsoft.clock.advance(10_000);
		expect(number.targetId).toBeNull();
	});

	it('takes a deleted person out and gives them back', async () => {
		const client = await contososMicrosoft();
		const { id } = userOf(client, megan);
		expect((await client.graph('DELETE', `beta/users/${id}`)).status).toBe(204);
		expect((await client.graph('GET', `beta/users/${id}`)).status).toBe(404);
		expect((await client.graph('GET', `beta/directory/deletedItems/${id}`)).status).toBe(200);
		expect((await client.graph('POST', `beta/directory/deletedItems/${id}/restore`)).status).toBe(
			200,
		);
		expect(userOf(client, megan).id).toBe(id);
	});
});

describe('$batch', () => {
	it('answers each request with a status of its own, reads and changes alike', async () => {
		const client = await contososMicrosoft();
		const { status, body } = await client.graph('POST', 'v1.0/$batch', {
			requests: [
				{ id: '1', method: 'GET', url: `/users/${megan}?$select=id` },
				{ id: '2', method: 'GET', url: 'users/nobody@contoso.example' },
				{ id: 'three', method: 'PATCH', url: `users/${alex}`, body: { jobTitle: 'Lead' } },
			],
		});
		expect(status).toBe(200);
		expect(body.responses.map((each: any) => [each.id, each.status])).toEqual([
			['1', 200],
			['2', 404],
			['three', 204],
		]);
		expect(userOf(client, alex).jobTitle).toBe('Lead');
	});
});

describe('a cmdlet', () => {
	it('reads and changes a mailbox, whatever the case of its name and parameters', async () => {
		const client = await contososMicrosoft();
		await client.cmdlet('set-mailbox', {
			identity: megan,
			hiddenfromaddresslistsenabled: true,
			Type: 'Shared',
			ForwardingSmtpAddress: 'someone@elsewhere.example',
		});
		expect((await client.cmdlet('Get-Mailbox', { Identity: megan })).body.value[0]).toMatchObject({
			HiddenFromAddressListsEnabled: true,
			RecipientTypeDetails: 'SharedMailbox',
			ForwardingSmtpAddress: 'smtp:someone@elsewhere.example',
		});
	});

	it('gives and takes rights; what nobody has is a warning without a list', async () => {
		const client = await contososMicrosoft();
		const full = { Identity: megan, User: adele, AccessRights: ['FullAccess'] };
		await client.cmdlet('Add-MailboxPermission', full);
		const { body } = await client.cmdlet('Get-MailboxPermission', { Identity: megan });
		expect(body.value.map((row: any) => row.User)).toContain(adele);
		const taken = () => client.cmdlet('Remove-MailboxPermission', full);
		expect((await taken()).body).toEqual({ '@adminapi.warnings': [], value: [] });
		expect((await taken()).body).toEqual({
			'@adminapi.warnings': [expect.stringContaining("the ACE doesn't exist")],
			value: null,
		});
	});

	it.each([
		['Get-InboxRule', { Mailbox: megan }, 2],
		['Get-MobileDevice', { Mailbox: megan }, 2],
		['Get-MailboxFolderStatistics', { Identity: megan, FolderScope: 'Calendar' }, 1],
		['Get-MailboxFolderPermission', { Identity: `${alex}:\\Calendar` }, 3],
		['Get-MailboxAutoReplyConfiguration', { Identity: megan }, 1],
		['Get-RecipientPermission', { Identity: megan }, 2],
		['Get-CASMailbox', { Identity: megan }, 1],
		['Get-MailboxStatistics', { Identity: megan }, 1],
		['Get-OrganizationConfig', {}, 1],
	])('%s', async (name, parameters, rows) => {
		const { cmdlet } = await contososMicrosoft();
		const { status, body } = await cmdlet(name, parameters);
		expect([status, body.value.length]).toEqual([200, rows]);
	});

	it('says who is not there with the number and type of its exception', async () => {
		const { cmdlet } = await contososMicrosoft();
		const { status, body } = await cmdlet('Set-Mailbox', { Identity: 'nobody' });
		expect([status, body.error.details[0].message]).toEqual([
			404,
			expect.stringMatching(
				/^Ex6F9304\|Microsoft\.Exchange\.Configuration\.Tasks\.ManagementObjectNotFoundException\|The operation couldn't be performed because object 'nobody' couldn't be found on '[A-Z0-9.]+'\.$/,
			),
		]);
	});

	it('runs in a batch, each with a status of its own', async () => {
		const client = await contososMicrosoft();
		const cmdlet = (id: string, CmdletName: string, Parameters: object) => ({
			id,
			method: 'POST',
			url: 'InvokeCommand?$select=UserPrincipalName',
			body: { CmdletInput: { CmdletName, Parameters } },
		});
		const { body } = await client.call(
			'POST',
			'outlook.office365.com/adminapi/beta/contoso.example/$batch',
			{
				requests: [
					cmdlet('a', 'Get-Mailbox', { Identity: megan }),
					cmdlet('b', 'Get-Mailbox', { Identity: 'nobody' }),
				],
			},
		);
		expect(body.responses.map((each: any) => [each.id, each.status, each.body.value])).toEqual([
			['a', 200, [{ UserPrincipalName: megan }]],
			['b', 404, undefined],
		]);
	});

	it('also answers to the address of a mailbox', async () => {
		const { call } = await contososMicrosoft();
		const base = 'outlook.office365.com/adminapi/beta/contoso.example';
		const statistics = await call(
			'GET',
			`${base}/Mailbox('${megan}')/Exchange.GetMailboxStatistics()`,
		);
		expect(statistics.body.value[0].TotalItemSize).toBeTypeOf('number');
		const encoded = Buffer.from(megan).toString('base64');
		const phones = await call(
			'GET',
			`${base}/mailbox('${encoded}')/MobileDevice/Exchange.GetMobileDeviceStatistics()/?IsEncoded=True`,
		);
		expect(phones.body.value).toHaveLength(2);
	});
});

describe('SharePoint', () => {
	it('makes someone site administrator in two calls', async () => {
		const client = await contososMicrosoft();
		const drive = userOf(client, megan).oneDrive!;
		const site = drive.url.replace('https://', '');
		const ensured = await client.call('POST', `${site}/_api/web/ensureuser`, {
			logonName: `i:0#.f|membership|${adele}`,
		});
		const admin = `${site}/_api/web/getuserbyid(${ensured.body.Id})`;
		expect((await client.call('POST', admin, { IsSiteAdmin: true })).status).toBe(204);
		expect(drive.siteAdmins).toContain(adele);
		await client.call('POST', admin, { IsSiteAdmin: false });
		expect(drive.siteAdmins).not.toContain(adele);
	});

	it('does not find people by their id', async () => {
		const client = await contososMicrosoft();
		const site = userOf(client, megan).oneDrive!.url.replace('https://', '');
		const { status, body } = await client.call('POST', `${site}/_api/web/ensureuser`, {
			logonName: `i:0#.f|membership|${userOf(client, adele).id}`,
		});
		expect([status, body['odata.error'].message.value]).toEqual([
			404,
			expect.stringContaining('could not be found'),
		]);
	});

	it('changes sharing by a query, and tells of failure in a 200', async () => {
		const client = await contososMicrosoft();
		const drive = userOf(client, megan).oneDrive!;
		const ask = (url: string) =>
			client.call(
				'POST',
				'contosoltd-admin.sharepoint.com/_vti_bin/client.svc/ProcessQuery',
				`<Request xmlns="http://schemas.microsoft.com/sharepoint/clientquery/2009"><SetProperty Name="SharingCapability"><Parameter Type="Enum">0</Parameter></SetProperty><Parameter Type="String">${url}</Parameter></Request>`,
			);
		expect((await ask(`${drive.url}/Documents`)).body[0].ErrorInfo).toBeNull();
		expect(drive.sharing).toBe('Disabled');
		expect(
			(await ask('https://contosoltd-my.sharepoint.com/personal/nobody')).body[0].ErrorInfo,
		).toMatchObject({
			ErrorMessage: expect.stringContaining('Cannot get site'),
		});
	});
});

describe('Microsoft behaves as told', () => {
	const disable = (client: Client) =>
		client.graph('PATCH', `v1.0/users/${megan}`, { accountEnabled: false });
	const hide = (client: Client) =>
		client.cmdlet('Set-Mailbox', { Identity: megan, HiddenFromAddressListsEnabled: true });

	it('refuses changes and still reads', async () => {
		const client = await contososMicrosoft();
		client.microsoft.conduct.add({ manner: 'refuses' });
		expect(await disable(client)).toMatchObject({
			status: 403,
			body: { error: { code: 'Authorization_RequestDenied' } },
		});
		expect((await hide(client)).body.error.details[0].message).toContain(
			"You don't have permission",
		);
		expect((await client.graph('GET', `beta/users/${megan}`)).status).toBe(200);
		const batch = await client.graph('POST', 'beta/$batch', {
			requests: [
				{ id: '1', method: 'DELETE', url: `users/${megan}` },
				{ id: '2', method: 'GET', url: `users/${megan}` },
			],
		});
		expect(batch.body.responses.map((each: any) => each.status)).toEqual([403, 200]);
		expect(userOf(client, megan).accountEnabled).toBe(true);
	});

	it('refuses to be read, too', async () => {
		const client = await contososMicrosoft();
		client.microsoft.conduct.add({ manner: 'refusesAll' });
		expect((await client.graph('GET', `beta/users/${megan}`)).status).toBe(403);
		expect((await client.cmdlet('Get-Mailbox', { Identity: megan })).status).toBe(403);
	});

	it('is down: tokens, single requests and whole batches are 503', async () => {
		const client = await contososMicrosoft();
		client.microsoft.conduct.add({ manner: 'down' });
		const batch = await client.graph('POST', 'beta/$batch', {
			requests: [{ id: '1', method: 'GET', url: 'users' }],
		});
		const all = [
			await client.token(contoso),
			await client.graph('GET', 'beta/users'),
			await hide(client),
			batch,
		];
		expect(all.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
	});

	it('swallows: the answer is that of a change, and nothing is changed', async () => {
		const client = await contososMicrosoft();
		client.microsoft.conduct.add({ manner: 'swallows' });
		expect([(await disable(client)).status, (await hide(client)).status]).toEqual([204, 200]);
		const { accountEnabled, mailbox } = userOf(client, megan);
		expect([accountEnabled, mailbox!.hiddenFromAddressLists]).toEqual([true, false]);
		// What it would refuse is refused all the same.
		expect((await client.graph('PATCH', 'v1.0/users/nobody', {})).status).toBe(404);
	});

	it('lags: the change shows when its time has come', async () => {
		const client = await contososMicrosoft();
		client.microsoft.conduct.add({ manner: 'lags', seconds: 300 });
		expect((await disable(client)).status).toBe(204);
		expect(userOf(client, megan).accountEnabled).toBe(true);
		client.microsoft.clock.advance(300_000);
		expect(userOf(client, megan).accountEnabled).toBe(false);
	});

	it('towards one cmdlet, one person or one tenant, some times, in words of its own', async () => {
		const client = await contososMicrosoft();
		const { conduct } = client.microsoft;
		conduct.add({
			manner: 'refuses',
			what: 'set-mailbox',
			user: megan,
			times: 1,
			message: 'Busy.',
			status: 429,
		});
		expect((await client.cmdlet('Set-Mailbox', { Identity: adele, Type: 'Shared' })).status).toBe(
			200,
		);
		expect(await hide(client)).toMatchObject({ status: 429 });
		expect((await hide(client)).status).toBe(200);
		expect(conduct.rules).toEqual([]);
		conduct.add({ manner: 'refuses', tenant: 'fabrikam.example' });
		expect((await disable(client)).status).toBe(204);
	});

	it('told over HTTP, and back to the seed', async () => {
		const { microsoft } = await contososMicrosoft();
		const tell = async (method: string, path: string, body?: unknown) => {
			const response = await fetch(`${microsoft.url}/sandbox/${path}`, {
				method,
				body: body === undefined ? body : JSON.stringify(body),
			});
			return { status: response.status, body: (await response.json()) as any };
		};
		await tell('POST', 'rules', { manner: 'down' });
		expect(microsoft.conduct.rules).toEqual([{ manner: 'down' }]);
		expect(await tell('POST', 'rules', { manner: 'sulks' })).toMatchObject({
			status: 400,
			body: { error: expect.stringContaining("'manner' must be one of") },
		});
		await tell('POST', 'reset');
		expect([microsoft.conduct.rules, microsoft.asked]).toEqual([[], []]);
		expect((await tell('GET', 'health')).body.tenants).toContain(contoso);
		expect((await tell('GET', 'horses')).status).toBe(404);
	});
});

it('starts as a program of its own', async () => {
	const program = spawn(process.execPath, ['sandbox/run.mjs', '--microsoft', '--json'], {
		cwd: projectRoot,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	try {
		for await (const line of createInterface({ input: program.stdout })) {
			if (!line.startsWith('{')) continue;
			const { url } = JSON.parse(line);
			expect((await fetch(`${url}/sandbox/health`)).status).toBe(200);
			break;
		}
	} finally {
		program.kill('SIGTERM');
	}
}, 60_000);
