import { change, onOff, outcome, read, resource, row, text } from '../vocabulary';

const role = 'CIPP.SuperAdmin.ReadWrite';
const mode = (value: string) => ({ body: { TenantMode: value } });

export const platformSetting = resource('Platform Setting', 'platformSetting', 'getPartnerMode', {
	getPartnerMode: read('ExecPartnerMode', {
		name: 'Get Partner Mode',
		action: 'Get partner mode of platform',
		help: 'Reads whether CIPP manages customers, customers and the partner tenant, or a single tenant',
		role,
		does: 'ListCurrent (query)',
		method: 'POST',
		tenant: null,
		fixed: { query: { action: 'ListCurrent' } },
		fields: [],
		answer: row('CIPP gave no mode'),
	}),

	manageCustomers: change('ExecPartnerMode', {
		name: 'Manage Customers',
		action: 'Manage customers in platform',
		help: 'Has CIPP manage the customers and not the partner tenant',
		role,
		does: 'TenantMode=default',
		tenant: null,
		fixed: mode('default'),
		warns: 'The partner tenant disappears from the list of tenants',
		fields: [],
		answer: outcome(),
	}),

	manageCustomersAndPartner: change('ExecPartnerMode', {
		name: 'Manage Customers and Partner',
		action: 'Manage customers and partner in platform',
		help: 'Has CIPP manage the partner tenant beside the customers, and begins to read the list of tenants anew',
		role,
		does: 'TenantMode=PartnerTenantAvailable',
		tenant: null,
		fixed: mode('PartnerTenantAvailable'),
		warns: 'Whoever may work on all tenants in CIPP may work on your own tenant then',
		fields: [],
		answer: outcome(),
	}),

	manageOwnTenant: change('ExecPartnerMode', {
		name: 'Manage Own Tenant Only',
		action: 'Manage own tenant only in platform',
		help: 'Has CIPP manage a single tenant, its own',
		role,
		does: 'TenantMode=owntenant',
		tenant: null,
		fixed: mode('owntenant'),
		warns: 'CIPP no longer looks for customers that it reaches through GDAP',
		fields: [],
		answer: outcome(),
	}),

	getOffloading: read('ExecOffloadFunctions', {
		name: 'Get Offloading',
		action: 'Get offloading of platform',
		help: 'Reads whether background work runs on hosts of its own, their versions, and what speaks against it',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'ListCurrent' } },
		omits: { OffloadFunctions: 'is only read when it is set' },
		fields: [],
		answer: row('CIPP gave no setting'),
	}),

	setOffloading: change('ExecOffloadFunctions', {
		name: 'Set Offloading',
		action: 'Set offloading of platform',
		help: 'Decides whether background work runs on hosts of its own. Hosted instances refuse it.',
		role,
		does: '(anything else or none)',
		tenant: null,
		warns:
			'CIPP does not check it: without such hosts, or with another version there, background work may stand still',
		fields: [
			onOff('Offloading', 'OffloadFunctions', {
				required: true,
				help: 'Whether background work is offloaded. Look at CanEnable of Get Offloading first.',
			}),
		],
		answer: outcome(),
	}),

	setTimeZone: change('ExecTimeSettings', {
		name: 'Set Time Zone',
		action: 'Set time zone of platform',
		help: 'Chooses the time zone of CIPP, by which also its nightly jobs start',
		role,
		tenant: null,
		fields: [
			text('Time Zone', 'Timezone', {
				form: 'labelValue',
				required: true,
				placeholder: 'e.g. Europe/Amsterdam',
				help: 'IANA name of the zone. An unknown one is refused.',
			}),
		],
		answer: outcome(),
	}),
});
