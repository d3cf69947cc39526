import {
	change,
	contain,
	destroy,
	exchange,
	gone,
	has,
	inList,
	inQuery,
	outcome,
	read,
	resource,
	rows,
	slowly,
	text,
	theMailbox,
} from '../vocabulary';

const deviceId = text('Device ID', 'deviceid', {
	name: 'syncDeviceId',
	in: 'query',
	required: true,
	placeholder: 'e.g. ABC123DEF456',
	help: 'The deviceID column of Get Many, as ActiveSync knows the phone. Not the ID of Intune.',
});

const base = { role: 'Exchange.Mailbox.ReadWrite', tenant: inQuery() } as const;

export const mailboxMobileDevice = resource(
	'Mailbox Mobile Device',
	'mailboxMobileDevice',
	'getMany',
	{
		getMany: read('ListActiveSyncDevices', {
			name: 'Get Many',
			action: 'Get many mailbox mobile devices',
			help: 'Lists the phones and apps that sync mail of a tenant. Outlook mobile never shows a last sync.',
			role: 'Exchange.Mailbox.Read',
			tenant: inQuery(),
			fields: [],
			answer: rows(
				'userDisplayName',
				'userPrincipalName',
				'deviceFriendlyName',
				'deviceModel',
				'deviceOS',
				'deviceType',
				'clientType',
				'deviceAccessState',
				'firstSyncTime',
				'lastSuccessSync',
				'deviceID',
				'Guid',
			),
		}),

		getManyOfMailbox: read('ListMailboxMobileDevices', {
			name: 'Get Many of Mailbox',
			action: 'Get many mobile devices of mailbox',
			help: 'Lists the phones and apps that sync one mailbox',
			role: 'Exchange.Mailbox.Read',
			tenant: inQuery(),
			fields: [theMailbox('Mailbox')],
			answer: rows(
				'deviceFriendlyName',
				'deviceModel',
				'deviceOS',
				'deviceType',
				'clientType',
				'clientVersion',
				'deviceAccessState',
				'status',
				'firstSync',
				'lastSuccessSync',
				'deviceID',
				'Guid',
			),
		}),

		block: contain('ExecMailboxMobileDevices', {
			name: 'Block',
			action: 'Block mobile device of mailbox',
			help: 'Stops a phone from syncing the mailbox. What it already holds stays on it.',
			...base,
			fixed: { query: { Quarantine: 'true' } },
			fields: [theMailbox('Userid', { in: 'query' }), deviceId],
			answer: outcome(),
			look: exchange(
				'Get-CASMailbox',
				{ Identity: '{Userid}' },
				{ ActiveSyncBlockedDeviceIDs: has('{deviceid}') },
			),
		}),

		allow: change('ExecMailboxMobileDevices', {
			name: 'Allow',
			action: 'Allow mobile device of mailbox',
			help: "Puts a phone on the mailbox's list of allowed devices, for instance after quarantine",
			...base,
			fixed: { query: { Quarantine: 'false' } },
			fields: [theMailbox('Userid', { in: 'query' }), deviceId],
			answer: outcome(),
			look: exchange(
				'Get-CASMailbox',
				{ Identity: '{Userid}' },
				{ ActiveSyncAllowedDeviceIDs: has('{deviceid}') },
			),
		}),

		delete: destroy('ExecMailboxMobileDevices', {
			name: 'Delete',
			action: 'Delete mobile device of mailbox',
			help: 'Removes the partnership of a phone with the mailbox. It is not wiped, and it comes back if it syncs again.',
			...base,
			fixed: { query: { Delete: 'true' } },
			fields: [
				theMailbox('Userid', { in: 'query' }),
				text('Device GUID', 'guid', {
					name: 'deviceGuid',
					in: 'query',
					required: true,
					placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
					help: 'The Guid column of Get Many. It decides which phone is removed.',
				}),
			],
			answer: outcome(),
			look: slowly(
				gone(inList('getManyOfMailbox', { Guid: '{guid}' }, {}, { Mailbox: '{Userid}' })),
			),
		}),
	},
);
