import {
	change,
	choice,
	inBody,
	inQuery,
	json,
	outcome,
	read,
	resource,
	rows,
	text,
	toggle,
} from '../vocabulary';

export const secureScore = resource('Secure Score', 'secureScore', 'getMany', {
	getMany: read('ListSecureScoreReport', {
		name: 'Get Many',
		action: 'Get many secure scores',
		help: 'Lists the scores that CIPP collected last night, worst first. Tenants without a stored score are missing.',
		role: 'Tenant.Reports.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			toggle('Include History', 'includeHistory', {
				optional: true,
				help: 'Whether to add the scores of about the last 14 days',
			}),
		],
		answer: rows(
			'Tenant',
			'TenantId',
			'TenantName',
			'CurrentScore',
			'MaxScore',
			'PercentageScore',
			'CapturedAt',
			'History',
		),
	}),

	updateControl: change('ExecUpdateSecureScore', {
		name: 'Update Control',
		action: 'Update control of secure score',
		help: 'Marks a recommendation as handled elsewhere or ignored, or puts it back. Controls of Defender (scid_…) cannot be set here.',
		role: 'Tenant.Administration.ReadWrite',
		tenant: inBody('TenantFilter'),
		fields: [
			text('Control Name', 'ControlName', {
				required: true,
				placeholder: 'e.g. AdminMFAV2',
				help: 'ID of the control profile, as Microsoft Graph names it',
			}),
			choice(
				'Resolution',
				'resolutionType',
				[
					{ value: 'Default', label: 'Default', help: 'Let Microsoft score it again' },
					{ value: 'Ignored', label: 'Ignored', help: 'The risk is accepted' },
					{ value: 'ThirdParty', label: 'Third Party', help: 'Another product covers it' },
				],
				{
					form: 'labelValue',
					required: true,
					default: 'Default',
					help: 'How the recommendation is to be treated',
				},
			),
			json('Vendor Information', 'vendorInformation', {
				required: true,
				placeholder: 'e.g. {"provider":"SecureScore","vendor":"Microsoft"}',
				help: 'The object vendorInformation of the control, from security/secureScoreControlProfiles of Microsoft Graph',
			}),
			text('Reason', 'reason', {
				optional: true,
				placeholder: 'e.g. Covered by our firewall',
				help: 'Why it is treated so, for whoever looks next',
			}),
		],
		answer: outcome(),
	}),
});
