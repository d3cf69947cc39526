import { relationshipId } from './gdap';
import {
	change,
	choice,
	destroy,
	inBody,
	inQuery,
	json,
	list,
	number,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
	words,
	type DeclaredField,
	type Operation,
	unseen,
} from '../vocabulary';

export const tenantOnboarding = resource('Onboarding', 'tenantOnboarding', 'getMany', {
	getMany: read('ListTenantOnboarding', {
		name: 'Get Many',
		action: 'Get many tenant onboardings',
		help: 'Lists the runs that take new customers into CIPP, newest first, with the state of each step',
		role: 'Tenant.Administration.Read',
		tenant: null,
		fields: [],
		answer: rows(
			'RowKey',
			'CustomerId',
			'Status',
			'OnboardingSteps',
			'Relationship',
			'Logs',
			'Exception',
			'Timestamp',
		),
	}),

	start: change('ExecOnboardTenant', {
		name: 'Start or Check',
		action: 'Start or check tenant onboarding',
		help: 'Starts taking in a customer whose GDAP relationship is accepted. Run it again to see how far it is: Status may say failed.',
		role: 'Tenant.Administration.ReadWrite',
		does: '(none)',
		tenant: null,
		fields: [
			relationshipId('id'),
			json('Role Mappings', 'gdapRoles', {
				optional: true,
				placeholder:
					'e.g. [{"RoleName":"User Administrator","GroupName":"M365 GDAP User Administrator","GroupId":"1c2d3e4f-0000-4000-8000-000000000000","roleDefinitionId":"fe930be7-5e62-47db-91af-98c3a49a38b1"}]',
				help: 'Roles to map, as rows from GDAP Role: Get Many, for relationships that CIPP did not invite',
			}),
			toggle('Add Missing Groups', 'addMissingGroups', {
				optional: true,
				help: 'Whether CIPP makes groups that its mapping lacks',
			}),
			toggle('Map Roles Automatically', 'autoMapRoles', {
				optional: true,
				help: 'Whether CIPP maps the roles of the relationship by itself',
			}),
			toggle('Ignore Missing Roles', 'ignoreMissingRoles', {
				optional: true,
				help: 'Whether to go on when the relationship lacks roles that CIPP wants',
			}),
			toggle('Exclude From Standards for All Tenants', 'standardsExcludeAllTenants', {
				optional: true,
				help: 'Whether to keep the new tenant out of standards that are set for all tenants',
			}),
			toggle('Start Over', 'Retry', {
				optional: true,
				help: 'Whether to start again. Otherwise a run younger than ten minutes is only looked at.',
			}),
		],
		answer: { ...row('CIPP said nothing about this onboarding'), onlyQueues: true },
	}),

	cancel: destroy('ExecOnboardTenant', {
		name: 'Cancel',
		action: 'Cancel tenant onboarding',
		help: 'Deletes the stored run. What it has done so far stays.',
		role: 'Tenant.Administration.ReadWrite',
		does: 'Cancel',
		tenant: null,
		fixed: { body: { Cancel: true } },
		fields: [relationshipId('id')],
		answer: outcome(),
	}),
});

const isFinal = 'Cannot be undone. CIPP does not look at the tenant afterwards: do so yourself.';

/** An exception arrives as a success whose only text is whatever was thrown. */
const done = [/^.+ has been deleted from CIPP\W*$/i, /^Successfully\b/i];

/** CIPP takes the steps as independent switches; each is an operation. */
const step = (
	wire: string,
	effect: typeof change,
	words: Pick<Operation, 'name' | 'action' | 'help' | 'look' | 'omits'>,
	fields?: DeclaredField[],
): Operation =>
	effect('ExecOffboardTenant', {
		...words,
		role: 'Tenant.Administration.ReadWrite',
		does: wire,
		tenant: inBody('TenantFilter', { form: 'labelValue' }),
		...(fields ? {} : { fixed: { body: { [wire]: true } } }),
		warns: isFinal,
		fields: fields ?? [],
		answer: outcome({ done }),
	});

