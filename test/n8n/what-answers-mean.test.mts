import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { declared } from '../contract/declared.mts';
import { sampleParameters } from '../contract/sample.mts';
import { credentialFor, runCipp, type EngineResult } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

interface Given {
	parameters?: IDataObject;
	status?: number;
	headers?: Record<string, string>;
}

/** Runs an operation once, with this as CIPP's answer to it. */
async function answered(name: string, body: unknown, given: Given = {}): Promise<EngineResult> {
	const [resource, key] = name.split('.');
	const entry = declared.find((one) => one.resource.value === resource && one.name === key)!;
	const { status = 200, headers } = given;
	sandbox.current.faults.endpoint(entry.operation.endpoint, {
		status,
		body,
		...(headers ? { headers } : {}),
	});
	return await runCipp(
		{
			resource,
			operation: key,
			...sampleParameters(entry.operation, 'required'),
			...given.parameters,
		},
		{
			credential: credentialFor(sandbox.current),
			node: { type: `n8n-nodes-cipp.${entry.node}` },
		},
	);
}

/** Error, or the status that the item has. */
const verdict = ({ error, json }: EngineResult): unknown => (error ? 'error' : json[0]?.status);
const statusOf = ({ error, json }: EngineResult): unknown =>
	((error?.context?.data as IDataObject | undefined) ?? json[0])?.status;

