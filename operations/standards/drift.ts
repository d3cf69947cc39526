import {
	destroy,
	inBody,
	inGraph,
	inQuery,
	json,
	lookingAgain,
	outcome,
	read,
	resource,
	rows,
	text,
	toggle,
} from '../vocabulary';

const columns = rows(
	'tenantFilter',
	'standardName',
	'standardId',
	'alignmentScore',
	'newDeviationsCount',
	'currentDeviationsCount',
	'acceptedDeviationsCount',
	'customerSpecificDeviationsCount',
	'deniedDeviationsCount',
	'currentDeviations',
);

const inTheList = 'stands as status in the list of deviations';

export const drift = resource('Drift', 'drift', 'getMany', {
	getMany: read('ListTenantDrift', {
		name: 'Get Many',
		action: 'Get many drifts',
		help: 'Lists where a tenant differs from its drift template and what was decided about it',
		role: 'Tenant.Standards.Read',
		tenant: inQuery(),
		fields: [],
		answer: lookingAgain(columns, inGraph('subscribedSkus')),
	}),

	getManyOfAll: read('ListTenantDrift', {
		name: 'Get Many of All Tenants',
		action: 'Get many drifts of all tenants',
		help: 'Lists where tenants differ from their drift templates, tenant by tenant, which takes long',
		role: 'Tenant.Standards.Read',
		tenant: null,
		omits: { tenantFilter: 'left out, CIPP answers for every tenant' },
		fields: [],
		answer: lookingAgain(columns, inGraph('subscribedSkus')),
	}),

	decide: destroy('ExecUpdateDriftDeviation', {
		name: 'Decide',
		action: 'Decide drift',
		help: 'Records what is to become of deviations: tolerate, correct or delete',
		role: 'Tenant.Standards.ReadWrite',
		tenant: inBody('TenantFilter'),
		warns:
			'DeniedRemediate writes the setting of the template to the tenant, and DeniedDelete deletes at once the policy whose ID stands in receivedValue, without comparing it with the deviation',
		omits: {
			Accepted: inTheList,
			New: inTheList,
			Denied: inTheList,
			CustomerSpecific: inTheList,
			DeniedRemediate: inTheList,
			DeniedDelete: inTheList,
		},
		fields: [
			json('Deviations', 'deviations', {
				required: true,
				placeholder: 'e.g. [{"standardName":"standards.AuditLog","status":"Accepted"}]',
				help: 'List of objects with standardName from Drift: Get Many and status: Accepted, New, Denied or CustomerSpecific only keep a mark in CIPP, DeniedRemediate corrects, DeniedDelete deletes. Only DeniedDelete needs receivedValue, the policy as JSON text from Drift: Get Many.',
			}),
			text('Reason', 'reason', {
				optional: true,
				placeholder: 'e.g. Agreed with the customer',
				help: 'Why, kept with all deviations of this call',
			}),
			toggle('Keep Correcting', 'persistentDeny', {
				optional: true,
				help: 'Whether DeniedRemediate corrects again every 12 hours',
			}),
		],
		answer: outcome(),
	}),

	clear: destroy('ExecUpdateDriftDeviation', {
		name: 'Clear Decisions',
		action: 'Clear drift decisions',
		help: 'Forgets every decision about drift of a tenant, so that all deviations are new again',
		role: 'Tenant.Standards.ReadWrite',
		does: 'RemoveDriftCustomization',
		tenant: inBody('TenantFilter'),
		fixed: { body: { RemoveDriftCustomization: true } },
		fields: [],
		answer: outcome(),
	}),
});
