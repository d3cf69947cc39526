import {
	butUnread,
	change,
	choice,
	destroy,
	gone,
	graphPart,
	inBody,
	inGraph,
	inQuery,
	lookingAgain,
	number,
	onOff,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	titled,
	words,
} from '../vocabulary';

const objectId = (wire: string, help: string, place?: 'query') =>
	text('Object ID', wire, {
		name: 'objectId',
		required: true,
		...(place ? { in: place } : {}),
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help,
	});

export const directoryObject = resource(
	'Directory Object',
	'directoryObject',
	'getUsersAndGroups',
	{
		getUsersAndGroups: read('ListUsersAndGroups', {
			name: 'Get Users and Groups',
			action: 'Get users and groups of directory',
			help: 'Lists people and groups together by name. Microsoft 365 groups are not among them.',
			role: 'Tenant.Directory.Read',
			tenant: inQuery(),
			fields: [],
			answer: lookingAgain(
				rows(
					'id',
					'displayName',
					'userPrincipalName',
					'@odata.type',
					'mailEnabled',
					'securityEnabled',
				),
				inGraph('users'),
			),
		}),

		getHistory: read('ListObjectHistory', {
			name: 'Get History',
			action: 'Get history of directory object',
			help: 'Reads what the audit logs say happened to an object, newest first, in timeline. Look at warnings too: an unreadable log only appears there.',
			role: 'Identity.AuditLog.Read',
			tenant: inQuery(),
			omits: { id: 'the same as objectId' },
			fields: [
				objectId('objectId', 'Object ID (GUID) in Entra'),
				choice(
					'Object Type',
					'objectType',
					titled(
						'administrativeUnit',
						'application',
						'conditionalAccessPolicy',
						'device',
						'distributionList',
						'equipmentMailbox',
						'group',
						'mailbox',
						'mailContact',
						'resource',
						'roomMailbox',
						'servicePrincipal',
						'sharedMailbox',
						'user',
					),
					{
						optional: true,
						default: 'user',
						help: 'Decides which logs are read. A conditional access policy is only found if you say so here.',
					},
				),
				number('Days', 'days', {
					optional: true,
					default: 30,
					help: 'How far to look back, 1 to 90 days. Empty means 30.',
				}),
			],
			answer: butUnread(row('CIPP has no history of this object'), {
				warnings: /\w/,
				timeline: /^\[\]$/,
			}),
		}),

		setSourceOfAuthority: change('ExecSetCloudManaged', {
			name: 'Set Source of Authority',
			action: 'Set source of authority of directory object',
			help: 'Moves a synced user, group or contact to the cloud, or back under the local Active Directory',
			role: 'Identity.DirSync.ReadWrite',
			tenant: inBody(),
			fields: [
				choice('Object Type', 'type', words('Contact', 'Group', 'User'), {
					name: 'syncedType',
					required: true,
					default: 'User',
					help: 'What kind of object it is',
				}),
				objectId('ID', 'Object ID in Entra; for a contact not the one of Exchange'),
				onOff('Cloud Managed', 'isCloudManaged', {
					required: true,
					help: 'Whether the cloud owns the object. Off gives it back to the local directory.',
				}),
				text('Display Name', 'displayName', {
					optional: true,
					placeholder: 'e.g. Jane Doe',
					help: 'Only used in the messages of CIPP',
				}),
			],
			answer: outcome(),
		}),

		deletePermanently: destroy('RemoveDeletedObject', {
			name: 'Delete Permanently',
			action: 'Delete directory object permanently',
			help: 'Removes a user, group, app or device from the recycle bin of the directory, for good',
			role: 'Tenant.Directory.ReadWrite',
			tenant: inQuery(),
			warns: 'This cannot be undone.',
			fields: [
				objectId('ID', 'Object ID of the deleted item, as in Deleted Item: Get Many', 'query'),
				text('Display Name', 'displayName', {
					optional: true,
					placeholder: 'e.g. Jane Doe',
					help: 'Only used in the messages of CIPP',
				}),
				text('User Principal Name', 'userPrincipalName', {
					optional: true,
					placeholder: 'e.g. jane@contoso.com',
					help: 'Only used in the messages of CIPP',
				}),
			],
			answer: outcome(),
			look: readBefore(gone(graphPart('directory/deletedItems/{ID}'))),
		}),
	},
);

export const directorySync = resource('Directory Sync', 'directorySync', 'getStatus', {
	getStatus: read('ListAzureADConnectStatus', {
		name: 'Get Status',
		action: 'Get status of directory sync',
		help: 'Tells whether Entra Connect is on, and when it last ran: numberOfHoursFromLastSync is that moment, not hours',
		role: 'Tenant.Directory.Read',
		tenant: inQuery(),
		fixed: { query: { DataToReturn: 'AzureADConnectSettings' } },
		fields: [],
		answer: row('CIPP could not read the sync status of this tenant'),
	}),

	getObjects: read('ListAzureADConnectStatus', {
		name: 'Get Objects',
		action: 'Get objects of directory sync',
		help: 'Lists all users, contacts and groups with their sync errors. Keep the rows whose onPremisesProvisioningErrors is not empty.',
		role: 'Tenant.Directory.Read',
		tenant: inQuery(),
		fixed: { query: { DataToReturn: 'AzureADObjectsInError' } },
		omits: { '(left out)': 'the other two in one answer' },
		fields: [],
		answer: lookingAgain(
			rows('id', 'displayName', 'ObjectType', 'onPremisesProvisioningErrors', 'createdDateTime'),
			inGraph('users'),
		),
	}),
});
