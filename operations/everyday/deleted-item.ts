import {
	change,
	gone,
	graphPart,
	inBody,
	inGraph,
	inQuery,
	lookingAgain,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	text,
} from '../vocabulary';

export const deletedItem = resource('Deleted Item', 'deletedItem', 'getMany', {
	getMany: read('ListDeletedItems', {
		name: 'Get Many',
		action: 'Get many deleted items',
		help: 'Lists users, groups, apps and administrative units that can still be brought back',
		role: 'Tenant.Directory.Read',
		tenant: inQuery(),
		fields: [],
		answer: lookingAgain(
			rows(
				'id',
				'TargetType',
				'displayName',
				'userPrincipalName',
				'mail',
				'deletedDateTime',
				'createdDateTime',
				'onPremisesSyncEnabled',
			),
			inGraph('directory/deletedItems/microsoft.graph.user'),
		),
	}),

	restore: change('ExecRestoreDeleted', {
		name: 'Restore',
		action: 'Restore deleted item',
		help: 'Brings back a deleted user, group, app or administrative unit, within 30 days',
		role: 'Tenant.Directory.ReadWrite',
		tenant: inBody(),
		omits: {
			displayName: 'only a word in the answer',
			userPrincipalName: 'only a word in the answer',
		},
		fields: [
			text('Object ID', 'ID', {
				name: 'objectId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'ID of the deleted object, as Deleted Item: Get Many gives it',
			}),
		],
		answer: outcome(),
		look: readBefore(gone(graphPart('directory/deletedItems/{ID}'))),
	}),
});
