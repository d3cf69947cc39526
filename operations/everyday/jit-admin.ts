import { notifyThrough, theDomain, usageLocation } from '../fields/user-fields';
import {
	inSentences,
	change,
	choice,
	dateTime,
	inBody,
	inList,
	inQuery,
	list,
	number,
	ofOrder,
	outcome,
	read,
	resource,
	rows,
	slowly,
	text,
	toggle,
	type DeclaredField,
} from '../vocabulary';

const access = (): DeclaredField[] => [
	dateTime('Start', 'StartDate', {
		required: true,
		help: 'From when the rights hold. A time in the past means at once.',
	}),
	dateTime('End', 'EndDate', {
		required: true,
		help: 'When CIPP does what When It Ends says, at the next quarter hour',
	}),
	choice(
		'When It Ends',
		'ExpireAction',
		[
			{ value: 'RemoveRolesAndGroups', label: 'Remove Roles and Groups' },
			{ value: 'RemoveRoles', label: 'Remove Roles' },
			{ value: 'RemoveGroups', label: 'Remove Groups' },
			{ value: 'DisableUser', label: 'Disable User' },
			{ value: 'DeleteUser', label: 'Delete User' },
		],
		{
			form: 'labelValue',
			required: true,
			default: 'RemoveRolesAndGroups',
			help: 'What happens to the account after the end',
		},
	),
	list('Admin Roles', 'AdminRoles', {
		form: 'labelValues',
		placeholder: 'e.g. 29232cdf-9323-42fd-ade2-1d097af3e4de',
		help: 'Role template IDs, the same in every tenant, separated by commas. Role: Get Many has them.',
	}),
	list('Groups', 'GroupMemberships', {
		form: 'labelValues',
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'Object IDs of groups to join meanwhile, separated by commas',
	}),
	toggle('Create Temporary Access Pass', 'UseTAP', {
		optional: true,
		help: 'Whether to make a pass to sign in without password. If that fails, CIPP leaves its place empty, and the node ends with an error.',
	}),
	number('Pass Lifetime', 'tapLifetimeInMinutes', {
		optional: true,
		default: 60,
		help: 'How many minutes the pass works. Empty means as long as the rights, within what the tenant allows.',
	}),
	text('Reason', 'reason', {
		optional: true,
		placeholder: 'e.g. TICKET-4711: mail flow',
		help: 'Why the rights are given. Shown in CIPP.',
	}),
	notifyThrough({
		form: 'labelValues',
		choices: [
			{ value: 'email', label: 'Email' },
			{ value: 'PSA', label: 'PSA Ticket' },
			{ value: 'webhook', label: 'Webhook' },
		],
	}),
];

const given = {
	role: 'Identity.Role.ReadWrite',
	tenant: inBody(),
	answer: outcome({
		later: [/^Scheduling JIT Admin/i],
		// What is left of the sentence when there is no pass.
		failing: [/\bstarting at\s+UTC\b/i, /\bnext\s+minutes\b/i],
	}),
	secret: inSentences,
};

export const jitAdmin = resource('Just-in-Time Admin', 'jitAdmin', 'getMany', {
	getMany: read('ListJITAdmin', {
		name: 'Get Many',
		action: 'Get many JIT admins',
		help: 'Lists accounts with temporary admin rights. For all tenants the rows can be an hour old and lack start, reason and creator.',
		role: 'Identity.Role.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: rows(
			'Tenant',
			'id',
			'displayName',
			'userPrincipalName',
			'accountEnabled',
			'jitAdminEnabled',
			'jitAdminStartDate',
			'jitAdminExpiration',
			'jitAdminReason',
			'jitAdminCreatedBy',
			'memberOf',
		),
	}),

	create: change('ExecJITAdmin', {
		...given,
		name: 'Create',
		action: 'Create JIT admin',
		help: 'Adds a new account with admin rights for a time. A role that cannot be given is not reported: check with Role: Get Many.',
		fixed: { body: { userAction: 'create' } },
		fields: [
			text('Username', 'Username', {
				required: true,
				placeholder: 'e.g. jit-jane',
				help: 'The part of the sign-in name before the @',
			}),
			theDomain('Domain'),
			text('First Name', 'FirstName', {
				required: true,
				placeholder: 'e.g. Jane',
				help: 'Given name of the admin',
			}),
			text('Last Name', 'LastName', {
				required: true,
				placeholder: 'e.g. Doe',
				help: 'Family name of the admin',
			}),
			...access(),
			usageLocation({ help: 'Two-letter country code, needed only if a group brings licenses' }),
		],
		look: ofOrder(slowly(inList('getMany', { userPrincipalName: '{Username}@{Domain}' }))),
	}),

	grant: change('ExecJITAdmin', {
		worse: [
			{
				effect: 'destroy',
				when: 'When It Ends is Delete User',
				sent: { 'ExpireAction.value': /delete/i },
			},
			{
				effect: 'contain',
				when: 'When It Ends is Disable User',
				sent: { 'ExpireAction.value': /disable/i },
			},
		],
		...given,
		name: 'Grant to User',
		action: 'Grant JIT admin to user',
		help: 'Gives an existing account admin rights for a time. A role that cannot be given is not reported: check with Role: Get Many.',
		fixed: { body: { userAction: 'select' } },
		warns: 'When It Ends works on the existing account: Delete User really deletes it.',
		fields: [theExistingUser(), ...access()],
		needsOneOf: ['AdminRoles', 'GroupMemberships', 'UseTAP'],
		look: ofOrder(slowly(inList('getMany', { 'id|userPrincipalName': '{existingUser}' }))),
	}),
});

function theExistingUser(): DeclaredField {
	return text('User', 'existingUser', {
		form: 'labelValue',
		required: true,
		placeholder: 'e.g. jane@contoso.com',
		help: 'Who gets the rights: user principal name or object ID',
	});
}
