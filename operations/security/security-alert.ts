import {
	change,
	choice,
	dateTime,
	inBody,
	inQuery,
	number,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
	titled,
} from '../vocabulary';

const classifications = [
	{ value: 'falsePositive', label: 'False Positive' },
	{ value: 'informationalExpectedActivity', label: 'Informational, Expected Activity' },
	{ value: 'truePositive', label: 'True Positive' },
	{ value: 'unknown', label: 'Unknown' },
];

const verdict = () => [
	choice('Classification', 'Classification', classifications, {
		optional: true,
		default: 'unknown',
		help: 'What it turned out to be. Needs a Determination beside it.',
	}),
	choice(
		'Determination',
		'Determination',
		[
			{ value: 'apt', label: 'Advanced Persistent Threat' },
			{ value: 'clean', label: 'Clean' },
			{ value: 'compromisedAccount', label: 'Compromised Account' },
			{ value: 'confirmedActivity', label: 'Confirmed Activity' },
			{ value: 'insufficientInformation', label: 'Insufficient Information' },
			{ value: 'lineOfBusinessApplication', label: 'Line of Business Application' },
			{ value: 'maliciousUserActivity', label: 'Malicious User Activity' },
			{ value: 'malware', label: 'Malware' },
			{ value: 'multiStagedAttack', label: 'Multi-Staged Attack' },
			{ value: 'notEnoughDataToValidate', label: 'Not Enough Data to Validate' },
			{ value: 'notMalicious', label: 'Not Malicious' },
			{ value: 'other', label: 'Other' },
			{ value: 'phishing', label: 'Phishing' },
			{ value: 'securityPersonnel', label: 'Security Personnel' },
			{ value: 'securityTesting', label: 'Security Testing' },
			{ value: 'unknown', label: 'Unknown' },
			{ value: 'unwantedSoftware', label: 'Unwanted Software' },
		],
		{
			optional: true,
			default: 'unknown',
			help: 'The reason behind the Classification, without which it does nothing',
		},
	),
];

const alertId = () =>
	text('Alert ID', 'GUID', {
		name: 'alertId',
		required: true,
		placeholder: 'e.g. da637551227677560813_-961444813',
		help: 'ID of the alert, from the list it stands in',
	});

export const securityAlert = resource('Security Alert', 'securityAlert', 'getMany', {
	getMany: read('ExecMDOAlertsList', {
		name: 'Get Many',
		action: 'Get many security alerts',
		help: 'Lists what Defender for Office 365 has raised; alerts of other products are not in it. For all tenants CIPP first collects.',
		role: 'Security.Alert.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: rows(
			'id',
			'tenantId',
			'Tenant',
			'title',
			'displayName',
			'severity',
			'status',
			'category',
			'classification',
			'determination',
			'assignedTo',
			'incidentId',
			'createdDateTime',
		),
	}),

	getLegacy: read('ExecAlertsList', {
		name: 'Get Legacy Overview',
		action: 'Get legacy overview of security alerts',
		help: 'Reads the alerts of the older security API as one item: counts by severity, and the alerts themselves in MSResults',
		role: 'Security.Alert.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: row('CIPP returned no alerts; for all tenants it may still be collecting them'),
	}),

	update: change('ExecSetMdoAlert', {
		name: 'Update',
		action: 'Update security alert',
		help: 'Sets how far the work on a Defender alert is, what it turned out to be and who has it',
		role: 'Security.Incident.ReadWrite',
		tenant: inBody(),
		fields: [
			alertId(),
			choice(
				'Status',
				'Status',
				[
					{ value: 'inProgress', label: 'In Progress' },
					{ value: 'new', label: 'New' },
					{ value: 'resolved', label: 'Resolved' },
				],
				{
					required: true,
					default: 'inProgress',
					help: 'How far the work on it is. Give the present one to keep it.',
				},
			),
			text('Assigned To', 'Assigned', {
				optional: true,
				placeholder: 'e.g. analyst@contoso.com',
				help: 'Who works on it, in place of the present assignee. Empty may hand it to the caller, if CIPP knows a name for it.',
			}),
			...verdict(),
		],
		answer: outcome(),
	}),

	updateLegacy: change('ExecSetSecurityAlert', {
		name: 'Update Legacy Status',
		action: 'Update legacy status of security alert',
		help: 'Sets the status of an alert from Get Legacy Overview',
		role: 'Security.Alert.ReadWrite',
		tenant: inBody(),
		fields: [
			alertId(),
			choice(
				'Status',
				'Status',
				[
					{ value: 'dismissed', label: 'Dismissed' },
					{ value: 'inProgress', label: 'In Progress' },
					{ value: 'newAlert', label: 'New' },
					{ value: 'resolved', label: 'Resolved' },
				],
				{
					name: 'legacyStatus',
					required: true,
					default: 'inProgress',
					help: 'How far the work on it is',
				},
			),
			text('Vendor', 'Vendor', {
				required: true,
				placeholder: 'e.g. Microsoft',
				help: 'Vendor as in RawResult.vendorInformation of the alert, without quotes',
			}),
			text('Provider', 'Provider', {
				required: true,
				placeholder: 'e.g. IPC',
				help: 'Provider as in RawResult.vendorInformation of the alert, without quotes',
			}),
		],
		answer: outcome(),
	}),
});

