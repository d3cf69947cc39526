import { useReportDb } from '../fields/user-fields';
import {
	change,
	inBody,
	inQuery,
	inSteps,
	json,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	theDevice,
	type DeclaredField,
} from '../vocabulary';

const section = (label: string, wire: string, example: string, help: string): DeclaredField =>
	json(`${label} (JSON)`, wire, { optional: true, placeholder: `e.g. ${example}`, help });

/** Choices go in as {value}; CIPP takes a bare text for the default. */
const sections = (assigned: boolean): DeclaredField[] => {
	const target = assigned ? ',"AssignTo":"AllDevices"' : '';
	const assign = assigned
		? ' AssignTo is none, allLicensedUsers, AllDevices or AllDevicesAndUsers'
		: '';
	const all = [
		section(
			'Antivirus Policy',
			'Policy',
			`{"AllowRealTime":true,"ScanArchives":true,"CloudBlockLevel":{"value":"2"}${target}}`,
			`Switches count only as true. Choices such as CloudBlockLevel are objects with value, never text.${assigned ? `${assign} and must be there.` : ''}`,
		),
		section(
			'Attack Surface Reduction',
			'ASR',
			`{"Mode":"audit","BlockAdobeChild":true${target}}`,
			`Rules to set. Mode is audit, block or warn; left out, every rule named here blocks.${assigned ? `${assign}.` : ''}`,
		),
		section(
			'Endpoint Detection',
			'EDR',
			`{"SampleSharing":true,"Config":true${target}}`,
			`Needs a switch that is true, or nothing is made${assigned ? `.${assign}.` : ''}`,
		),
		section(
			'Exclusions',
			'Exclusion',
			`{"excludedPaths":["C:\\\\App"],"excludedExtensions":[],"excludedProcesses":[]${target}}`,
			`What antivirus does not scan. Without an entry nothing is made.${assigned ? `${assign}.` : ''}`,
		),
	];
	return assigned ? all : all.map((field) => ({ ...field, name: `template${field.name}` }));
};

const stateColumns = [
	'id',
	'deviceName',
	'deviceType',
	'operatingSystem',
	'windowsProtectionState',
];

export const defender = resource('Defender', 'defender', 'getManyStates', {
	getManyStates: read('ListDefenderState', {
		name: 'Get Many States',
		action: 'Get many defender states',
		help: "Lists how malware protection stands on a tenant's devices. Those without Windows have no state.",
		role: 'Endpoint.MEM.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(...stateColumns),
	}),

	getState: read('ListDefenderState', {
		name: 'Get State',
		action: 'Get defender state of device',
		help: 'Reads how malware protection stands on one device',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery(),
		fields: [theDevice('DeviceID')],
		answer: row('There is no such device in this tenant'),
	}),

	getManyVulnerabilities: read('ListDefenderTVM', {
		name: 'Get Many Vulnerabilities',
		action: 'Get many defender vulnerabilities',
		help: 'Lists vulnerabilities live from Defender, one row for each. Columns about a device or version are examples; affectedDevices is the list.',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'cveId',
			'affectedDevicesCount',
			'affectedDevices',
			'vulnerabilitySeverityLevel',
			'exploitabilityLevel',
			'cvssScore',
			'softwareName',
			'softwareVendor',
			'recommendedSecurityUpdate',
			'customerId',
		),
	}),

	getManyCves: read('ListCVEManagement', {
		name: 'Get Many CVEs',
		action: 'Get many defender cves',
		help: 'Lists vulnerabilities with the exceptions that CIPP keeps for them. Live it is slow and large.',
		role: 'Endpoint.Security.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: rows(
			'cveId',
			'vulnerabilitySeverityLevel',
			'exploitabilityLevel',
			'softwareName',
			'softwareVendor',
			'softwareVersion',
			'deviceCount',
			'tenantCount',
			'exceptionStatus',
			'hasException',
			'affectedTenants',
			'affectedDevices',
			'cacheTimeStamp',
		),
	}),

	deploy: change('AddDefenderDeployment', {
		name: 'Deploy',
		action: 'Deploy defender',
		help: 'Connects Defender to Intune and adds its policies. Fill in at least one section under Options.',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody('selectedTenants', { form: 'labelValues', allTenants: true }),
		warns:
			'A compliance section switches off every connection that it does not name. Policies that exist already are skipped, not updated.',
		fields: [
			section(
				'Compliance Connections',
				'Compliance',
				'{"ConnectWindows":true,"ConnectMac":true,"ConnectIos":true,"ConnectAndroid":true}',
				'The connections of Defender with Intune. All that is not named is switched off.',
			),
			...sections(true),
		],
		answer: inSteps(outcome(), 'the Intune policies of the tenants'),
	}),

	createTemplates: change('AddDefenderTemplate', {
		name: 'Create Templates',
		action: 'Create defender templates',
		help: 'Stores Defender policies as Intune templates in CIPP, a new one for each section under Options',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: null,
		fields: [
			text('Template Name', 'templateName', {
				required: true,
				placeholder: 'e.g. Standard',
				help: 'Start of the names of all templates that are made',
			}),
			text('Tag', 'package', {
				optional: true,
				placeholder: 'e.g. Security',
				help: 'Tag that bundles the templates',
			}),
			...sections(false),
		],
		needsOneOf: ['Policy', 'ASR', 'EDR', 'Exclusion'],
		answer: outcome(),
	}),
});
