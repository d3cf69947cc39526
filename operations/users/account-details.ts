import {
	change,
	inBody,
	inQuery,
	number,
	outcome,
	read,
	resource,
	rows,
	theUser,
	toggle,
} from '../vocabulary';

export const userPassword = resource('User Password', 'userPassword', 'requireChange', {
	requireChange: change('ExecRequirePasswordChange', {
		name: 'Require Change',
		action: 'Require password change of user',
		help: 'Makes the person choose a new password at the next sign-in and keeps the present one until then. Not for accounts synced from on-premises.',
		since: '10.9',
		role: 'Identity.User.ReadWrite',
		tenant: inBody(),
		fields: [theUser('ID')],
		answer: outcome(),
		cannotLook: 'Microsoft does not show whether a password has to be changed',
	}),
});

export const guestUser = resource('Guest User', 'guestUser', 'getMany', {
	getMany: read('ListGuestUsers', {
		name: 'Get Many',
		action: 'Get many guest users',
		help: 'Lists guests and whether each is active, stale, disabled, never came or has not accepted yet. Unknown means that the tenant has no license to tell.',
		since: '10.9',
		role: 'Identity.User.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			number('Stale After Days', 'staleDays', {
				name: 'staleAfterDays',
				optional: true,
				default: 90,
				help: 'Days without a sign-in after which a guest is stale',
			}),
			toggle('Use Reporting Database', 'UseReportDB', {
				name: 'useReportDatabase',
				optional: true,
				help: 'Whether to read what CIPP stored at its last sync instead of asking Microsoft. All tenants are always read so.',
			}),
		],
		answer: rows(
			'id',
			'displayName',
			'mail',
			'userPrincipalName',
			'sourceDomain',
			'status',
			'accountEnabled',
			'externalUserState',
			'createdDateTime',
			'lastSignInDateTime',
			'daysSinceSignIn',
			'sponsors',
			'Tenant',
		),
	}),
});