export const tenantOffboarding = resource('Offboarding', 'tenantOffboarding', 'removeGuests', {
	removeGuests: step('RemoveCSPGuestUsers', destroy, {
		name: 'Remove Partner Guests',
		action: 'Remove partner guests from tenant',
		help: 'Deletes every guest whose mail address belongs to your partner tenant',
		omits: {
			RemoveQuarantineAlert:
				'since 10.9: deletes one alert that a standard of CIPP made; API Request can send it',
		},
		look: unseen(
			"which guests are the partner's is known to CIPP alone: look at the guests of the tenant",
		),
	}),
	removeContacts: step('RemoveCSPnotificationContacts', destroy, {
		name: 'Remove Notification Contacts',
		action: 'Remove partner notification contacts from tenant',
		help: 'Takes addresses of your partner tenant out of the notification mails of the customer',
	}),
	removeAnalyserData: step('RemoveDomainAnalyserData', destroy, {
		name: 'Remove Domain Analyser Data',
		action: 'Remove domain analyser data of tenant',
		help: 'Deletes what the domain analyser of CIPP has stored about the domains of the customer',
	}),
	removeVendorApps: step(
		'vendorApplications',
		destroy,
		{
			name: 'Remove Vendor Apps',
			action: 'Remove vendor apps from tenant',
			help: 'Deletes the enterprise applications that you list',
		},
		[
			list('Apps', 'vendorApplications', {
				form: 'labelValues',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Object IDs from GDAP Relationship: Get Apps of Partner or Vendor, separated by commas. Not the application IDs.',
			}),
		],
	),
	removePartnerApps: step('RemoveMultitenantCSPApps', destroy, {
		name: 'Remove Partner Apps',
		action: 'Remove partner apps from tenant',
		help: 'Deletes all enterprise applications of your partner tenant there, that of CIPP last. CIPP has no access afterwards.',
	}),
	terminateGdap: step('TerminateGDAP', destroy, {
		name: 'Terminate GDAP',
		action: 'Terminate GDAP of tenant',
		help: 'Gives up all access through GDAP and takes the tenant out of CIPP, even if giving up access failed. Do this last.',
	}),
	terminateContract: step('TerminateContract', destroy, {
		name: 'Terminate Contract',
		action: 'Terminate contract of tenant',
		help: 'Ends the reseller relationship in Partner Center. May fail, so check there.',
	}),
});

export const serviceHealth = resource('Service Health', 'serviceHealth', 'getMany', {
	getMany: read('ListServiceHealth', {
		name: 'Get Many',
		action: 'Get many service health issues',
		help: 'Lists open issues of Microsoft 365 services. No row is no proof for a tenant that CIPP cannot read.',
		role: 'Tenant.Administration.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			text('Tenant Name', 'displayName', {
				name: 'tenantName',
				optional: true,
				placeholder: 'e.g. Contoso',
				help: 'Only copied into the column TenantName, for one tenant. Filters nothing.',
			}),
			text('Default Domain', 'defaultDomainName', {
				optional: true,
				placeholder: 'e.g. contoso.com',
				help: 'Only copied into the column DefaultDomainName, for one tenant. Filters nothing.',
			}),
		],
		answer: rows('TenantName', 'DefaultDomainName', 'issueId', 'service', 'type', 'desc'),
	}),
});

const reportType = () =>
	choice(
		'Report Type',
		'type',
		[
			{ value: 'graph', label: 'Graph' },
			{ value: 'office', label: 'Office' },
		],
		{
			name: 'reportType',
			optional: true,
			default: 'graph',
			help: 'Which of the two families of reports. Empty means Graph.',
		},
	);

export const report = resource('Usage Report', 'usageReport', 'getMany', {
	getMany: read('ListGraphReports', {
		name: 'Get Many',
		action: 'Get many usage reports',
		help: 'Lists the names of the usage reports that Microsoft offers for a tenant',
		role: 'Tenant.Reports.Read',
		does: '(no report)',
		tenant: inQuery(),
		fields: [reportType()],
		answer: rows('name', 'type', 'kind', 'uri'),
	}),

	get: read('ListGraphReports', {
		name: 'Get Rows',
		action: 'Get rows of usage report',
		help: 'Reads one usage report. Turn Simplify off, as each report has columns of its own.',
		role: 'Tenant.Reports.Read',
		does: '(report)',
		tenant: inQuery(),
		fields: [
			text('Report', 'report', {
				name: 'reportName',
				required: true,
				placeholder: 'e.g. getOffice365ActiveUserDetail',
				help: 'Name of the report, from Get Many',
			}),
			choice('Period', 'period', words('D180', 'D30', 'D7', 'D90'), {
				optional: true,
				default: 'D30',
				help: 'How many days it covers. Empty means 30; Office reports ignore it.',
			}),
			reportType(),
		],
		answer: rows(
			'reportRefreshDate',
			'reportPeriod',
			'reportDate',
			'userPrincipalName',
			'displayName',
			'lastActivityDate',
			'isDeleted',
			'assignedProducts',
			'siteUrl',
			'storageUsedInBytes',
			'id',
		),
	}),
});

const sku = (): DeclaredField =>
	text('SKU', 'SKU', {
		required: true,
		placeholder: 'e.g. CFQ7TTC0LCHC-0001_P1Y_M',
		help: 'SKU of the product. If it has several subscriptions, only the first is changed.',
	});

