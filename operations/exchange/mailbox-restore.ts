import {
	asExchange,
	change,
	choice,
	destroy,
	gone,
	inList,
	inQuery,
	like,
	list,
	number,
	outcome,
	read,
	resource,
	rows,
	text,
	toggle,
	words,
} from '../vocabulary';

const request = text('Restore Request', 'Identity', {
	name: 'restoreRequest',
	required: true,
	placeholder: 'e.g. jane\\MailboxRestore',
	help: 'The Identity column of Get Many',
});

const base = { role: 'Exchange.Mailbox.ReadWrite', tenant: inQuery() } as const;

export const mailboxRestore = resource('Mailbox Restore', 'mailboxRestore', 'getMany', {
	getMany: read('ListMailboxRestores', {
		name: 'Get Many',
		action: 'Get many mailbox restores',
		help: 'Lists restore requests of a tenant and how far they are',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		omits: { Identity: 'does not filter the list' },
		fields: [],
		answer: rows(
			'Identity',
			'Name',
			'Status',
			'TargetMailbox',
			'WhenCreated',
			'WhenChanged',
			'BatchName',
			'RequestGuid',
		),
	}),

	getStatistics: read('ListMailboxRestores', {
		name: 'Get Statistics',
		action: 'Get statistics of mailbox restore',
		help: 'Reads progress and errors of one restore request',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		fixed: { query: { Statistics: 'true' } },
		fields: [
			request,
			toggle('Include Report', 'IncludeReport', {
				optional: true,
				help: 'Whether to add the log of the move, which is long',
			}),
		],
		answer: rows(
			'Name',
			'Status',
			'StatusDetail',
			'PercentComplete',
			'SourceMailboxIdentity',
			'TargetMailboxIdentity',
			'ItemsTransferred',
			'EstimatedTransferItemCount',
			'BadItemsEncountered',
			'FailureType',
			'Message',
			'CompletionTimestamp',
		),
	}),

	create: change('ExecMailboxRestore', {
		name: 'Create',
		action: 'Create mailbox restore',
		help: 'Begins to copy the content of a deleted or other mailbox into an existing one. Exchange works on it in the background.',
		...base,
		does: '(none)',
		fields: [
			text('Request Name', 'RequestName', {
				required: true,
				placeholder: 'e.g. Restore Jane',
				help: 'A name under which you find the request again',
			}),
			text('Source Mailbox', 'SourceMailbox', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Mailbox to copy from. For a deleted one give its ExchangeGuid, which Mailbox: Get Many shows with Deleted Mailboxes.',
			}),
			text('Target Mailbox', 'TargetMailbox', {
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Mailbox to copy into, by user principal name or ExchangeGuid',
			}),
			choice(
				'Message Classes',
				'AssociatedMessagesCopyOption',
				[
					{ value: 'Copy', label: 'Copy' },
					{ value: 'DoNotCopy', label: 'Do Not Copy' },
					{ value: 'MapByMessageClass', label: 'Map by Message Class' },
				],
				{
					form: 'labelValue',
					optional: true,
					default: 'DoNotCopy',
					help: 'What happens to hidden messages such as rules, views and forms',
				},
			),
			list('Exclude Folders', 'ExcludeFolders', {
				form: 'labelValues',
				optional: true,
				placeholder: 'e.g. #DeletedItems#, Projects/Old',
				help: 'Folders to leave out: default ones between # signs, others as a path. Separate several with commas.',
			}),
			list('Include Folders', 'IncludeFolders', {
				form: 'labelValues',
				optional: true,
				placeholder: 'e.g. #Inbox#, #SentItems#',
				help: 'The only folders to copy, written in the same way. Left out, all are copied.',
			}),
			text('Batch Name', 'BatchName', {
				optional: true,
				placeholder: 'e.g. March',
				help: 'Groups several requests under one name',
			}),
			text('Keep Request for Days', 'CompletedRequestAgeLimit', {
				optional: true,
				placeholder: 'e.g. 30',
				help: 'How many days the request stays in the list once it is done',
			}),
			choice(
				'On Conflict',
				'ConflictResolutionOption',
				[
					{ value: 'ForceCopy', label: 'Force Copy' },
					{ value: 'KeepAll', label: 'Keep All' },
					{ value: 'KeepLatestItem', label: 'Keep Latest Item' },
					{ value: 'KeepSourceItem', label: 'Keep Source Item' },
					{ value: 'KeepTargetItem', label: 'Keep Target Item' },
					{ value: 'UpdateFromSource', label: 'Update From Source' },
				],
				{
					form: 'labelValue',
					optional: true,
					default: 'KeepAll',
					help: 'What happens to an item that is in both mailboxes',
				},
			),
			text('Source Folder', 'SourceRootFolder', {
				optional: true,
				placeholder: 'e.g. /Projects',
				help: 'Copy only what lies below this folder',
			}),
			text('Target Folder', 'TargetRootFolder', {
				optional: true,
				placeholder: 'e.g. Restored',
				help: 'Put everything below this folder. Left out, it goes into the folders of the same names.',
			}),
			choice('Target Type', 'TargetType', words('Archive', 'MailboxLocation', 'Primary'), {
				form: 'labelValue',
				optional: true,
				default: 'Primary',
				help: 'Which part of the target gets the content',
			}),
			number('Bad Items Allowed', 'BadItemLimit', {
				optional: true,
				help: 'How many damaged items may be skipped before the request fails',
			}),
			number('Large Items Allowed', 'LargeItemLimit', {
				optional: true,
				help: 'How many items that are too large may be skipped before the request fails',
			}),
			toggle('Leave Out Recoverable Items', 'ExcludeDumpster', {
				optional: true,
				help: 'Whether to skip what was deleted but could still be recovered',
			}),
			toggle('Source Is Archive', 'SourceIsArchive', {
				optional: true,
				help: "Whether to copy from the source's online archive",
			}),
			toggle('Target Is Archive', 'TargetIsArchive', {
				optional: true,
				help: "Whether to copy into the target's online archive",
			}),
		],
		answer: outcome({
			onlyQueues: true,
			keeps: { identity: 'RestoreRequest.Identity', guid: 'RestoreRequest.Guid' },
		}),
		look: asExchange(
			inList('getMany', { 'Identity|Name': '{RequestName}' }, { Status: like(/^(?!Failed)/) }),
		),
	}),

	resume: change('ExecMailboxRestore', {
		name: 'Resume',
		action: 'Resume mailbox restore',
		help: 'Lets a suspended or failed restore request go on',
		...base,
		fixed: { body: { Action: 'Resume' } },
		fields: [request],
		answer: outcome(),
		look: asExchange(
			inList('getMany', { Identity: '{Identity}' }, { Status: like(/^(?!Suspended)/) }),
		),
	}),

	suspend: change('ExecMailboxRestore', {
		name: 'Suspend',
		action: 'Suspend mailbox restore',
		help: 'Halts a restore request until it is resumed',
		...base,
		fixed: { body: { Action: 'Suspend' } },
		fields: [request],
		answer: outcome(),
		look: asExchange(inList('getMany', { Identity: '{Identity}' }, { Status: like(/Suspended/) })),
	}),

	delete: destroy('ExecMailboxRestore', {
		name: 'Delete',
		action: 'Delete mailbox restore',
		help: 'Removes a restore request from the list and stops it. What was copied so far stays.',
		...base,
		fixed: { body: { Action: 'Remove' } },
		fields: [request],
		answer: outcome(),
		look: asExchange(gone(inList('getMany', { Identity: '{Identity}' }))),
	}),
});
