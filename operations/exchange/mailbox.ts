import {
	asSent,
	butUnread,
	change,
	choice,
	decide,
	exchange,
	ifSent,
	inBody,
	inMailbox,
	inQuery,
	nothing,
	number,
	oneFlag,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	sent,
	slowly,
	text,
	theMailbox,
	theUser,
	toggle,
	words,
} from '../vocabulary';

const mailboxColumns = [
	'UPN',
	'displayName',
	'primarySmtpAddress',
	'recipientTypeDetails',
	'AdditionalEmailAddresses',
	'ArchiveEnabled',
	'ForwardingSmtpAddress',
	'InternalForwardingAddress',
	'HiddenFromAddressListsEnabled',
	'LitigationHoldEnabled',
	'RetentionPolicy',
	'ExchangeGuid',
	'ExternalDirectoryObjectId',
];

/** What Exchange calls the types between which a mailbox is converted. */
const mailboxType = (type: unknown): string =>
	`${type === 'Regular' ? 'User' : String(type)}Mailbox`;

const megabytes = (size: unknown): number => Number(size) * 1024 ** 2;

/** "49.5GB" as a number; undefined for what is not understood, which is not compared. */
function bytes(size: unknown): number | undefined {
	const [, number, unit] = String(size).match(/^([\d.]+) ?([KMGT])B$/i) ?? [];
	if (number === undefined) return undefined;
	return Math.round(Number(number) * 1024 ** ('KMGT'.indexOf(unit.toUpperCase()) + 1));
}

const asExchangeWrites = (limit: unknown): string =>
	String(limit).replace(/^unlimited$/i, 'Unlimited');

/** Names that CIPP puts into its sentence and nothing else. */
const onlyForTheSentence = "only fills CIPP's sentence";

