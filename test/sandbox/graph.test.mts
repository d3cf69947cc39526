import { expect, test } from 'vitest';
import { alex, contoso, megan, signedIn } from './signed-in.mts';

const tenant = { tenantFilter: contoso };
/** What CIPP adds to every row. */
const mark = { Tenant: contoso, CippStatus: 'Good' };
const thrown = /^Graph Error: Exception at \S+\.ps1:\d+ - /;

test.each([
	["startswith(displayName,'Me')", ['Megan Bowen']],
	["startsWith(userPrincipalName,'liam.o''brien')", ["Liam O'Brien"]],
	["startswith(displayName,'Megan') or startswith(mail,'alex')", ['Megan Bowen', 'Alex Wilber']],
	[
		"accountEnabled eq false and userType eq 'Member'",
		['Patti Fernandez', 'Marketing Inbox', 'Events Inbox'],
	],
	["userType eq 'Guest'", ['Irvin Sayers']],
	['onPremisesSyncEnabled eq true', ['Lidia Holloway']],
	["department eq 'finance'", ['Johanna Lorenz', 'Pradeep Gupta']],
	[
		"userPrincipalName in ('megan.bowen@contoso.example','alex.wilber@contoso.example')",
		['Megan Bowen', 'Alex Wilber'],
	],
	["ID IN ('nobody') OR userprincipalname in ('LIAM.O''BRIEN@contoso.example')", ["Liam O'Brien"]],
	['assignedLicenses/any(x:x/skuId eq f8a1db68-be16-40ed-86d5-cb42ce701560)', ['Miriam Graham']],
	["proxyAddresses/any(p:startswith(p,'smtp:adele'))", ['Adele Vance']],
	["not (department ne 'Legal')", ['Joni Sherman']],
	[
		"department eq 'IT' and (displayName eq 'Nestor Wilke' or displayName eq 'Megan Bowen')",
		['Nestor Wilke'],
	],
])('filter %s', async (filter, names) => {
	const { get } = await signedIn();
	const { status, body } = await get('ListGraphRequest', {
		...tenant,
		Endpoint: 'users',
		$filter: filter,
		$select: 'displayName',
	});
	expect(status).toBe(200);
	expect(body.Results).toEqual(names.map((displayName) => ({ displayName, ...mark })));
});

const people = (count: number) =>
	Array.from({ length: count }, (_, index) => `'person${index}@contoso.example'`).join(',');

test.each([
	[`userPrincipalName in (${people(15)})`, 200],
	[`userPrincipalName in (${people(16)})`, 400],
	[`id in (${people(8)}) or userPrincipalName in (${people(7)})`, 200],
	[`id in (${people(8)}) or userPrincipalName in (${people(8)})`, 400],
])('at most 15 alternatives in a filter: %s', async ($filter, status) => {
	const { get } = await signedIn();
	const reply = await get('ListGraphRequest', { ...tenant, Endpoint: 'users', $filter });

	expect(reply.status).toBe(status);
	if (status === 400)
		expect(reply.text).toMatch(
			/^Graph Error: Exception at .* - Too many child clauses .* operators: 16\. Max allowed: 15\. - Endpoint: users$/,
		);
});

test('a filter Graph does not understand, an unknown thing, an unknown and an excluded tenant: 400 and bare text', async () => {
	const { get } = await signedIn();
	const text = async (query: Record<string, string>) => {
		const reply = await get('ListGraphRequest', { ...tenant, Endpoint: 'users', ...query });
		return [reply.status, reply.text.replace(thrown, '')];
	};
	expect((await text({ $filter: 'department equals x' }))[0]).toBe(400);
	expect((await text({ $filter: 'department equals x' }))[1]).toMatch(
		/^Invalid filter clause: .* - Endpoint: users$/,
	);
	expect(await text({ Endpoint: 'users/nobody@contoso.example' })).toEqual([
		400,
		"Resource 'nobody@contoso.example' does not exist or one of its queried reference-property objects are not present. - Endpoint: users/nobody@contoso.example",
	]);
	expect(await text({ Endpoint: 'moons' })).toEqual([
		400,
		"Resource not found for the segment 'moons'. - Endpoint: moons",
	]);
	expect(await text({ tenantFilter: 'nowhere.example' })).toEqual([
		400,
		"Graph request denied for 'nowhere.example': the tenant is not in CIPP's tenant list. - Endpoint: users",
	]);
	expect(await text({ tenantFilter: 'woodgrove.example' })).toEqual([
		400,
		"Graph request denied for 'woodgrove.example': the tenant is not in CIPP's tenant list. - Endpoint: users",
	]);
	expect((await text({ tenantFilter: 'nowhere.example', IgnoreErrors: 'false' }))[0]).toBe(200);
	expect(await text({ Endpoint: '' })).toEqual([
		400,
		"Graph Error: Cannot bind argument to parameter 'Endpoint' because it is an empty string. - Endpoint: ",
	]);
});

