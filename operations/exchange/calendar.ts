import {
	destroy,
	anchored,
	asExchange,
	byDisplayName,
	change,
	choice,
	decide,
	exchange,
	forEach,
	gone,
	has,
	inBody,
	inList,
	inQuery,
	inSteps,
	json,
	number,
	onOff,
	outcome,
	read,
	resource,
	rows,
	sent,
	text,
	theMailbox,
	words,
	type Look,
} from '../vocabulary';

const folder = text('Folder Name', 'FolderName', {
	name: 'folderName',
	required: true,
	default: 'Calendar',
	help: "The calendar's name in the language of the mailbox, such as Kalender or Agenda. Get Permissions shows it.",
});

const queried = {
	UseReportDB: 'an operation of its own',
	ByUser: 'only for the cached report',
};

/** Rows have display names. A list without the row of everybody was not read. */
const hasRights = (who: string, mailbox: string, rights: string): Look =>
	byDisplayName(
		who,
		asExchange(
			inList(
				'getPermissions',
				{ User: '{via}' },
				{ AccessRights: has(rights) },
				{ UserID: mailbox },
			),
		),
	);

const isOut = (look: Look): Look => anchored(gone(look), { User: /^Default$/i });

const changes =
	(modification: RegExp) =>
	(permissions: unknown): unknown[] =>
		[permissions]
			.flat()
			.filter((one) => modification.test(String((one as Record<string, unknown>).Modification)));