const done = 'Successfully did it';
const failing: Array<[operation: string, body: unknown, status?: string]> = [
	// What CIPP only warns of.
	...['drift.decide', 'drift.clear'].map((name): [string, unknown, string] => [
		name,
		{
			Results: [
				{
					resultText: 'Policy Baseline was not deleted: this tenant requires multi-admin approval',
					state: 'warning',
				},
			],
		},
		'failed',
	]),
	[
		'drift.decide',
		{
			Results: [
				{ success: true, result: 'Updated it' },
				{ resultText: 'Policy Baseline was not deleted: it waits', state: 'warning' },
			],
		},
		'partial',
	],
	[
		'auditLog.search',
		{ resultText: 'Unified auditing is disabled for this tenant', state: 'warning' },
		'failed',
	],
	...['apiClient.create', 'apiClient.update'].flatMap(
		(name): Array<[string, unknown, string]> => [
			[
				name,
				[
					{ resultText: 'API client updated', state: 'success' },
					{ resultText: "'10.0.0' is not a valid IP address or CIDR range.", state: 'warning' },
				],
				'partial',
			],
			[
				name,
				[
					{ resultText: 'API client created', state: 'success' },
					{
						resultText: 'Client saved, but MCP app configuration failed: Forbidden',
						state: 'warning',
					},
				],
				'partial',
			],
		],
	),
	[
		'cippRole.createOrReplace',
		{ Results: ['IP restrictions are not allowed on the superadmin role.'] },
	],
	// The text of an exception, with no word that gives it away.
	[
		'conditionalAccessPolicy.deploy',
		{ Results: ['Insufficient privileges to complete the operation.'] },
		'failed',
	],
	[
		'conditionalAccessPolicy.deploy',
		{ Results: ['The template identifies no platform'] },
		'failed',
	],
	...['intunePolicy.create', 'intunePolicy.deployTemplate'].flatMap(
		(name): Array<[string, unknown, string]> => [
			[name, { Results: ['The remote server returned an error: (400) Bad Request.'] }, 'failed'],
			[name, { Results: ["App Protection template 'x' identifies no platform"] }, 'failed'],
		],
	),
	...[
		'appApproval.save',
		'appPermissionSet.save',
		'appRegistration.setPermissions',
		'appRegistration.resetPermissions',
	].map((name): [string, unknown, string] => [
		name,
		{ Results: 'The property value exceeds the maximum allowed size (64KB)' },
		'failed',
	]),
	[
		'apiClient.delete',
		{
			Results: 'You do not have sufficient permissions to manage an API client with the role admin',
		},
		'failed',
	],
	[
		'roomList.update',
		{ Results: ['An error occurred while editing the room list: Access is denied.'] },
		'failed',
	],
	...['enterpriseApplication.deploy', 'enterpriseApplication.deployTemplate'].map(
		(name): [string, unknown, string] => [
			name,
			{ Results: ['Function Error: no such app'] },
			'failed',
		],
	),
	// Marked by its colour alone.
	...['create', 'resume', 'suspend', 'delete'].flatMap(
		(key): Array<[string, unknown, string]> => [
			[
				`mailboxRestore.${key}`,
				{
					RestoreRequest: null,
					Results: [
						"The operation couldn't be performed because object 'x' couldn't be found on 'y'.",
					],
					colour: 'danger',
				},
				'failed',
			],
			[
				`mailboxRestore.${key}`,
				{ RestoreRequest: null, Results: ['The service is under maintenance.'], colour: 'danger' },
				'failed',
			],
		],
	),
	// A hole where the thing should be.
	...['jitAdmin.create', 'jitAdmin.grant'].map((name): [string, unknown, string] => [
		name,
		{
			Results: [
				{
					resultText: 'User: jane@contoso.example',
					copyField: 'jane@contoso.example',
					state: 'success',
				},
				{ resultText: 'Temporary Access Pass: ', copyField: '', state: 'success' },
				'This TAP is usable starting at  UTC for the next  minutes',
			],
		},
		'partial',
	]),
	[
		'standardTemplate.run',
		{ Results: 'Successfully started Standards Run for tenant: contoso.example - Template:  ()' },
		'failed',
	],
	// Nothing was there to act on.
	[
		'sharingLink.revokeMany',
		{ Results: 'No cached Anonymous sharing links found for the site, run a sync' },
		'failed',
	],
	['extensionMapping.autoMap', 'No Azure tenant IDs were found on any HaloPSA client.', 'failed'],
	[
		'gdapRole.map',
		{ Results: [{ resultText: 'All role mappings already exist', state: 'success' }] },
	],
	['userPhoto.remove', { Results: ['User does not have a profile picture to remove.'] }],
	[
		'user.create',
		{
			Results: [
				'Created New User.',
				'Skipped mailbox access to info@contoso.example: it is not a shared mailbox in this tenant.',
			],
		},
		'partial',
	],
	[
		'site.update',
		{
			Results:
				'Successfully updated site properties for x: LockState=Unlock Skipped (not supported on group-connected sites): Title.',
		},
		'partial',
	],
	[
		'site.update',
		{
			Results:
				'Successfully updated site properties for x:  Skipped (not supported on group-connected sites): Title.',
		},
		'failed',
	],
	[
		'communityRepository.importTemplate',
		{
			Results: [
				{ resultText: 'Community template import failed. Error: Forbidden', state: 'success' },
			],
		},
		'failed',
	],
	[
		'safeLinksPolicy.delete',
		{
			Results:
				"No rule name provided, skipping rule deletion | Failed to delete SafeLinks policy 'x'. Error: it couldn't be found",
		},
		'failed',
	],
	[
		'safeLinksPolicy.delete',
		{ Results: "Successfully deleted SafeLinks rule 'x' | Failed to delete SafeLinks policy 'x'" },
		'partial',
	],
	// An error beside fine results.
	['user.disable', { Results: done, error: 'And then it broke' }, 'partial'],
	['user.disable', { Results: done, Errors: 'And then it broke' }, 'partial'],
	['user.disable', { Results: done, Errors: { message: 'And then it broke' } }, 'partial'],
	[
		'user.disable',
		{ Results: done, Errors: ['It broke'], Metadata: { Queued: true, QueueMessage: 'Loading' } },
		'partial',
	],
	// Pages and rubbish.
	...['user.delete', 'user.disable', 'group.delete'].flatMap((name) =>
		[
			'<!-- gateway --><html>Successfully signed out</html>',
			'<?xml version="1.0"?><error/>',
			'<title>Sign in</title>',
			'<script>location = "/login"</script>',
			'{"a":',
			'{"Results":"Successfully deleted',
			'false',
			'0',
			'true',
			'Please sign in',
			'\u001f\u008b\u0008\u0000',
		].map((body): [string, unknown] => [name, body]),
	),
	// Words that tell of a failure.
	...[
		'Unsuccessful: the user stays',
		'The request was denied',
		'Forbidden',
		'Unauthorized access to the mailbox',
		'Insufficient rights',
		'The operation timed out',
		'Unable to reach the mailbox',
		'It cannot be removed',
		'The policy was not removed',
		'The policy wasn’t removed',
		'The mailbox does not exist',
		'Completed with 2 failures: see the log',
		'A failure was reported by Exchange',
		'There was an error, and the change is lost',
		'Couldn’t remove it',
	].map((sentence): [string, unknown, string] => ['user.disable', { Results: sentence }, 'failed']),
	// Nothing that is known to mean success.
	['user.delete', { Results: 'The user was seen' }, 'unknown'],
	['group.delete', { Results: 'OK then' }, 'unknown'],
	[
		'vulnerabilityException.remove',
		{ Results: 'Successfully removed 0 exception(s) for CVE CVE-1' },
	],
	[
		'tenantOffboarding.removeVendorApps',
		{ Results: ['The service principal is of another kind'], Errors: [] },
		'failed',
	],
];