test('pages: everything by default, one page, and page by page with a next link', async () => {
	const { sandbox, get } = await signedIn();
	const count = sandbox.tenants.named(contoso).users.length;
	const query = { ...tenant, Endpoint: 'users', $select: 'displayName', $top: '8' };
	expect((await get('ListGraphRequest', query)).body.Results).toHaveLength(count);
	expect(
		(await get('ListGraphRequest', { ...query, NoPagination: 'true' })).body.Results,
	).toHaveLength(8);
	const names: string[] = [];
	let link: string | undefined;
	let pages = 0;
	do {
		const { body } = await get('ListGraphRequest', {
			...query,
			manualPagination: 'true',
			...(link ? { nextLink: link } : {}),
		});
		names.push(...body.Results.map((row: any) => row.displayName));
		link = body.Metadata.nextLink;
		pages += 1;
		if (link) expect(link).toMatch(/^https:\/\/graph\.microsoft\.com\/beta\/users\?/);
	} while (link && pages < 10);
	expect([pages, new Set(names).size]).toEqual([Math.ceil(count / 8), count]);
	const ignored = await get('ListGraphRequest', {
		...query,
		NoPagination: 'true',
		nextLink: 'https://graph.microsoft.com/beta/users?$skiptoken=cm93Ojg',
	});
	expect(ignored.body.Results[0].displayName).toBe(names[0]);
});

test('count, search, order, sort, properties and a wrong boolean', async () => {
	const { sandbox, get } = await signedIn();
	const read = async (query: Record<string, string>) =>
		(
			await get('ListGraphRequest', {
				...tenant,
				Endpoint: 'users',
				$select: 'displayName',
				...query,
			})
		).body.Results;
	expect(await read({ $count: 'true', CountOnly: 'true' })).toEqual([
		sandbox.tenants.named(contoso).users.length,
	]);
	expect(await read({ CountOnly: 'true' })).toEqual([null]);
	expect(await read({ $search: '"displayName:bow" OR "displayName:wilb"' })).toEqual([
		{ displayName: 'Megan Bowen', ...mark },
		{ displayName: 'Alex Wilber', ...mark },
	]);
	expect((await read({ $orderby: 'displayName desc' }))[0].displayName).toBe('Pradeep Gupta');
	expect(await read({ $filter: "startswith(displayName,'Megan')", Sort: 'displayName' })).toEqual({
		displayName: 'Megan Bowen',
		...mark,
	});
	// Then $select is passed over, and neither of CIPP's two columns is there.
	const properties = await read({ ListProperties: 'true', $select: 'id,displayName' });
	expect(properties).toEqual(expect.arrayContaining(['id', 'displayName', 'jobTitle']));
	expect(properties).not.toContain('Tenant');
	expect(
		(await get('ListGraphRequest', { ...tenant, Endpoint: 'users', NoPagination: 'yes' })).status,
	).toBe(500);
});