export const calendar = resource('Calendar', 'calendar', 'getPermissions', {
	getPermissions: read('ListCalendarPermissions', {
		name: 'Get Permissions',
		action: 'Get calendar permissions',
		help: "Lists who may see or edit one person's calendar, live from Exchange, with Default and Anonymous",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		omits: queried,
		fields: [theMailbox('UserID')],
		answer: rows('Identity', 'User', 'AccessRights', 'FolderName'),
	}),

	getCachedPermissions: read('ListCalendarPermissions', {
		name: 'Get Permissions by Calendar From Cache',
		action: 'Get calendar permissions by calendar from cache',
		help: "Lists all calendars with the people who have rights on them, from CIPP's nightly report. Default and Anonymous are left out, and so are tenants without a report when all are asked for.",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { UseReportDB: 'true' } },
		fields: [],
		answer: rows(
			'Tenant',
			'CalendarUPN',
			'CalendarDisplayName',
			'CalendarType',
			'FolderName',
			'PermissionCount',
			'Permissions',
			'PermissionCacheTimestamp',
		),
	}),

	getCachedPermissionsByUser: read('ListCalendarPermissions', {
		name: 'Get Permissions by User From Cache',
		action: 'Get calendar permissions by user from cache',
		help: "Lists people with the calendars they have rights on, from CIPP's nightly report",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { UseReportDB: 'true', ByUser: 'true' } },
		fields: [],
		answer: rows(
			'Tenant',
			'User',
			'UserMailboxType',
			'CalendarCount',
			'Permissions',
			'PermissionCacheTimestamp',
		),
	}),

	setPermission: change('ExecEditCalendarPermissions', {
		name: 'Set Permission',
		action: 'Set calendar permission',
		help: 'Gives someone rights on a calendar, or changes the rights they have',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fields: [
			theMailbox('userid'),
			folder,
			text('Person', 'UserToGetPermissions', {
				name: 'person',
				form: 'labelValue',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Who gets the rights: a user principal name, or Default for everyone in the tenant',
			}),
			choice(
				'Permission',
				'Permissions',
				[
					{
						value: 'AvailabilityOnly',
						label: 'Availability Only',
						help: 'Sees when someone is free or busy',
					},
					{ value: 'LimitedDetails', label: 'Limited Details', help: 'Sees subject and place too' },
					{ value: 'Reviewer', label: 'Reviewer', help: 'Reads everything' },
					{ value: 'Contributor', label: 'Contributor', help: 'Creates, but does not read' },
					{
						value: 'NonEditingAuthor',
						label: 'Non-Editing Author',
						help: 'Reads and creates, deletes own items',
					},
					{ value: 'Author', label: 'Author', help: 'Reads, creates, changes own items' },
					{
						value: 'PublishingAuthor',
						label: 'Publishing Author',
						help: 'As author, and creates subfolders',
					},
					{ value: 'Editor', label: 'Editor', help: 'Reads, creates, changes everything' },
					{
						value: 'PublishingEditor',
						label: 'Publishing Editor',
						help: 'As editor, and creates subfolders',
					},
					{ value: 'Owner', label: 'Owner', help: 'All rights' },
					{ value: 'None', label: 'None', help: 'No rights, but the entry stays' },
				],
				{
					form: 'labelValue',
					required: true,
					help: 'What the person may do in the calendar from now on',
				},
			),
			onOff('See Private Appointments', 'CanViewPrivateItems', {
				required: true,
				help: 'Whether private appointments are shown too. Exchange makes the person a delegate for it, which needs the rights of an editor.',
			}),
		],
		answer: outcome(),
		look: hasRights('{UserToGetPermissions}', '{userid}', '{Permissions}'),
	}),

	removePermission: destroy('ExecEditCalendarPermissions', {
		name: 'Remove Permission',
		action: 'Remove calendar permission',
		help: "Takes someone's rights on a calendar away",
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		omits: { CanViewPrivateItems: 'not read when rights are taken away' },
		fields: [
			theMailbox('userid'),
			folder,
			text('Person', 'RemoveAccess', {
				name: 'person',
				form: 'labelValue',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Whose rights to take away, by user principal name',
			}),
		],
		answer: outcome(),
		look: isOut(hasRights('{RemoveAccess}', '{userid}', '')),
	}),

	updatePermissions: change('ExecModifyCalPerms', {
		name: 'Update Permissions',
		action: 'Update calendar permissions',
		help: 'Gives and takes rights on one calendar for several people in one call, if wanted with a notification to them',
		role: 'Exchange.Mailbox.ReadWrite',
		worse: [
			{
				effect: 'destroy',
				when: 'an entry removes',
				sent: { permissions: /Modification\W+Remove/i },
			},
		],
		tenant: inBody(),
		fields: [
			theMailbox('userID'),
			json('Permissions', 'permissions', {
				required: true,
				placeholder:
					'e.g. [{"UserID":"jane@contoso.com","PermissionLevel":"Editor","Modification":"Add","FolderName":"Calendar","CanViewPrivateItems":false,"SendNotificationToUser":false}]',
				help: 'A list, one entry for each person. Modification is Add or Remove, FolderName the name of the calendar in the language of the mailbox (Calendar if left out). Write true and false without quotation marks. One wrong entry makes the whole call count as failed, though the others may be done.',
			}),
		],
		answer: inSteps(outcome(), 'the permissions of the calendar'),
		look: [
			forEach(
				sent('permissions', changes(/^(?!remove)/i)),
				hasRights('{each.UserID}', '{userID}', '{each.PermissionLevel}'),
			),
			forEach(
				sent('permissions', changes(/^remove/i)),
				isOut(hasRights('{each.UserID}', '{userID}', '')),
			),
		],
	}),

	setProcessing: change('ExecSetCalendarProcessing', {
		name: 'Set Booking Options',
		action: 'Set booking options of calendar',
		help: 'Decides how the calendar of a room, a piece of equipment or a person answers meeting requests by itself',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		warns:
			'All twelve switches are written each time. CIPP knows no usual values, so look at the present ones first (Room: Get).',
		fields: [
			theMailbox('UPN'),
			decide('Accept Automatically', 'automaticallyAccept', {
				help: 'Whether free times are booked without anyone looking. With this and Process Automatically off, a room stops answering.',
			}),
			decide('Process Automatically', 'automaticallyProcess', {
				help: 'Whether requests are put into the calendar as tentative. Counts only while Accept Automatically is off.',
			}),
			decide('Allow Conflicts', 'allowConflicts', {
				help: 'Whether the same time can be booked twice',
			}),
			decide('Allow Recurring Meetings', 'allowRecurringMeetings', {
				help: 'Whether a series can be booked',
			}),
			decide('Only During Working Hours', 'scheduleOnlyDuringWorkHours', {
				help: 'Whether meetings outside working hours are declined',
			}),
			decide('Add Organizer to Subject', 'addOrganizerToSubject', {
				help: "Whether the organizer's name stands in front of the subject",
			}),
			decide('Delete Comments', 'deleteComments', {
				help: 'Whether the text of the invitation is dropped, online meeting link included',
			}),
			decide('Delete Subject', 'deleteSubject', {
				help: 'Whether the subject is dropped',
			}),
			decide('Remove Private Mark', 'removePrivateProperty', {
				help: 'Whether private meetings become ordinary ones here',
			}),
			decide('Remove Canceled Meetings', 'removeCanceledMeetings', {
				help: 'Whether canceled meetings disappear from the calendar by themselves',
			}),
			decide('Remove Outdated Messages', 'removeOldMeetingMessages', {
				help: 'Whether meeting messages that a newer one replaces are deleted',
			}),
			decide('Accept External Requests', 'processExternalMeetingMessages', {
				help: 'Whether people outside the organization can book',
			}),
			number('Conflicts Allowed in a Series', 'maxConflicts', {
				optional: true,
				help: 'How many dates of a series may be taken before the whole series is declined. 0 leaves it as it is.',
			}),
			number('Longest Meeting', 'maximumDurationInMinutes', {
				optional: true,
				default: 1440,
				help: 'In minutes; 1440 is a day. 0 leaves it as it is.',
			}),
			number('Shortest Meeting', 'minimumDurationInMinutes', {
				optional: true,
				help: 'In minutes. 0 leaves it as it is.',
			}),
			number('Days Ahead', 'bookingWindowInDays', {
				optional: true,
				default: 180,
				help: 'How many days ahead can be booked. 0 leaves it as it is.',
			}),
			text('Text in the Answer', 'additionalResponse', {
				optional: true,
				placeholder: 'e.g. Please leave the room tidy.',
				help: 'Added to the answer that organizers get. It cannot be emptied again here.',
			}),
		],
		answer: outcome(),
		look: exchange(
			'Get-CalendarProcessing',
			{ Identity: '{UPN}' },
			{
				AllowConflicts: '{allowConflicts}',
				AllowRecurringMeetings: '{allowRecurringMeetings}',
				ScheduleOnlyDuringWorkHours: '{scheduleOnlyDuringWorkHours}',
				AddOrganizerToSubject: '{addOrganizerToSubject}',
				DeleteComments: '{deleteComments}',
				DeleteSubject: '{deleteSubject}',
				RemovePrivateProperty: '{removePrivateProperty}',
				ProcessExternalMeetingMessages: '{processExternalMeetingMessages}',
			},
		),
	}),
});