it.each(failing)('%s is not green with %j', async (name, body, status) => {
	const result = await answered(name, body);

	expect(verdict(result)).toBe('error');
	if (status !== undefined) expect(statusOf(result)).toBe(status);
});

it.each(['user.delete', 'license.getMany'])('%s takes a page for one by its type', async (name) => {
	const result = await answered(name, 'Successfully signed out', {
		headers: { 'Content-Type': 'text/html; charset=utf-8' },
	});

	expect(verdict(result)).toBe('error');
});

it('of a secret that was exchanged while the old one stays, both are told, and the secret is not lost', async () => {
	const result = await answered('application.rotateSecret', {
		Results: {
			resultText:
				"Secret 'one' rotated. The new secret was created, but the old one could not be removed - remove it manually.",
			copyField: 'NewSecret1',
			state: 'success',
		},
	});

	expect(statusOf(result)).toBe('partial');
	expect(result.error?.message).toMatch(/the old one could not be removed/);
	expect(JSON.stringify(result.error?.context)).not.toContain('NewSecret1');
});

const queued: Array<[operation: string, body: unknown]> = [
	['user.create', { Results: ['Successfully created scheduled task to create user Jane Doe'] }],
	[
		'user.updateAccount',
		{ Results: ['Successfully created scheduled task to edit user Jane Doe'] },
	],
	...['jitAdmin.create', 'jitAdmin.grant'].map((name): [string, unknown] => [
		name,
		{ Results: ['Scheduling JIT Admin enable task for jane@contoso.example'] },
	]),
	[
		'user.resetPassword',
		{
			Results: {
				resultText:
					'Password reset accepted for Jane. The new password is Blue-7. It is not confirmed yet, and will fail if writeback is not enabled.',
				copyField: 'Blue-7',
				state: 'success',
			},
		},
	],
	['team.create', { Results: 'Successfully created Team: Sales' }],
	[
		'site.create',
		{ Results: 'Successfully created new SharePoint site. It is currently being provisioned.' },
	],
	['site.restore', { Results: 'Restore of https://contoso.example/sites/Sales has started' }],
	['extensionMapping.autoMap', 'AutoMapping has been queued. Please wait a few minutes.'],
	['device.resetPasscode', { Results: 'Passcode reset queued for device x.' }],
	[
		'conditionalAccessPolicy.scheduleExclusion',
		{
			Results: [
				"Successfully added vacation mode schedule for jane@contoso.example on policy 'Require MFA'.",
				"Failed to find a unique vacation group for policy 'Require MFA'. Multiple groups found, using group x.",
			],
		},
	],
	[
		'user.create',
		{
			Results: [
				'Created New User.',
				'Could not add the user to info@contoso.example yet (Exchange replication delay). A retry has been scheduled in 15 minutes.',
			],
		},
	],
	['scheduledTask.run', { Results: [true, 'Task Admins without MFA scheduled to run now'] }],
	['alertRule.updateScripted', { Results: [true, 'Task Admins without MFA scheduled to run now'] }],
	['alert.send', ''],
	['enterpriseApplication.deploy', { Results: [] }],
	[
		'sharePointTemplate.deploy',
		[{ Results: "Deployment of template 'X' queued for contoso.example.", DeploymentId: 'd-1' }],
	],
	['tenant.refreshList', [{ customerId: 'c-1', displayName: 'Contoso' }]],
	['tenantOnboarding.start', { RowKey: 'r-1', Status: 'queued' }],
	['accessCheck.checkTenant', { Results: 'Refreshing tenant Contoso' }],
	[
		'instance.refreshPermissions',
		{
			StatusCode: 200,
			Body: { Results: 'CPV Refresh has been triggered', Metadata: { QueueId: 'q-1' } },
		},
	],
];