test('what belongs to a user is found under the user, by id or UPN, with or without the query in the endpoint', async () => {
	const { sandbox, get } = await signedIn();
	const names = async (path: string, query: Record<string, string> = {}) =>
		(
			await get('ListGraphRequest', { ...tenant, Endpoint: `users/${megan}${path}`, ...query })
		).body.Results.map((row: any) => row.displayName ?? row.skuPartNumber);
	expect(await names('/memberOf')).toEqual([
		'Marketing Team',
		'Campaign Editors',
		'Confidential Mail',
		'All Company',
	]);
	expect(await names('/manager')).toEqual(['Alex Wilber']);
	expect(await names('/directReports')).toEqual(['Adele Vance']);
	expect(await names('/licenseDetails')).toEqual(['SPB', 'MCOEV']);
	expect(await names('/registeredDevices')).toEqual(['CONTOSO-LT-014', 'Megan iPhone']);
	expect(await names('/ownedObjects')).toEqual([
		'Marketing Team',
		'CONTOSO-LT-014',
		'Megan iPhone',
	]);
	const { id } = sandbox.tenants.user(megan);
	expect(
		(await get('ListGraphRequest', { ...tenant, Endpoint: `users/${id}?$select=id,displayName` }))
			.body.Results,
	).toEqual([
		{
			'@odata.context': expect.stringContaining('$metadata#users'),
			id,
			displayName: 'Megan Bowen',
			...mark,
		},
	]);
	expect(
		Object.keys(
			(await get('ListGraphRequest', { ...tenant, Endpoint: `users/${id}`, Version: 'v1.0' })).body
				.Results[0],
		),
	).toHaveLength(14);
	expect(
		(await get('ListGraphRequest', { ...tenant, Endpoint: 'subscribedSkus' })).body.Results[0],
	).toMatchObject({ skuPartNumber: 'SPB', prepaidUnits: { enabled: 25 } });
});

test('licences of a group say which group they come from', async () => {
	const { sandbox, get } = await signedIn();
	const group = sandbox.tenants
		.named('fabrikam.example')
		.groups.find(({ displayName }) => displayName === 'Licensed - E3')!;
	const { body } = await get('ListGraphRequest', {
		tenantFilter: 'fabrikam.example',
		Endpoint: 'users/emily.braun@fabrikam.example',
		$select: 'licenseAssignmentStates',
	});
	expect(body.Results[0].licenseAssignmentStates).toEqual([
		{
			skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
			assignedByGroup: group.id,
			state: 'Active',
			error: 'None',
			disabledPlans: [],
		},
	]);
});

test('all tenants: queued, still queued, partial without a word, complete', async () => {
	const { sandbox, get } = await signedIn();
	const read = async () =>
		(
			await get('ListGraphRequest', {
				tenantFilter: 'AllTenants',
				Endpoint: 'users',
				$select: 'displayName',
			})
		).body;
	const first = await read();
	expect(first).toMatchObject({
		Results: [],
		Metadata: {
			Queued: true,
			QueueMessage: 'Loading data for all tenants. Please check back after the job completes',
		},
	});
	expect((await read()).Metadata).toMatchObject({
		Queued: true,
		QueueMessage: 'Data still processing, please wait',
		QueueId: first.Metadata.QueueId,
	});
	const queue = async () => (await get('ListCippQueue', { QueueId: first.Metadata.QueueId })).body;
	expect((await queue())[0]).toMatchObject({
		RowKey: first.Metadata.QueueId,
		Status: 'Running',
		TotalTasks: 4,
		CompletedTasks: 0,
	});
	sandbox.clock.advance(25_000);
	const partial = await read();
	expect(partial.Metadata).not.toHaveProperty('Queued');
	expect(new Set(partial.Results.map((row: any) => row.Tenant))).toEqual(
		new Set(['northwind.example', contoso]),
	);
	expect((await queue())[0]).toMatchObject({
		Status: 'Running',
		CompletedTasks: 2,
		PercentComplete: 50,
	});
	sandbox.clock.advance(20_000);
	expect((await queue())[0]).toMatchObject({ Status: 'Completed', PercentComplete: 100 });
	const complete = (await read()).Results;
	expect(new Set(complete.map((row: any) => row.Tenant)).size).toBe(4);
	expect(complete[0]).toMatchObject({ CippStatus: 'Good' });
	expect((await get('ListCippQueue', { QueueId: 'unknown' })).body).toEqual([]);
});

