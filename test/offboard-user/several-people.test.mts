import { expect, it } from 'vitest';
import {
	adele,
	alex,
	megan,
	offboard,
	reportsOf,
	submissions,
	useSandbox,
} from './offboarding.mts';

const sandbox = useSandbox();
const liam = "liam.o'brien@contoso.example";

it('offboards several people of one item with one request, and gives an item each', async () => {
	const result = await offboard(sandbox.current, {
		DisableSignIn: true,
		userEmail: `${megan}, ${alex}; ${liam}`,
	});

	expect(result.json).toMatchObject([
		{ status: 'succeeded', user: { userPrincipalName: megan } },
		{ status: 'succeeded', user: { userPrincipalName: alex } },
		{ status: 'succeeded', user: { userPrincipalName: liam } },
	]);
	expect(submissions(sandbox.current)).toHaveLength(1);
	for (const upn of [megan, alex, liam]) {
		expect(sandbox.current.tenants.user(upn).accountEnabled).toBe(false);
	}
});

it('looks up who is of one tenant together, before and after the work', async () => {
	const people = [megan, alex, adele, liam];
	await offboard(
		sandbox.current,
		{ DisableSignIn: true, userEmail: '={{ $json.upn }}' },
		{ items: people.map((upn) => ({ upn })) },
	);

	const reads = sandbox.current.requests.filter(({ endpoint }) => /^ListGraph/.test(endpoint));
	expect(reads[0]).toMatchObject({
		endpoint: 'ListGraphBulkRequest',
		body: { requests: { length: people.length } },
	});
	// Whose task ends later is read later, perhaps alone.
	expect(reads.length).toBeLessThan(2 * people.length);
});

it('names who failed, and keeps the results of the others with the error', async () => {
	sandbox.current.faults.step('DisableSignIn', 'fails', {
		user: alex,
		error: 'Insufficient privileges',
	});

	const result = await offboard(sandbox.current, {
		DisableSignIn: true,
		userEmail: [megan, alex, adele],
	});

	expect(result.status).toBe('error');
	expect(result.error?.message).toMatch(/1 of 3 people are not fully offboarded: alex\.wilber/);
	expect(result.error?.description).toContain('Insufficient privileges');
	expect(reportsOf(result).map(({ user, status }) => [user.userPrincipalName, status])).toEqual([
		[megan, 'succeeded'],
		[alex, 'failed'],
		[adele, 'succeeded'],
	]);
});

it('sends who failed to the error output and the others on, each with its result', async () => {
	sandbox.current.faults.step('DisableSignIn', 'fails', {
		user: alex,
		error: 'Insufficient privileges',
	});

	const result = await offboard(
		sandbox.current,
		{ DisableSignIn: true, userEmail: '={{ $json.upn }}' },
		{
			items: [{ upn: megan }, { upn: alex }, { upn: adele }],
			node: { onError: 'continueErrorOutput' },
		},
	);

	expect(result.status).toBe('success');
	expect(
		result.json.map(({ user }) => (user as { userPrincipalName: string }).userPrincipalName),
	).toEqual([megan, adele]);
	expect(result.errors).toHaveLength(1);
	expect(result.errors[0].json).toMatchObject({
		upn: alex,
		error: expect.stringContaining('is not fully offboarded'),
		message: expect.stringContaining('Insufficient privileges'),
		details: {
			status: 'failed',
			details: [{ step: 'DisableSignIn', outcome: 'failed', verified: false }],
		},
	});
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
});

it('counts a 403 that queued some of the people as success for those and failure for the others', async () => {
	sandbox.current.faults.endpoint('ExecOffboardUser', {
		kind: 'partlyQueued',
		failUsers: [alex],
		message: 'Error - Could not add task: The table is locked',
	});

	const result = await offboard(sandbox.current, {
		DisableSignIn: true,
		userEmail: [megan, alex, adele],
	});

	expect(reportsOf(result).map(({ status }) => status)).toEqual([
		'succeeded',
		'failed',
		'succeeded',
	]);
	expect(reportsOf(result)[1].summary).toContain('The table is locked');
	expect(sandbox.current.tenants.user(megan).accountEnabled).toBe(false);
	expect(sandbox.current.tenants.user(alex).accountEnabled).toBe(true);
	expect(submissions(sandbox.current)).toHaveLength(1);
});

it('keeps the tenants of many items apart and writes to one tenant in order', async () => {
	const people = [
		{ tenant: 'contoso.example', upn: megan },
		{
			tenant: 'fabrikam.example',
			upn: sandbox.current.tenants.named('fabrikam.example').users[0].userPrincipalName,
		},
		{ tenant: 'contoso.example', upn: alex },
		{
			tenant: 'adatum.example',
			upn: sandbox.current.tenants.named('adatum.example').users[0].userPrincipalName,
		},
	];
	const result = await offboard(
		sandbox.current,
		{ DisableSignIn: true, tenantDomain: '={{ $json.tenant }}', userEmail: '={{ $json.upn }}' },
		{ items: people },
	);

	expect(
		reportsOf(result).map(({ tenant, user }) => [tenant.defaultDomainName, user.userPrincipalName]),
	).toEqual(people.map(({ tenant, upn }) => [tenant, upn]));
	const contoso = submissions(sandbox.current)
		.map(({ body }) => body as { tenantFilter: { value: string }; user: Array<{ value: string }> })
		.filter(({ tenantFilter }) => tenantFilter.value === 'contoso.example');
	expect(contoso.map(({ user }) => user[0].value)).toEqual([megan, alex]);
	expect(
		sandbox.current.requests.filter(({ endpoint }) => endpoint === 'ListTenants'),
	).toHaveLength(1);
});
