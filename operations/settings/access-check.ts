import {
	butUnread,
	change,
	destroy,
	inBody,
	inQuery,
	nothing,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
} from '../vocabulary';

const anew = toggle('Check Anew', 'SkipCache', {
	in: 'query',
	optional: true,
	help: 'Whether to check now instead of taking a result of the last hour',
});
const noTenant = { TenantId: 'only counts for the check of a tenant' };

/** Whether CIPP gets in where it has to, and what mends it. */
export const accessCheck = resource('Access Check', 'accessCheck', 'checkPermissions', {
	checkPermissions: read('ExecAccessChecks', {
		name: 'Check Permissions',
		action: 'Check permissions of CIPP application',
		help: 'Tells which permissions the application of CIPP lacks. Missing ones also raise an alert in CIPP, once a day.',
		role: 'CIPP.AppSettings.Read',
		does: 'Permissions',
		method: 'POST',
		tenant: null,
		fixed: { query: { Type: 'Permissions' } },
		omits: noTenant,
		fields: [anew],
		answer: butUnread(row('CIPP gave no result'), { Success: /^false$/, ErrorMessages: /\w/ }),
	}),

	checkGdap: read('ExecAccessChecks', {
		name: 'Check GDAP',
		action: 'Check GDAP of partner tenant',
		help: 'Tells what is wrong with GDAP groups, memberships and role mappings. A check that breaks off looks like one without findings, and stays for an hour.',
		role: 'CIPP.AppSettings.Read',
		does: 'GDAP',
		method: 'POST',
		tenant: null,
		fixed: { query: { Type: 'GDAP' } },
		omits: noTenant,
		fields: [anew],
		answer: butUnread(row('CIPP gave no result'), {
			CIPPGroupCount: nothing,
			Memberships: /^(\[null\])?$/,
		}),
	}),

	getTenants: read('ExecAccessChecks', {
		name: 'Get Results of Tenants',
		action: 'Get access check results of tenants',
		help: 'Lists for every tenant what its last check found. If all results are older than an hour, CIPP starts checking all tenants in the background.',
		role: 'CIPP.AppSettings.Read',
		does: 'Tenants',
		method: 'POST',
		tenant: null,
		fixed: { query: { Type: 'Tenants' } },
		omits: { TenantId: 'Check Tenant sends it' },
		fields: [
			toggle('Check All Tenants Anew', 'SkipCache', {
				name: 'checkAllTenants',
				in: 'query',
				optional: true,
				help: 'Whether to start a check of all tenants in the background. The rows are still those from before.',
			}),
		],
		answer: rows(
			'TenantId',
			'TenantName',
			'DefaultDomainName',
			'TenantType',
			'GraphStatus',
			'ExchangeStatus',
			'AssignedRoles',
			'MissingRoles',
			'OrgManagementRolesMissing',
			'OrgManagementRepairNeeded',
			'ServiceAccount',
			'LastRun',
		),
	}),

	checkTenant: read('ExecAccessChecks', {
		name: 'Check Tenant',
		action: 'Check access to tenant',
		help: 'Tests whether CIPP reaches Graph and Exchange of a tenant. The findings are not in the answer: Get Results of Tenants has them afterwards.',
		role: 'CIPP.AppSettings.Read',
		does: 'Tenants',
		method: 'POST',
		tenant: inBody('TenantId', { form: 'customerId' }),
		fixed: { query: { Type: 'Tenants' } },
		omits: { SkipCache: 'would also check every other tenant' },
		fields: [],
		answer: outcome({ onlyQueues: true, later: [/^Refreshing tenant \S/] }),
	}),

	traceGdap: read('ExecGDAPTrace', {
		name: 'Trace GDAP',
		action: 'Trace GDAP access to tenant',
		help: 'Shows for 15 admin roles whether and how an account of your own tenant gets them in a customer tenant. Slow.',
		role: 'CIPP.AppSettings.Read',
		tenant: inQuery(),
		fields: [
			text('Partner Account', 'UPN', {
				name: 'partnerAccount',
				required: true,
				placeholder: 'e.g. cipp@msp.example',
				help: 'User principal name in your own partner tenant: the service account of CIPP, or a technician. If its groups cannot be read, isUserHasAccess is false for every role.',
			}),
		],
		answer: row('CIPP gave no result', 'error'),
	}),

	refreshTenantPermissions: change('ExecCPVPermissions', {
		name: 'Refresh Tenant Permissions',
		action: 'Refresh permissions in tenant',
		help: 'Gives consent for the application of CIPP in a tenant again, with all permissions it needs',
		role: 'CIPP.AppSettings.ReadWrite',
		does: '(no ResetSP)',
		tenant: inBody('tenantFilter', { form: 'customerId' }),
		fields: [],
		answer: outcome({ failing: [/not a valid tenant/i] }),
	}),

	resetTenantPermissions: destroy('ExecCPVPermissions', {
		name: 'Reset Tenant Permissions',
		action: 'Reset permissions in tenant',
		help: 'Deletes the application of CIPP in a tenant and adds it again with its permissions. Try Refresh Tenant Permissions first.',
		role: 'CIPP.AppSettings.ReadWrite',
		does: 'ResetSP=true',
		tenant: inBody('tenantFilter', { form: 'customerId' }),
		fixed: { query: { ResetSP: 'true' } },
		warns: 'If adding it again fails, CIPP has no access to this tenant any more.',
		fields: [],
		answer: outcome({ failing: [/not a valid tenant/i] }),
	}),

	repairExchangeRoles: change('ExecExchangeRoleRepair', {
		name: 'Repair Exchange Roles',
		action: 'Repair Exchange roles in tenant',
		help: 'Adds what is missing to the role group Organization Management of a tenant. One added role counts as success, so check the tenant again after a while.',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: inQuery('tenantId'),
		fields: [],
		answer: outcome(),
	}),

	repairPermissionTable: change('ExecPermissionRepair', {
		name: 'Repair Permission Table',
		action: 'Repair permission table of CIPP',
		help: 'Brings the list of permissions that CIPP asks for up to date. It grants nothing: check the permissions and refresh the tenants afterwards.',
		role: 'CIPP.AppSettings.ReadWrite',
		tenant: null,
		fields: [],
		answer: outcome({ failing: [/at line \d+$/] }),
	}),
});