export const contactsFolder = resource('Contacts Folder', 'contactsFolder', 'getPermissions', {
	getPermissions: read('ListContactPermissions', {
		name: 'Get Permissions',
		action: 'Get contacts folder permissions',
		help: "Lists who may see or edit the contacts in someone's mailbox, live from Exchange",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		fields: [theMailbox('UserID')],
		answer: rows('Identity', 'User', 'AccessRights', 'FolderName'),
	}),

	setPermission: change('ExecModifyContactPerms', {
		name: 'Set Permission',
		action: 'Set contacts folder permission',
		help: "Gives people rights on the contacts in someone's mailbox, or changes those they have",
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fixed: { body: { permissions: { Modification: 'Add' } } },
		fields: [
			theMailbox('userID'),
			text('Folder Name', 'permissions.FolderName', {
				name: 'folderName',
				required: true,
				default: 'Contacts',
				help: "The folder's name in the language of the mailbox, such as Kontakte. Get Permissions shows it.",
			}),
			text('People', 'permissions.UserID', {
				name: 'people',
				form: 'labelValues',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Who gets the rights, by user principal name. Separate several with commas; Default means everyone in the tenant.',
			}),
			choice(
				'Permission',
				'permissions.PermissionLevel',
				words(
					'Owner',
					'PublishingEditor',
					'Editor',
					'PublishingAuthor',
					'Author',
					'NonEditingAuthor',
					'Reviewer',
					'Contributor',
					'None',
				),
				{
					name: 'permission',
					form: 'labelValue',
					required: true,
					help: 'Reviewer reads, Author adds own contacts, Editor changes all of them',
				},
			),
			onOff('Notify', 'permissions.SendNotificationToUser', {
				name: 'notify',
				optional: true,
				help: 'Whether the people are told by mail. They are not when left out.',
			}),
		],
		answer: outcome(),
		look: forEach(
			'permissions.UserID',
			hasRights('{each}', '{userID}', '{permissions.PermissionLevel}'),
		),
	}),

	removePermission: destroy('ExecModifyContactPerms', {
		name: 'Remove Permission',
		action: 'Remove contacts folder permission',
		help: "Takes away people's rights on the contacts in someone's mailbox",
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fixed: { body: { permissions: { Modification: 'Remove' } } },
		fields: [
			theMailbox('userID'),
			text('Folder Name', 'permissions.FolderName', {
				name: 'folderName',
				required: true,
				default: 'Contacts',
				help: "The folder's name in the language of the mailbox, such as Kontakte. Get Permissions shows it.",
			}),
			text('People', 'permissions.UserID', {
				name: 'people',
				form: 'labelValues',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Whose rights to take away, by user principal name. Separate several with commas.',
			}),
		],
		answer: outcome(),
		look: forEach('permissions.UserID', isOut(hasRights('{each}', '{userID}', ''))),
	}),
});