export const mailbox = resource('Mailbox', 'mailbox', 'getMany', {
	getMany: read('ListMailboxes', {
		name: 'Get Many',
		action: 'Get many mailboxes',
		help: "Lists a tenant's mailboxes live from Exchange, all of them or those that match a filter",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		omits: { UseReportDB: 'an operation of its own, since it ignores every filter' },
		fields: [
			text('Search', 'Anr', {
				optional: true,
				placeholder: 'e.g. jane',
				help: 'Only mailboxes whose name, alias or address begins like this',
			}),
			toggle('Archives Only', 'Archive', {
				optional: true,
				help: 'Whether to list only mailboxes that have an online archive',
			}),
			text('Exchange Filter', 'Filter', {
				optional: true,
				placeholder: "e.g. CustomAttribute1 -eq 'VIP'",
				help: 'Only mailboxes that match this filter in the OPATH language of Exchange',
			}),
			toggle('Group Mailboxes', 'GroupMailbox', {
				optional: true,
				help: 'Whether to list the mailboxes of Microsoft 365 groups instead',
			}),
			toggle('Public Folder Mailboxes', 'PublicFolder', {
				optional: true,
				help: 'Whether to list the mailboxes that hold public folders instead',
			}),
			choice(
				'Mailbox Type',
				'RecipientTypeDetails',
				words(
					'UserMailbox',
					'SharedMailbox',
					'RoomMailbox',
					'EquipmentMailbox',
					'SchedulingMailbox',
					'DiscoveryMailbox',
				),
				{
					optional: true,
					default: 'UserMailbox',
					help: 'Only mailboxes of this type',
				},
			),
			toggle('Deleted Mailboxes', 'SoftDeletedMailbox', {
				optional: true,
				help: 'Whether to list mailboxes that were deleted and can still be restored instead',
			}),
			text('Mailbox', 'Identity', {
				name: 'oneMailbox',
				optional: true,
				placeholder: 'e.g. info@contoso.com',
				help: 'Only this mailbox, by user principal name, address or GUID',
			}),
		],
		answer: rows(...mailboxColumns, 'WhenSoftDeleted'),
	}),

	getManyCached: read('ListMailboxes', {
		name: 'Get Many From Cache',
		action: 'Get many mailboxes from cache',
		help: "Lists every mailbox from CIPP's nightly report, with sizes and item counts, also for all tenants at once. Tenants without a report are left out without a word when all are asked for.",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { UseReportDB: 'true' } },
		fields: [],
		answer: rows(
			'Tenant',
			...mailboxColumns.slice(0, 10),
			'storageUsedInBytes',
			'MailboxItemCount',
			'CacheTimestamp',
		),
	}),

	get: read('ListUserMailboxDetails', {
		name: 'Get',
		action: 'Get mailbox',
		help: "Reads a mailbox with its size, quotas, holds, protocols, forwarding and permissions. Slow in large tenants, because CIPP reads all users first; without a mailbox the columns are empty and Mailbox holds Exchange's error.",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		fields: [
			theUser('UserID'),
			text('Primary Email Address', 'userMail', {
				name: 'primaryAddress',
				placeholder: 'e.g. jane@contoso.com',
				help: 'Address to look up among blocked senders. Without it, BlockedForSpam may be true for no reason.',
			}),
		],
		answer: butUnread(row('There is no such mailbox in this tenant'), {
			RecipientTypeDetails: nothing,
			BlockedForSpam: nothing,
			Mailbox: nothing,
		}),
	}),

	convert: change('ExecConvertMailbox', {
		name: 'Convert',
		action: 'Convert mailbox',
		help: 'Turns a mailbox into a shared, room, equipment or ordinary one. Above 50 GB or with an archive, a shared mailbox still needs a license.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fields: [
			theMailbox('ID'),
			choice(
				'New Type',
				'MailboxType',
				[
					{ value: 'Shared', label: 'Shared' },
					{ value: 'Regular', label: 'User', help: 'An ordinary mailbox, which needs a license' },
					{ value: 'Room', label: 'Room' },
					{ value: 'Equipment', label: 'Equipment' },
				],
				{
					required: true,
					help: 'What the mailbox becomes',
				},
			),
		],
		answer: outcome(),
		look: inMailbox({ RecipientTypeDetails: sent('MailboxType', mailboxType) }),
	}),

	setSentItemCopies: change('ExecCopyForSent', {
		name: 'Set Sent Item Copies',
		action: 'Set sent item copies of mailbox',
		help: 'Chooses whether mail that delegates send as or on behalf of this mailbox also lands in its own Sent Items',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fields: [
			theMailbox('ID'),
			decide('Keep Copies', 'messageCopyState', {
				help: 'Whether copies are kept, both for Send As and for Send on Behalf. Off ends the copying.',
			}),
		],
		answer: outcome(),
		look: inMailbox({
			MessageCopyForSentAsEnabled: '{messageCopyState}',
			MessageCopyForSendOnBehalfEnabled: '{messageCopyState}',
		}),
	}),

	enableArchive: change('ExecEnableArchive', {
		name: 'Enable Archive',
		action: 'Enable archive of mailbox',
		help: 'Gives the mailbox an online archive, if its license allows one',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		omits: { username: onlyForTheSentence },
		fields: [theMailbox('id')],
		answer: outcome(),
		look: slowly(inMailbox({ ArchiveStatus: 'Active' })),
	}),

	enableAutoExpandingArchive: change('ExecEnableAutoExpandingArchive', {
		name: 'Enable Auto-Expanding Archive',
		action: 'Enable growing archive of mailbox',
		help: 'Lets the online archive grow beyond its quota by itself. The archive has to be on already.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		warns: 'Exchange Online offers no way to switch this off again',
		omits: { username: onlyForTheSentence },
		fields: [theMailbox('ID')],
		answer: outcome(),
		look: inMailbox({ AutoExpandingArchiveEnabled: true }),
	}),

	getProtocols: read('ListMailboxCAS', {
		name: 'Get Protocols',
		action: 'Get protocols of many mailboxes',
		help: 'Lists for every mailbox which ways of access are open: Outlook on the web, IMAP, POP, EWS, ActiveSync. In a large tenant Exchange may cut the list short.',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'DisplayName',
			'PrimarySmtpAddress',
			'Guid',
			'OWAEnabled',
			'ECPEnabled',
			'ImapEnabled',
			'PopEnabled',
			'MAPIEnabled',
			'EwsEnabled',
			'ActiveSyncEnabled',
			'SmtpClientAuthenticationDisabled',
		),
	}),

	setProtocols: change('ExecSetCASMailbox', {
		name: 'Set Protocols',
		action: 'Set protocols of mailbox',
		help: 'Opens or closes ways of access to a mailbox. Only what is added under Options changes; add at least one.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		omits: { DisplayName: onlyForTheSentence },
		fields: [
			theMailbox('Identity'),
			onOff('Outlook on the Web', 'OWAEnabled', {
				optional: true,
				help: 'Whether the mailbox can be opened in a browser',
			}),
			onOff('Exchange Control Panel', 'ECPEnabled', {
				optional: true,
				help: 'Whether the settings pages of Outlook on the web are open',
			}),
			onOff('IMAP', 'IMAPEnabled', { optional: true, help: 'Whether IMAP programs get in' }),
			onOff('POP', 'POPEnabled', { optional: true, help: 'Whether POP programs get in' }),
			onOff('MAPI', 'MAPIEnabled', {
				optional: true,
				help: 'Whether Outlook for Windows gets in',
			}),
			onOff('Exchange Web Services', 'EWSEnabled', {
				optional: true,
				help: 'Whether programs get in through EWS, among them Outlook for Mac and backup tools',
			}),
			onOff('ActiveSync', 'ActiveSyncEnabled', {
				optional: true,
				help: 'Whether phones can sync with their own mail app',
			}),
			toggle('Disable Authenticated SMTP', 'SmtpClientAuthenticationDisabled', {
				optional: true,
				help: 'Whether to stop scanners and programs from sending with the password of this mailbox. It cannot be allowed again through CIPP.',
			}),
		],
		needsOneOf: [
			'OWAEnabled',
			'ECPEnabled',
			'IMAPEnabled',
			'POPEnabled',
			'MAPIEnabled',
			'EWSEnabled',
			'ActiveSyncEnabled',
			'SmtpClientAuthenticationDisabled',
		],
		answer: outcome({ partly: [/\bwas left unchanged\b/i] }),
		look: exchange(
			'Get-CASMailbox',
			{ Identity: '{Identity}' },
			{
				...asSent(
					'OWAEnabled',
					'ECPEnabled',
					'MAPIEnabled',
					'ActiveSyncEnabled',
					'SmtpClientAuthenticationDisabled',
				),
				ImapEnabled: '{IMAPEnabled}',
				PopEnabled: '{POPEnabled}',
				EwsEnabled: '{EWSEnabled}',
			},
		),
	}),

	enableLitigationHold: change('ExecSetLitigationHold', {
		name: 'Enable Litigation Hold',
		action: 'Enable litigation hold of mailbox',
		help: 'Keeps everything in the mailbox, also what its owner deletes',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fixed: { body: { disable: false } },
		omits: { UPN: onlyForTheSentence },
		fields: [
			theMailbox('Identity'),
			number('Days to Keep', 'days', {
				optional: true,
				default: 365,
				help: 'How many days after it arrived an item is kept. Left out, a duration set before stays, else items are kept without end.',
			}),
		],
		answer: outcome(),
		look: inMailbox({ LitigationHoldEnabled: true }),
	}),

	disableLitigationHold: change('ExecSetLitigationHold', {
		name: 'Disable Litigation Hold',
		action: 'Disable litigation hold of mailbox',
		help: 'Ends the hold on a mailbox',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		fixed: { body: { disable: true } },
		warns: 'Exchange may then purge for good what the hold has kept so far',
		omits: { days: 'only counts while the hold is switched on', UPN: onlyForTheSentence },
		fields: [theMailbox('Identity')],
		answer: outcome(),
		look: inMailbox({ LitigationHoldEnabled: false }),
	}),

	setMessageSizeLimits: change('ExecSetMailboxEmailSize', {
		name: 'Set Message Size Limits',
		action: 'Set message size limits of mailbox',
		help: 'Sets how large a mail may be that this mailbox sends or receives. Add at least one of the two under Options.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		omits: { id: 'the user principal name does the same' },
		fields: [
			theMailbox('UPN'),
			number('Largest Mail to Send', 'maxSendSize', {
				optional: true,
				default: 35,
				help: 'In MB, from 1 to 150',
			}),
			number('Largest Mail to Receive', 'maxReceiveSize', {
				optional: true,
				default: 36,
				help: 'In MB, from 1 to 150',
			}),
		],
		needsOneOf: ['maxSendSize', 'maxReceiveSize'],
		answer: outcome(),
		look: inMailbox({
			MaxSendSize: sent('maxSendSize', megabytes),
			MaxReceiveSize: sent('maxReceiveSize', megabytes),
		}),
	}),

	setLanguage: change('ExecSetMailboxLocale', {
		name: 'Set Language',
		action: 'Set language of mailbox',
		help: 'Changes language and region of a mailbox, and with them the formats of dates and times',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		warns: 'Inbox, Calendar and the other default folders are renamed to the new language',
		fields: [
			theMailbox('user'),
			text('Language and Region', 'locale', {
				required: true,
				placeholder: 'e.g. nl-NL',
				help: 'Both parts are needed: en-US works, en is refused',
			}),
		],
		answer: outcome(),
		look: exchange(
			'Get-MailboxRegionalConfiguration',
			{ Identity: '{user}' },
			{ Language: '{locale}' },
		),
	}),

	setQuota: change('ExecSetMailboxQuota', {
		name: 'Set Quota',
		action: 'Set quota of mailbox',
		help: 'Sets one of the three limits on how full a mailbox may get. The license has the last word on the highest value.',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody('tenantfilter'),
		fields: [
			theMailbox('user'),
			oneFlag(
				'Quota to Set',
				[
					{ value: 'IssueWarningQuota', label: 'Warn', help: 'From here on the owner is warned' },
					{
						value: 'ProhibitSendQuota',
						label: 'Stop Sending',
						help: 'From here on nothing can be sent',
					},
					{
						value: 'ProhibitSendReceiveQuota',
						label: 'Stop Sending and Receiving',
						help: 'From here on new mail bounces',
					},
				],
				{
					name: 'quotaType',
					default: 'IssueWarningQuota',
					help: 'Which limit gets the size. Run the operation again for another one.',
				},
			),
			text('Size', 'quota', {
				required: true,
				placeholder: 'e.g. 50GB',
				help: 'A number with its unit, such as 49.5GB or 800MB',
			}),
		],
		answer: outcome(),
		look: [
			ifSent('IssueWarningQuota', inMailbox({ IssueWarningQuota: sent('quota', bytes) })),
			ifSent('ProhibitSendQuota', inMailbox({ ProhibitSendQuota: sent('quota', bytes) })),
			ifSent(
				'ProhibitSendReceiveQuota',
				inMailbox({ ProhibitSendReceiveQuota: sent('quota', bytes) }),
			),
		],
	}),

	setRecipientLimit: change('ExecSetRecipientLimits', {
		name: 'Set Recipient Limit',
		action: 'Set recipient limit of mailbox',
		help: 'Sets to how many people a single mail from this mailbox may go',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		omits: { userid: onlyForTheSentence },
		fields: [
			theMailbox('Identity'),
			text('Recipients per Mail', 'recipientLimit', {
				required: true,
				placeholder: 'e.g. 500',
				help: 'A number from 1 to 1000, or the word Unlimited',
			}),
		],
		answer: outcome(),
		look: inMailbox({ RecipientLimits: sent('recipientLimit', asExchangeWrites) }),
	}),
});