it.each(queued)('%s is queued with %j', async (name, body) => {
	const result = await answered(name, body);

	expect(result.error).toBeUndefined();
	expect(result.json[0].status).toBe('queued');
	expect(JSON.stringify(result.json[0].copyField ?? '')).not.toContain('scheduled task');
});

describe("the customer's own words decide nothing", () => {
	it.each([
		[
			'group.createSecurity',
			{ displayName: 'MFA Exception' },
			'Successfully created group MFA Exception for contoso.example',
		],
		[
			'group.createSecurity',
			{ displayName: 'Failed' },
			'Successfully created group Failed for contoso.example',
		],
		[
			'group.createMicrosoft365',
			{ displayName: 'Could not be reached' },
			'Created group Could not be reached',
		],
		['team.create', { displayName: 'Denied Claims' }, 'Successfully created Team: Denied Claims'],
		[
			'contact.create',
			{ displayName: 'Exception Desk' },
			'Successfully created contact Exception Desk with mail error@contoso.example',
		],
		['transportRule.delete', {}, 'Deleted SPF failed - quarantine'],
		['transportRule.delete', {}, "Removed the rule 'Could not deliver'"],
	])('%s with %j is done: %s', async (name, parameters, Results) => {
		const result = await answered(name, { Results: [Results] }, { parameters });

		expect(result.error).toBeUndefined();
		expect(['succeeded', 'queued']).toContain(result.json[0].status);
	});

	it.each([
		[
			'group.createSecurity',
			{ displayName: 'Failed' },
			'Failed to create group. Failed for contoso.example',
		],
		['group.createSecurity', { displayName: 'Success' }, 'Could not create group Success'],
		[
			'group.createSecurity',
			{ displayName: 'Successfully created' },
			'Insufficient rights for Successfully created',
		],
	])('%s with %j is still a failure: %s', async (name, parameters, Results) => {
		expect(verdict(await answered(name, { Results: [Results] }, { parameters }))).toBe('error');
	});
});