test('all tenants without the cache come at once', async () => {
	const { get } = await signedIn();
	const { body } = await get('ListGraphRequest', {
		tenantFilter: 'AllTenants',
		Endpoint: 'groups',
		SkipCache: 'true',
	});
	expect(body.Metadata).not.toHaveProperty('Queued');
	expect(new Set(body.Results.map((row: any) => row.Tenant))).toEqual(
		new Set(['northwind.example', contoso, 'fabrikam.example', 'adatum.example']),
	);
});

test('a tenant that fails is a row at once, but in the background only its queue knows', async () => {
	const { sandbox, get } = await signedIn();
	sandbox.faults.microsoft('refusesAll', { tenant: 'fabrikam.example' });
	const query = { tenantFilter: 'AllTenants', Endpoint: 'users' };
	const rowsOf = (body: any) =>
		body.Results.filter((row: any) => row.Tenant === 'fabrikam.example');
	expect(rowsOf((await get('ListGraphRequest', { ...query, SkipCache: 'true' })).body)).toEqual([
		{
			Tenant: 'fabrikam.example',
			CippStatus: expect.stringMatching(
				/^Could not connect to tenant\. Exception at .*New-GraphGetRequest\.ps1:188 - Insufficient/,
			),
		},
	]);
	const { QueueId } = (await get('ListGraphRequest', query)).body.Metadata;
	sandbox.clock.advance(60_000);
	expect(rowsOf((await get('ListGraphRequest', query)).body)).toEqual([]);
	expect((await get('ListCippQueue', { QueueId })).body[0]).toMatchObject({
		Status: 'Completed (with errors)',
		CompletedTasks: 4,
		FailedTasks: 1,
		Tasks: expect.arrayContaining([
			expect.objectContaining({ Name: 'fabrikam.example', Status: 'Failed' }),
		]),
	});
});

test('placeholder rows of licences and MFA for all tenants', async () => {
	const { sandbox, get } = await signedIn();
	const placeholder = 'Loading data for all tenants. Please check back in 1 minute';
	expect((await get('ListLicenses', { tenantFilter: 'AllTenants' })).body).toEqual([
		{ Tenant: placeholder, License: placeholder },
	]);
	expect((await get('ListMFAUsers', { tenantFilter: 'AllTenants' })).body).toEqual([
		{ UPN: 'Loading data for all tenants. Please check back in a few minutes' },
	]);
	sandbox.clock.advance(60_000);
	expect((await get('ListLicenses', { tenantFilter: 'AllTenants' })).body.length).toBeGreaterThan(
		8,
	);
	expect((await get('ListMFAUsers', { tenantFilter: 'AllTenants' })).body.length).toBeGreaterThan(
		36,
	);
});

test('bulk: an answer for each GET, a bare object for one, nothing for an unknown tenant', async () => {
	const { post } = await signedIn();
	const requests = [
		{ id: 'user', method: 'GET', url: `/users/${megan}?$select=id,displayName` },
		{ id: 'groups', method: 'GET', url: `users/${megan}/memberOf` },
		{ id: 'none', method: 'GET', url: 'users/nobody@contoso.example' },
		{ id: 'boss', method: 'GET', url: 'users/miriam.graham@contoso.example/manager' },
		{ id: 'dropped', method: 'DELETE', url: `users/${alex}` },
	];
	const { body } = await post('ListGraphBulkRequest', { tenantFilter: contoso, requests });
	expect(body.map((answer: any) => [answer.id, answer.status])).toEqual([
		['user', 200],
		['groups', 200],
		['none', 404],
		['boss', 404],
	]);
	expect(body[0].body.displayName).toBe('Megan Bowen');
	expect(body[1].body.value).toHaveLength(4);
	expect(body[2].body.error.code).toBe('Request_ResourceNotFound');
	expect(
		(await post('ListGraphBulkRequest', { tenantFilter: contoso, requests: requests.slice(0, 1) }))
			.body,
	).toMatchObject({ id: 'user', status: 200 });
	expect(
		(await post('ListGraphBulkRequest', { tenantFilter: 'nowhere.example', requests })).text,
	).toBe('');
	const empty = await post('ListGraphBulkRequest', {
		tenantFilter: contoso,
		requests: requests.slice(4),
	});
	expect([empty.status, empty.text]).toEqual([400, 'No requests found in the body']);
});
