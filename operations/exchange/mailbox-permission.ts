import { tasksFor } from '../fields/planned';
import {
	anchored,
	change,
	choice,
	choices,
	dateTime,
	exchangeRow,
	forEach,
	gone,
	inBody,
	inExchange,
	inQuery,
	inSteps,
	json,
	list,
	lookingAgain,
	onOff,
	outcome,
	read,
	resource,
	rows,
	sent,
	text,
	theMailbox,
	toggle,
	unseen,
	unseenIf,
	words,
	type Look,
} from '../vocabulary';

const people = (label: string, wire: string, help: string) =>
	list(label, wire, {
		form: 'labelValues',
		optional: true,
		placeholder: 'e.g. jane@contoso.com, hr@contoso.com',
		help: `${help}. Separate several with commas.`,
	});

/** Every mailbox has it: a list without was not read. */
const self = /SELF/;

const onBehalf =
	'Exchange shows names there and not addresses, and CIPP lists other rights under other words';

const mayOpen = (who: string, mailbox = '{userID}'): Look =>
	exchangeRow(
		'Get-MailboxPermission',
		{ Identity: mailbox },
		{ User: who, AccessRights: /FullAccess/ },
	);

const maySendAs = (who: string, mailbox = '{userID}'): Look =>
	exchangeRow(
		'Get-RecipientPermission',
		{ Identity: mailbox },
		{ Trustee: who, AccessRights: /SendAs/ },
	);

interface Asked {
	mailbox: string;
	person: string;
	level: string;
	isRemoved: boolean;
}

/** Each right of each person on each mailbox. */
function rightsIn(requests: unknown): Asked[] {
	return entries(requests).flatMap(({ userID, permissions }) =>
		entries(permissions).flatMap(({ UserID, PermissionLevel, Modification }) =>
			texts(PermissionLevel).flatMap((level) =>
				texts(UserID).map((person) => ({
					mailbox: texts(userID)[0] ?? '',
					person,
					level,
					isRemoved: /^remove$/i.test(String(Modification)),
				})),
			),
		),
	);
}

const entries = (value: unknown): Array<Record<string, unknown>> =>
	[value]
		.flat()
		.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);

const texts = (value: unknown): string[] =>
	[value]
		.flat()
		.map((one) => (typeof one === 'object' && one !== null && 'value' in one ? one.value : one))
		.flatMap((one) => String(one ?? '').split(','))
		.map((one) => one.trim())
		.filter(Boolean);

const asked =
	(level: string, isRemoved: boolean) =>
	(requests: unknown): Asked[] =>
		rightsIn(requests).filter((one) => one.level === level && one.isRemoved === isRemoved);

const askedOtherwise = (requests: unknown): Asked[] =>
	rightsIn(requests).filter(({ level }) => level !== 'FullAccess' && level !== 'SendAs');