const green: Array<[operation: string, body: unknown]> = [
	[
		'vulnerabilityException.add',
		{ Results: 'Successfully applied exception to CVE CVE-2026-0001' },
	],
	['vulnerabilityException.addGlobal', { Results: 'Successfully applied exception to CVE CVE-1' }],
	[
		'vulnerabilityException.remove',
		{ Results: 'Successfully removed 1 exception(s) for CVE CVE-1' },
	],
	[
		'vulnerabilityException.removeGlobal',
		{ Results: 'Successfully removed 1 exception(s) for CVE CVE-1' },
	],
	[
		'vulnerabilityException.removeAll',
		{ Results: 'Successfully removed 3 exception(s) for CVE CVE-1' },
	],
	[
		'tenantOffboarding.removeContacts',
		{
			Results: [
				'Successfully removed notification contacts from marketingNotificationEmails: a@contoso.example',
				'No notification contacts found in securityComplianceNotificationMails',
			],
			Errors: [],
		},
	],
	[
		'tenantOffboarding.terminateGdap',
		{ Results: ['Contoso (x) has been deleted from CIPP'], Errors: [] },
	],
	[
		'sitePermission.resetInheritance',
		{ Results: 'library x already inherits its permissions from the site; nothing to change.' },
	],
	['baseline.deny', { Results: 'Denied the deviation on AuditLog for contoso.example' }],
	['mailForwarding.disable', { Results: 'Disabling forwarding for jane@contoso.example' }],
	[
		'autopilotDevice.import',
		{ Results: [{ resultText: 'ABC: finished_with_success', state: 'success', copyField: 'ABC' }] },
	],
	['sharePointTemplate.create', [{ Results: 'Template Saved', TemplateId: 't-1' }]],
];

it.each(green)('%s is green with %j', async (name, body) => {
	const result = await answered(name, body);

	expect(result.error).toBeUndefined();
	expect(['succeeded', 'queued', undefined]).toContain(result.json[0].status);
});

it('silence is success for an alias that the mailbox has already, and for no other change of aliases', async () => {
	expect(statusOf(await answered('userAlias.add', { Results: [] }))).toBe('succeeded');
	expect(statusOf(await answered('userAlias.remove', { Results: [] }))).toBe('unknown');
});

it('all rules of tenant groups are run by an operation of their own', async () => {
	const Results = "Dynamic rules executed successfully for group ''. Processing will continue.";

	expect(statusOf(await answered('tenantGroup.runAllRules', { Results }))).toBe('queued');
	expect(verdict(await answered('tenantGroup.runRules', { Results }))).toBe('error');
});

it('a failure to which CIPP gives the words of success says that it is a failure', async () => {
	const result = await answered(
		'scheduledTask.delete',
		{ Results: 'Task removed successfully.' },
		{ status: 400 },
	);

	expect(result.error?.message).toMatch(/status 400/);
});

it('of an object that PowerShell writes into a sentence only its message is shown', async () => {
	const result = await answered('mailbox.setMessageSizeLimits', {
		Results:
			'Failed to set sizes. Error: @{Message=The mailbox is locked; Position=At line 1; StackTrace=at x}',
	});

	expect(result.error?.message).toContain('The mailbox is locked');
	expect(result.error?.message).not.toContain('StackTrace');
});

describe('what is asked for nothing', () => {
	it.each([
		'incident.update',
		'conditionalAccessPolicy.update',
		'intunePolicy.update',
		'assignmentFilter.update',
		'contact.update',
		'dlpPolicy.update',
		'purviewRetentionPolicy.update',
		'sensitivityLabel.update',
		'sensitiveInfoType.update',
		'jitAdmin.grant',
		'defender.createTemplates',
		'cippRole.limitBuiltIn',
		'passwordConfiguration.setPassphrase',
	])('%s is not sent', async (name) => {
		const result = await answered(name, done, { parameters: { options: {}, ...nothingChosen } });

		expect(result.error?.message).toMatch(/needs more than this/);
		expect(sandbox.current.requests.some(({ method }) => method === 'POST')).toBe(false);
	});
});

/** The fields of these operations that stand outside of the options. */
const nothingChosen = {
	AdminRoles: '',
	capitalizeWords: false,
	appendNumber: false,
	appendSpecialChar: false,
};

it.each(['10.0.0', 'nowhere', '2001:db8::/32', '300.1.1.1'])(
	'the range %s, which CIPP would drop, is not sent',
	async (ranges) => {
		const result = await answered('apiClient.create', done, { parameters: { IpRange: ranges } });

		expect(result.error?.message).toBe(`"IP Ranges" cannot be "${ranges}"`);
	},
);

