import {
	change,
	choice,
	gone,
	inBody,
	inList,
	json,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	text,
} from '../vocabulary';

export const snooze = resource('Snooze', 'snooze', 'getMany', {
	getMany: read('ListSnoozedAlerts', {
		name: 'Get Many',
		action: 'Get many snoozes',
		help: 'Lists alerts that are kept quiet, for all tenants. Expired ones stay in the list.',
		role: 'CIPP.AlertSnooze.Read',
		tenant: null,
		fields: [
			text('Alert Command', 'CmdletName', {
				name: 'onlyCommand',
				optional: true,
				placeholder: 'e.g. Get-CIPPAlertMFAAdmins',
				help: 'Only alerts of this command, spelled exactly',
			}),
		],
		answer: rows(
			'PartitionKey',
			'RowKey',
			'CmdletName',
			'Tenant',
			'ContentPreview',
			'SnoozeReason',
			'SnoozedBy',
			'SnoozedAt',
			'SnoozeUntil',
			'RemainingDays',
			'Status',
		),
	}),

	create: change('ExecSnoozeAlert', {
		name: 'Create',
		action: 'Create snooze',
		help: 'Keeps one finding of an alert quiet for some days. Doing it again sets the days anew.',
		role: 'CIPP.AlertSnooze.ReadWrite',
		tenant: inBody('TenantFilter'),
		fields: [
			text('Alert Command', 'CmdletName', {
				required: true,
				placeholder: 'e.g. Get-CIPPAlertMFAAdmins',
				help: 'CmdletName from Alert: Get Many',
			}),
			json('Alert Item', 'AlertItem', {
				required: true,
				placeholder: 'e.g. {"UserPrincipalName":"jane@contoso.com","Message":"No MFA"}',
				help: 'The whole object in AlertItem from Alert: Get Many, unchanged. CIPP recognizes the finding by it; a plain text would keep the wrong ones quiet.',
			}),
			choice(
				'Duration',
				'Duration',
				[
					{ value: '7', label: '7 Days' },
					{ value: '14', label: '14 Days' },
					{ value: '30', label: '30 Days' },
					{ value: '90', label: '90 Days' },
				],
				{ form: 'number', required: true, default: '7', help: 'For how long' },
			),
			text('Reason', 'Reason', {
				optional: true,
				placeholder: 'e.g. Customer replaces the device next week',
				help: 'Why, for colleagues who look at the list',
			}),
		],
		answer: outcome({ keeps: { contentHash: 'ContentHash', snoozedUntil: 'SnoozeUntil' } }),
	}),

	delete: change('ExecRemoveSnooze', {
		name: 'Delete',
		action: 'Delete snooze',
		help: 'Lets an alert speak up again with its next run',
		role: 'CIPP.AlertSnooze.ReadWrite',
		tenant: null,
		fields: [
			text('Partition Key', 'PartitionKey', {
				required: true,
				placeholder: 'e.g. Get-CIPPAlertMFAAdmins',
				help: 'PartitionKey from Snooze: Get Many, unchanged',
			}),
			text('Row Key', 'RowKey', {
				required: true,
				placeholder: 'e.g. contoso.com-1c2d3e4f',
				help: 'RowKey from Snooze: Get Many, unchanged',
			}),
		],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { RowKey: '{RowKey}' }))),
	}),
});