export const incident = resource('Incident', 'incident', 'getMany', {
	getMany: read('ExecIncidentsList', {
		name: 'Get Many',
		action: 'Get many security incidents',
		help: 'Lists Defender incidents. For all tenants CIPP first collects them, and leaves out tenants it cannot read.',
		role: 'Security.Incident.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			dateTime('Created From', 'StartDate', {
				form: 'compactDate',
				optional: true,
				help: 'First day of creation to include, in the time zone of the workflow',
			}),
			dateTime('Created Until', 'EndDate', {
				form: 'compactDate',
				optional: true,
				help: 'Last day of creation to include, in the time zone of the workflow',
			}),
		],
		answer: rows(
			'Id',
			'Tenant',
			'DisplayName',
			'Status',
			'Severity',
			'Classification',
			'Determination',
			'AssignedTo',
			'Created',
			'Updated',
			'RedirectId',
			'IncidentUrl',
			'Tags',
			'Comments',
		),
	}),

	update: change('ExecSetSecurityIncident', {
		name: 'Update',
		action: 'Update security incident',
		help: 'Sets status, verdict, severity or owner of an incident. Options that are left out stay as they are.',
		role: 'Security.Incident.ReadWrite',
		tenant: inBody(),
		fields: [
			text('Incident ID', 'GUID', {
				name: 'incidentId',
				required: true,
				placeholder: 'e.g. 2972395',
				help: 'ID of the incident, from Get Many',
			}),
			choice(
				'Status',
				'Status',
				[
					{ value: 'active', label: 'Active' },
					{ value: 'inProgress', label: 'In Progress' },
					{ value: 'resolved', label: 'Resolved' },
				],
				{ optional: true, default: 'inProgress', help: 'How far the work on it is' },
			),
			...verdict(),
			choice('Severity', 'Severity', titled('high', 'informational', 'low', 'medium'), {
				form: 'labelValue',
				optional: true,
				default: 'medium',
				help: 'How bad it is',
			}),
			text('Comment', 'Comment', {
				optional: true,
				placeholder: 'e.g. User confirmed the sign-in',
				help: 'Resolving comment kept with the incident',
			}),
			toggle('Assign to Caller', 'AssignToSelf', {
				optional: true,
				help: 'Whether to make the caller the owner. An API client has no user name in most cases, and then nobody is assigned though CIPP reports success.',
			}),
			number('Redirected To', 'Redirected', {
				optional: true,
				help: 'RedirectId of the row from Get Many. If it is 1 or more, the incident was merged into another and CIPP refuses.',
			}),
		],
		needsOneOf: [
			'Status',
			'Classification',
			'Determination',
			'Severity',
			'Comment',
			'AssignToSelf',
		],
		answer: outcome({ failing: [/^refused to update/i] }),
	}),
});