it('all templates are not run because of a star', async () => {
	const result = await answered('standardTemplate.run', done, {
		parameters: { standardTemplateId: '*' },
	});

	expect(result.error?.message).toMatch(/cannot be "\*"/);
});

describe('a change tells whom and which tenant it was for', () => {
	it('beside the sentences', async () => {
		const { json } = await answered('user.disable', { Results: done });

		expect(json[0]).toMatchObject({ tenant: 'contoso.example', subject: 'a userEmail' });
	});

	it('in the error, where it has to be told', async () => {
		const { error } = await answered('user.disable', { Results: 'Failed to do it' });

		expect(error?.context?.data).toMatchObject({
			tenant: 'contoso.example',
			subject: 'a userEmail',
		});
	});

	it('on the rows of one that gives rows', async () => {
		const { json } = await answered('tenantOnboarding.start', { RowKey: 'r-1', Status: 'running' });

		expect(json[0]).toMatchObject({ RowKey: 'r-1', tenant: null, status: 'queued' });
	});
});

it.each([
	['customScript.create', { Results: done, ScriptGuid: 'g' }, { scriptGuid: 'g' }],
	['standardTemplate.create', { Results: done, Metadata: { id: 'g' } }, { templateId: 'g' }],
	[
		'baseline.create',
		{ Results: done, Metadata: { id: 'g', deltas: 2 } },
		{ templateId: 'g', changes: 2 },
	],
	['testReport.create', { Results: done, ReportId: 'g' }, { reportId: 'g' }],
	[
		'test.runOne',
		{ Results: done, Metadata: { Status: 'Passed', Name: 'n' } },
		{ result: 'Passed', test: 'n' },
	],
	[
		'auditLog.search',
		{ details: { id: 'g' }, resultText: 'Created audit log search: x', state: 'success' },
		{ searchId: 'g' },
	],
	[
		'appApproval.save',
		[{ Results: 'Template Saved', Metadata: { TemplateId: 'g' } }],
		{ templateId: 'g' },
	],
	[
		'appPermissionSet.save',
		[{ Results: 'Template Saved', Metadata: { TemplateId: 'g' } }],
		{ templateId: 'g' },
	],
	[
		'gdapInvite.create',
		{
			Message: 'GDAP relationship invite created.',
			Invite: { InviteUrl: 'https://x.example', RowKey: 'g' },
		},
		{ inviteUrl: 'https://x.example', relationshipId: 'g' },
	],
	[
		'enterpriseApplication.create',
		{ Results: 'Created service principal for X', Metadata: { ServicePrincipal: { id: 'g' } } },
		{ servicePrincipalId: 'g' },
	],
	['cachedData.refresh', { Results: done, Metadata: { QueueId: 'q' } }, { queueId: 'q' }],
	['reportTemplate.create', { Results: done, GUID: 'g' }, { reportTemplateId: 'g' }],
	['diagnosticsQuery.create', { Results: done, Metadata: { GUID: 'g' } }, { queryId: 'g' }],
	['branding.savePreset', { Results: { Results: done, id: 'g' } }, { presetId: 'g' }],
	[
		'directoryExtension.create',
		{ Results: { resultText: done, state: 'success', extension: { id: 'g' } } },
		{ extension: { id: 'g' } },
	],
	['snooze.create', { Results: done, ContentHash: 'h' }, { contentHash: 'h' }],
	[
		'samCertificate.renew',
		{ Results: 'SAM certificate renewed.', Thumbprint: 'T', NotAfter: '2030' },
		{ thumbprint: 'T', expires: '2030' },
	],
	[
		'vulnerabilityException.add',
		{ Results: done, ExceptionsAdded: 0, TenantsAffected: 1 },
		{ exceptionsAdded: 0, tenantsAffected: 1 },
	],
	[
		'user.create',
		{ Results: ['Created New User.'], User: { id: 'g', userPrincipalName: 'u', displayName: 'd' } },
		{ userId: 'g', userPrincipalName: 'u', displayName: 'd' },
	],
	[
		'userImport.create',
		{
			Results: [
				{ resultText: 'Created user', state: 'success', username: 'a' },
				{ resultText: 'Created user', state: 'success', username: 'b' },
			],
		},
		{ userPrincipalName: ['a', 'b'] },
	],
	[
		'user.createTemporaryAccessPass',
		{
			Results: [
				{
					resultText: 'The TAP is x',
					state: 'success',
					copyField: 'x',
					startDateTime: '2030',
					lifetimeInMinutes: 7,
				},
			],
		},
		{ startDateTime: '2030', lifetimeInMinutes: 7 },
	],
	[
		'mailboxRestore.create',
		{ Results: [done], RestoreRequest: { Identity: 'i', Guid: 'g' } },
		{ identity: 'i', guid: 'g' },
	],
	['allowBlockList.create', { Results: [done], Request: { a: 1 } }, { request: { a: 1 } }],
	[
		'contactTemplate.create',
		{ Results: 'Created Contact Template X with GUID 1c2d3e4f-0000-4000-8000-000000000000' },
		{ templateId: '1c2d3e4f-0000-4000-8000-000000000000' },
	],
	[
		'sharePointTemplate.deploy',
		[{ Results: "Deployment of 'X' queued for contoso.example.", DeploymentId: 'd' }],
		{ DeploymentId: 'd' },
	],
])('%s keeps what the next node needs', async (name, body, kept) => {
	const result = await answered(name, body);

	expect(result.error).toBeUndefined();
	expect(result.json[0]).toMatchObject(kept as IDataObject);
});

