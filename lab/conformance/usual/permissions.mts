import type { Usual } from '../request.mts';
import { named, neverSynced, tenantFilter, type Cast } from './cast.mts';

/** Who may use a mailbox or a calendar. */
export const permissions = (cast: Cast): Usual[] => [
	...lists(cast),
	editMailbox(cast),
	modifyMailboxes(cast),
	modifyCalendar(cast),
];

function lists({ megan }: Cast): Usual[] {
	const byUser = { UseReportDB: 'true', ByUser: 'true' };
	const report = {
		'report by user': { query: { tenantFilter, ...byUser } },
		report: { query: { tenantFilter, UseReportDB: 'true' } },
		'report never made': { query: { tenantFilter: neverSynced, UseReportDB: 'true' } },
		'report of all tenants': { query: { tenantFilter: 'AllTenants', ...byUser } },
	};
	return [
		{
			endpoint: 'ListmailboxPermissions',
			query: { tenantFilter, userId: megan.id },
			person: ['userId'],
			also: report,
		},
		{
			endpoint: 'ListCalendarPermissions',
			query: { tenantFilter, UserID: megan.id },
			person: ['UserID'],
			also: report,
		},
	];
}

function editMailbox({ megan, alex, adele, person }: Cast): Usual {
	const one = { tenantFilter, userID: megan.userPrincipalName };
	return {
		endpoint: 'ExecEditMailboxPermissions',
		method: 'POST',
		body: {
			...one,
			AddFullAccess: [named(alex)],
			AddFullAccessNoAutoMap: [named(adele)],
			AddSendAs: [named(alex)],
			RemoveSendAs: [named(person('isaiah.langer'))],
			AddSendOnBehalf: [named(alex)],
		},
		person: ['userID'],
		also: {
			'one right': { body: { ...one, AddFullAccess: [named(alex)] } },
			'remove what nobody has': { body: { ...one, RemoveFullAccess: [named(alex)] } },
			'people as texts': { body: { ...one, AddFullAccess: [alex.userPrincipalName] } },
			'for somebody unknown': {
				body: { ...one, AddFullAccess: [{ label: 'x', value: 'nobody@contoso.example' }] },
			},
			'no right': { body: one },
		},
	};
}

function modifyMailboxes({ megan, alex }: Cast): Usual {
	const one = { tenantFilter, userID: megan.userPrincipalName };
	const add = (UserID: unknown, PermissionLevel: unknown = 'FullAccess') => ({
		UserID,
		PermissionLevel,
		Modification: 'Add',
	});
	return {
		endpoint: 'ExecModifyMBPerms',
		method: 'POST',
		body: {
			...one,
			permissions: [{ ...add([named(alex)], ['FullAccess', 'SendAs']), AutoMap: false }],
		},
		person: ['userID'],
		also: {
			'two mailboxes, one unknown': {
				body: {
					tenantFilter,
					mailboxRequests: [
						{ userID: megan.userPrincipalName, permissions: [add(alex.userPrincipalName)] },
						{ userID: 'nobody@contoso.example', permissions: [add(alex.userPrincipalName)] },
					],
				},
			},
			'right that can only be taken': {
				body: {
					...one,
					permissions: [
						{ ...add(alex.userPrincipalName, 'ReadPermission'), Modification: 'Remove' },
					],
				},
			},
			'unknown right': {
				body: { ...one, permissions: [add(alex.userPrincipalName, 'Nonsense')] },
			},
			'for somebody unknown': { body: { ...one, permissions: [add('nobody@contoso.example')] } },
		},
	};
}

function modifyCalendar({ megan, alex, adele }: Cast): Usual {
	const one = { tenantFilter, userID: megan.userPrincipalName };
	const give = (UserID: unknown, PermissionLevel: unknown = 'Editor', more: object = {}) => ({
		...one,
		permissions: [{ UserID, PermissionLevel, Modification: 'Add', ...more }],
	});
	const [alexs, adeles] = [alex.userPrincipalName, adele.userPrincipalName];
	const editor = { label: 'Editor', value: 'Editor' };
	const flags = { FolderName: 'Calendar', CanViewPrivateItems: true, SendNotificationToUser: true };
	return {
		endpoint: 'ExecModifyCalPerms',
		method: 'POST',
		body: give(named(adele), editor, flags),
		person: ['userID'],
		also: {
			'other level': { body: give(alexs) },
			remove: { body: give(alexs, 'Reviewer', { Modification: 'Remove' }) },
			'remove what is not there': { body: give(adeles, 'Editor', { Modification: 'Remove' }) },
			'other folder': { body: give(adeles, 'Editor', { FolderName: 'Agenda' }) },
			'text true': { body: give(adeles, 'Editor', { CanViewPrivateItems: 'true' }) },
			'unknown level': { body: give(adeles, 'Nonsense') },
			'for somebody unknown': { body: give('nobody@contoso.example') },
			nobody: { body: { ...one, permissions: [] } },
		},
	};
}
