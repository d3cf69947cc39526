import { inQuery, number, read, resource, rows, text, toggle } from '../vocabulary';

export const signIn = resource('Sign-In', 'signIn', 'getMany', {
	getMany: read('ListSignIns', {
		name: 'Get Many',
		action: 'Get many sign ins',
		help: 'Lists the sign-ins of a whole tenant. A large tenant can take too long: use few days or a filter.',
		role: 'Identity.AuditLog.Read',
		tenant: inQuery(),
		fields: [
			number('Days', 'Days', {
				optional: true,
				default: 7,
				help: 'How many days back. Empty means 7.',
			}),
			toggle('Failed Only', 'failedLogonsOnly', {
				optional: true,
				help: 'Whether to list only sign-ins with a wrong password. Other failures are left out as well.',
			}),
			number('Failure Threshold', 'FailureThreshold', {
				optional: true,
				default: 5,
				help: 'Keeps people with at least this many rows. Only together with Failed Only.',
			}),
			text('OData Filter', 'Filter', {
				optional: true,
				placeholder: "e.g. userPrincipalName eq 'jane@contoso.com'",
				help: 'Only sign-ins that match this Microsoft Graph filter. It replaces Days and Failed Only.',
			}),
		],
		answer: rows(
			'id',
			'createdDateTime',
			'userPrincipalName',
			'appDisplayName',
			'clientAppUsed',
			'ipAddress',
			'locationcipp',
			'errorCode',
			'additionalDetails',
			'conditionalAccessStatus',
			'riskLevelDuringSignIn',
		),
	}),
});