const licenses = (wire: string, help: string, rest: Partial<DeclaredField>): DeclaredField =>
	number('Quantity', wire, { name: 'licenseCount', help, ...rest });

const csp = (
	action: string,
	effect: typeof change,
	words: Pick<Operation, 'name' | 'action' | 'help' | 'look' | 'omits'>,
	warns: string,
	fields: DeclaredField[],
): Operation =>
	effect('ExecCSPLicense', {
		...words,
		role: 'Tenant.Directory.ReadWrite',
		tenant: inBody(),
		fixed: { body: { Action: action } },
		warns,
		fields,
		answer: outcome(),
	});

const money = 'Orders at Sherweb and costs money.';
const lessMoney = 'Changes the contract at Sherweb, at once.';

export const cspLicense = resource('CSP License', 'cspLicense', 'getMany', {
	getMany: read('ListCSPLicenses', {
		name: 'Get Many',
		action: 'Get many CSP licenses',
		help: 'Lists the subscriptions of a tenant at Sherweb. Fails without that integration, or if the tenant is not mapped.',
		role: 'Tenant.Directory.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows('id', 'productName', 'sku', 'quantity', 'purchaseDate', 'commitmentTerm'),
	}),

	getCatalog: read('ListCSPsku', {
		name: 'Get Catalog',
		action: 'Get catalog of CSP licenses',
		help: 'Lists what a tenant can buy from Sherweb. A single row about an error getting the catalog is a failure.',
		role: 'Tenant.Directory.Read',
		tenant: inQuery(),
		fields: [
			toggle('Only Current Products', 'currentSkuOnly', {
				optional: true,
				help: 'Whether to list what the tenant has now, in place of the catalog',
			}),
		],
		answer: rows(
			'sku',
			'name',
			'description',
			'billingCycle',
			'commitmentTerm',
			'id',
			'productName',
			'quantity',
		),
	}),

	add: csp(
		'Add',
		change,
		{
			name: 'Add',
			action: 'Add CSP licenses',
			help: 'Buys more licenses of a subscription that the tenant has',
		},
		money,
		[
			sku(),
			licenses(
				'Add',
				'How many to buy on top: one, if this is left as it is. A negative number would take away.',
				{
					required: true,
					default: 1,
				},
			),
		],
	),
	remove: csp(
		'Remove',
		destroy,
		{
			name: 'Remove',
			action: 'Remove CSP licenses',
			help: 'Lowers the number of licenses of a subscription right away',
		},
		lessMoney,
		[
			sku(),
			licenses('Remove', 'How many to give back. A negative number would buy.', {
				required: true,
				default: 1,
			}),
		],
	),
	order: csp(
		'NewSub',
		change,
		{
			name: 'Order Subscription',
			action: 'Order CSP license subscription',
			help: 'Orders a product. If the tenant has it already, its total becomes this number, which may be fewer than now.',
		},
		money,
		[sku(), licenses('Quantity', 'Total number of licenses', { required: true, default: 1 })],
	),
	cancel: csp(
		'Cancel',
		destroy,
		{
			name: 'Cancel Subscriptions',
			action: 'Cancel CSP license subscriptions',
			help: 'Ends whole subscriptions, with all their licenses. The tenant has to be mapped to a Sherweb customer.',
		},
		lessMoney,
		[
			list('Subscription IDs', 'SubscriptionIds', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'IDs from Get Many, separated by commas',
			}),
		],
	),
	scheduleRemoval: csp(
		'ScheduleRemoval',
		destroy,
		{
			name: 'Schedule Removal',
			action: 'Schedule removal of CSP licenses',
			help: 'Plans to lower the number shortly before renewal. It only happens if enough licenses are unassigned then.',
		},
		'CIPP reports success even if the task could not be planned: look for it among the scheduled tasks.',
		[
			sku(),
			licenses('Remove', 'How many to give back. Empty means 1.', { optional: true, default: 1 }),
			number('Days Before Renewal', 'DaysBeforeRenewal', {
				optional: true,
				default: 3,
				help: 'How many days ahead to do it. Empty means 3.',
			}),
		],
	),

	runBilling: change('ExecSchedulerBillingRun', {
		name: 'Run Billing Sync',
		action: 'Run billing sync of CSP licenses',
		help: 'Sends license counts to Gradient, if that integration is on. May take minutes. The item only says that it was asked for, because CIPP does not say whether it worked: see its log.',
		role: 'Scheduler.Billing.ReadWrite',
		actsEverywhere: true,
		tenant: null,
		fields: [],
		answer: outcome({ silenceIsSuccess: true, onlyQueues: true }),
	}),
});