describe('what is done in several steps', () => {
	it('says after a failure where to look before trying again', async () => {
		const { error } = await answered(
			'group.addMembers',
			"The term 'Get-CippExoErrorText' is not recognized",
			{ status: 500 },
		);

		expect(error?.description).toMatch(/several steps.*Look at the members, owners/);
	});

	it('says nothing of it when all is done', async () => {
		const { json } = await answered('group.addMembers', { Results: [done] });

		expect(JSON.stringify(json)).not.toContain('several steps');
	});
});

it.each([
	['graphPreset.update'],
	['graphPreset.delete'],
	['webhookSubscription.delete'],
	['webhookSubscription.unsubscribe'],
	['webhookSubscription.unsubscribeAll'],
])('%s, which CIPP can never do for an API client, is not sent', async (name) => {
	const { error } = await answered(name, done);

	expect(error?.message).toMatch(/does not work through the API of CIPP/);
	expect(sandbox.current.requests).toEqual([]);
});

describe('an update of something that CIPP does not list', () => {
	const list = (body: unknown) =>
		sandbox.current.faults.endpoint('ListBaselines', { status: 200, body });
	const id = '1c2d3e4f-0000-4000-8000-000000000000';
	const update = async () =>
		await answered('baseline.update', { Results: done }, { parameters: { baselineId: id } });

	it('is not sent, because CIPP would make something new of it', async () => {
		list([{ GUID: 'another' }]);

		const { error } = await update();

		expect(error?.message).toMatch(/CIPP lists nothing with the ID/);
		expect(sandbox.current.requests.some(({ endpoint }) => endpoint === 'AddBaseline')).toBe(false);
	});

	it('is sent when it is there', async () => {
		list([{ GUID: id.toUpperCase() }]);

		expect((await update()).json[0].status).toBe('succeeded');
	});

	it('is sent with a note when nobody could look', async () => {
		sandbox.current.faults.endpoint('ListBaselines', { kind: 'roleMissing' });

		const { json } = await update();

		expect(json[0].status).toBe('succeeded');
		expect(JSON.stringify(json[0].messages)).toContain('Nobody could look');
	});
});