export const mailboxPermission = resource('Mailbox Permission', 'mailboxPermission', 'getMany', {
	getMany: read('ListmailboxPermissions', {
		name: 'Get Many',
		action: 'Get many mailbox permissions',
		help: 'Lists who has access to one mailbox, live from Exchange. An empty list is no proof: an unknown mailbox and errors look the same, and denied entries look like granted ones.',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		omits: {
			UseReportDB: 'an operation of its own',
			ByUser: 'only for the cached report',
			User: 'only for the cached report',
		},
		fields: [theMailbox('userId')],
		answer: lookingAgain(
			rows('User', 'Permissions'),
			inExchange('Get-MailboxPermission', { Identity: '{userId}' }),
		),
	}),

	getManyCached: read('ListmailboxPermissions', {
		name: 'Get Many by Mailbox From Cache',
		action: 'Get many mailbox permissions by mailbox from cache',
		help: "Lists every mailbox with the people who have access, from CIPP's nightly report. Asked for all tenants, it leaves out those without a report.",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { UseReportDB: 'true' } },
		fields: [],
		answer: rows(
			'Tenant',
			'MailboxUPN',
			'MailboxDisplayName',
			'MailboxType',
			'PermissionCount',
			'Permissions',
			'PermissionCacheTimestamp',
		),
	}),

	getManyByUser: read('ListmailboxPermissions', {
		name: 'Get Many by User From Cache',
		action: 'Get many mailbox permissions by user from cache',
		help: "Lists people with the mailboxes they can open, from CIPP's nightly report. Handy before someone leaves.",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { UseReportDB: 'true', ByUser: 'true' } },
		fields: [
			text('Only This User', 'User', {
				name: 'onlyUser',
				optional: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'The exact user principal name. Left out, everyone with access somewhere is listed.',
			}),
		],
		answer: rows(
			'Tenant',
			'User',
			'UserMailboxType',
			'MailboxCount',
			'Permissions',
			'PermissionCacheTimestamp',
		),
	}),

	update: change('ExecEditMailboxPermissions', {
		name: 'Update',
		action: 'Update mailbox permissions',
		help: 'Grants and takes away access to one mailbox. Choose at least one change under Options.',
		role: 'Exchange.Mailbox.ReadWrite',
		worse: [
			{ effect: 'destroy', when: 'access is removed', sent: { RemoveFullAccess: /\w/ } },
			{ effect: 'destroy', when: 'Send As is removed', sent: { RemoveSendAs: /\w/ } },
			{ effect: 'destroy', when: 'Send on Behalf is removed', sent: { RemoveSendOnBehalf: /\w/ } },
		],
		tenant: inBody('tenantfilter'),
		fields: [
			theMailbox('userID'),
			people(
				'Add Full Access',
				'AddFullAccess',
				'Who may open the mailbox, which then appears in their Outlook by itself',
			),
			people(
				'Add Full Access Without Automapping',
				'AddFullAccessNoAutoMap',
				'Who may open the mailbox and adds it to Outlook by hand',
			),
			people('Remove Full Access', 'RemoveFullAccess', 'Who may no longer open the mailbox'),
			people('Add Send As', 'AddSendAs', 'Who may send as if they were the mailbox'),
			people('Remove Send As', 'RemoveSendAs', 'Who may no longer send as the mailbox'),
			people(
				'Add Send on Behalf',
				'AddSendOnBehalf',
				'Who may send for the mailbox, with their own name shown beside it',
			),
			people(
				'Remove Send on Behalf',
				'RemoveSendOnBehalf',
				'Who may no longer send for the mailbox',
			),
		],
		needsOneOf: [
			'AddFullAccess',
			'AddFullAccessNoAutoMap',
			'RemoveFullAccess',
			'AddSendAs',
			'RemoveSendAs',
			'AddSendOnBehalf',
			'RemoveSendOnBehalf',
		],
		answer: inSteps(outcome(), 'the permissions of the mailbox'),
		look: [
			mayOpen('{AddFullAccess}'),
			mayOpen('{AddFullAccessNoAutoMap}'),
			anchored(gone(mayOpen('{RemoveFullAccess}')), { User: self }),
			maySendAs('{AddSendAs}'),
			anchored(gone(maySendAs('{RemoveSendAs}')), { Trustee: self }),
			unseenIf('AddSendOnBehalf', onBehalf),
			unseenIf('RemoveSendOnBehalf', onBehalf),
		],
	}),

	changeMany: change('ExecModifyMBPerms', {
		name: 'Update Many',
		action: 'Update permissions of many mailboxes',
		help: 'Grants and takes away access to several mailboxes in one call, also rights that Update does not know',
		role: 'Exchange.Mailbox.ReadWrite',
		worse: [
			{
				effect: 'destroy',
				when: 'an entry removes',
				sent: { mailboxRequests: /Modification\W+Remove/i },
			},
		],
		tenant: inBody(),
		omits: {
			userID: 'the same as one entry of the list of mailboxes',
			permissions: 'the same as one entry of the list of mailboxes',
		},
		fields: [
			json('Mailboxes', 'mailboxRequests', {
				required: true,
				placeholder:
					'e.g. [{"userID":"info@contoso.com","permissions":[{"UserID":"jane@contoso.com","PermissionLevel":"FullAccess,SendAs","Modification":"Add","AutoMap":false}]}]',
				help: 'A list, one entry for each mailbox. PermissionLevel takes FullAccess, SendAs and SendOnBehalf, to remove also ReadPermission, ExternalAccount, DeleteItem, ChangePermission and ChangeOwner; a level it does not know is skipped without a word. Every Modification but Remove grants. AutoMap is true unless you write false, without quotation marks.',
			}),
		],
		answer: inSteps(
			outcome({ failing: [/^skipped mailbox/i, /^no valid permission/i] }),
			'the permissions of the mailbox',
		),
		look: [
			forEach(
				sent('mailboxRequests', asked('FullAccess', false)),
				mayOpen('{each.person}', '{each.mailbox}'),
			),
			forEach(
				sent('mailboxRequests', asked('FullAccess', true)),
				anchored(gone(mayOpen('{each.person}', '{each.mailbox}')), { User: self }),
			),
			forEach(
				sent('mailboxRequests', asked('SendAs', false)),
				maySendAs('{each.person}', '{each.mailbox}'),
			),
			forEach(
				sent('mailboxRequests', asked('SendAs', true)),
				anchored(gone(maySendAs('{each.person}', '{each.mailbox}')), { Trustee: self }),
			),
			forEach(sent('mailboxRequests', askedOtherwise), unseen(onBehalf)),
		],
	}),

	scheduleAccess: change('ExecScheduleMailboxVacation', {
		name: 'Schedule Temporary Access',
		action: 'Schedule temporary mailbox permissions',
		help: 'Plans a time, such as a holiday, in which others have access to mailboxes and, if wanted, calendars',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		warns:
			'At the end the access is taken away even from people who had it before. CIPP says yes even if its scheduler refuses the tasks.',
		fields: [
			theMailbox('mailboxOwners', {
				form: 'labelValues',
				help: 'Which mailbox to open to others: choose one or give its user principal name. In an expression, give several as a list or separated by commas.',
			}),
			list('Delegates', 'delegates', {
				form: 'labelValues',
				required: true,
				placeholder: 'e.g. manager@contoso.com',
				help: 'Who gets access for the time, by user principal name. Separate several with commas.',
			}),
			choices(
				'Permissions',
				'permissionTypes',
				[
					{ value: 'FullAccess', label: 'Full Access' },
					{ value: 'SendAs', label: 'Send As' },
					{ value: 'SendOnBehalf', label: 'Send on Behalf' },
				],
				{
					form: 'texts',
					required: true,
					help: 'What the delegates may do. Each becomes a task of its own for every pair of people.',
				},
			),
			dateTime('Start', 'startDate', {
				required: true,
				help: "When access begins, in the workflow's time zone. CIPP acts on the next quarter hour.",
			}),
			dateTime('End', 'endDate', {
				required: true,
				help: 'When access ends. CIPP does not check that it lies after the start.',
			}),
			onOff('Automapping', 'autoMap', {
				optional: true,
				default: true,
				help: "Whether the mailbox appears in the delegates' Outlook by itself. It does so when left out.",
			}),
			toggle('Include Calendar', 'includeCalendar', {
				optional: true,
				help: 'Whether delegates also get rights on the calendar. Needs Calendar Permission as well.',
			}),
			choice(
				'Calendar Permission',
				'calendarPermission',
				words(
					'Owner',
					'PublishingEditor',
					'Editor',
					'PublishingAuthor',
					'Author',
					'NonEditingAuthor',
					'Reviewer',
					'Contributor',
					'LimitedDetails',
					'AvailabilityOnly',
				),
				{
					optional: true,
					default: 'Reviewer',
					help: 'What delegates may do in the calendar. Counts only with Include Calendar.',
				},
			),
			toggle('See Private Appointments', 'canViewPrivateItems', {
				optional: true,
				help: 'Whether delegates also see what is marked as private in the calendar',
			}),
			choices(
				'Notify Through',
				'postExecution',
				[
					{ value: 'email', label: 'Email' },
					{ value: 'psa', label: 'PSA Ticket' },
					{ value: 'webhook', label: 'Webhook' },
				],
				{
					optional: true,
					help: 'Where CIPP reports each step, as set up in its notification settings',
				},
			),
			text('Reference', 'reference', {
				optional: true,
				placeholder: 'e.g. TICKET-4711',
				help: 'Kept with the tasks. CIPP returns no task ID, so an unusual one lets you find them again.',
			}),
		],
		answer: outcome({ onlyQueues: true }),
		look: tasksFor('mailboxOwners'),
	}),
});
