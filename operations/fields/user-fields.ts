import { choices, dateTime, json, list, text, toggle, type DeclaredField } from '../vocabulary';

/** For endpoints that find nobody by user principal name. */
export const theUserId = (
	wire: string,
	rest: Partial<Omit<DeclaredField, 'label' | 'kind'>> = {},
): DeclaredField =>
	text('User ID', wire, {
		name: 'userId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'Object ID of the user, as User: Get gives it. A user principal name does not work here.',
		...rest,
	});

const optionalText = (label: string, wire: string, example: string, help: string): DeclaredField =>
	text(label, wire, { optional: true, placeholder: `e.g. ${example}`, help });

/** Where people work and how to reach them; the same names in CIPP's user forms and in Graph. */
export const contactFields = (): DeclaredField[] => [
	optionalText('Job Title', 'jobTitle', 'Accountant', 'What the person does'),
	optionalText('Department', 'department', 'Finance', 'The department in the address list'),
	optionalText('Company Name', 'companyName', 'Contoso', 'The company in the address list'),
	optionalText('Street Address', 'streetAddress', '1 Main Street', 'Street and house number'),
	optionalText('City', 'city', 'Seattle', 'City of the office'),
	optionalText('State', 'state', 'WA', 'State or province of the office'),
	optionalText('Postal Code', 'postalCode', '98101', 'ZIP or postal code of the office'),
	optionalText('Country', 'country', 'United States', 'Country of the office'),
	optionalText('Mobile Phone', 'mobilePhone', '+1 555 0100', 'Mobile number in the address list'),
	list('Business Phones', 'businessPhones', {
		optional: true,
		placeholder: 'e.g. +1 555 0101',
		help: 'Office number. Microsoft 365 keeps only one.',
	}),
];

export const nameFields = (): DeclaredField[] => [
	optionalText('First Name', 'givenName', 'Jane', 'Given name'),
	optionalText('Last Name', 'surname', 'Doe', 'Family name'),
];

export const usageLocation = (rest: Partial<DeclaredField> = {}): DeclaredField =>
	text('Usage Location', 'usageLocation', {
		optional: true,
		placeholder: 'e.g. US',
		help: 'Two-letter country code that licensing needs. Empty leaves it to CIPP, which falls back to its default or US.',
		...rest,
	});

export const managerField = (): DeclaredField =>
	text('Manager', 'setManager', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. boss@contoso.com',
		help: 'Who the person reports to: user principal name or object ID',
	});

export const sponsorField = (): DeclaredField =>
	text('Sponsor', 'setSponsor', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. boss@contoso.com',
		help: 'Who vouches for the account: user principal name or object ID',
	});

export const groupsToJoin = (wire = 'AddToGroups'): DeclaredField =>
	json('Groups to Join', wire, {
		optional: true,
		placeholder:
			'e.g. [{"value":"1c2d3e4f-0000-4000-8000-000000000000","label":"Sales","addedFields":{"groupType":"Security"}}]',
		help: 'List of groups with object ID as value. Give groupType as in Group: Get Many, or distribution lists may be missed.',
	});

export const attributeFields = (): DeclaredField[] => [
	json('Default Attributes', 'defaultAttributes', {
		optional: true,
		placeholder: 'e.g. {"officeLocation":{"value":"Berlin"}}',
		help: 'More user attributes by their Graph names, each as an object with a value',
	}),
	json('Custom Data', 'customData', {
		optional: true,
		placeholder: 'e.g. {"employeeType":"Contractor"}',
		help: "Attributes from CIPP's custom data mappings, as plain name and value",
	}),
];

export const notifyThrough = (
	rest: Partial<DeclaredField> = {},
	wire = 'PostExecution',
): DeclaredField =>
	choices(
		'Notify Through',
		wire,
		[
			{ value: 'Email', label: 'Email' },
			{ value: 'PSA', label: 'PSA Ticket' },
			{ value: 'Webhook', label: 'Webhook' },
		],
		{
			optional: true,
			help: 'Where CIPP reports a run of the scheduled task, as set up in its notification settings',
			...rest,
		},
	);

/** For endpoints that need the user principal name beside the object ID. */
export const userNameOfId = (wire: string): DeclaredField =>
	text('User Principal Name', wire, {
		name: 'userPrincipalName',
		required: true,
		placeholder: 'e.g. jane@contoso.com',
		help: 'Sign-in name of the same person as User ID',
	});

export const theDomain = (wire: string): DeclaredField =>
	text('Domain', wire, {
		name: 'domain',
		form: 'labelValue',
		required: true,
		placeholder: 'e.g. contoso.com',
		help: 'The part of the sign-in name after the @: a verified domain of the tenant',
	});

export const passwordFields = (): DeclaredField[] => [
	text('Password', 'password', {
		optional: true,
		isSecret: true,
		help: 'New password. Empty leaves it to CIPP for a new account and changes nothing for an existing one.',
	}),
];

export const licensesToHave = (help: string): DeclaredField =>
	list('Licenses', 'licenses', {
		form: 'labelValues',
		optional: true,
		placeholder: 'e.g. 06ebc4ee-1bb5-47dd-8120-11324bc54e06',
		help,
	});

export const sherwebLicense = (): DeclaredField =>
	text('Sherweb License to Buy', 'sherwebLicense', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. MS-0A-O365-BUSPREM',
		help: 'SKU to order one license of, which costs money. Only acts together with Licenses, which are then assigned by a task.',
	});

export const otherMails = (): DeclaredField =>
	list('Other Mail Addresses', 'otherMails', {
		optional: true,
		placeholder: 'e.g. jane@example.com',
		help: 'Private or other addresses for contact. Separate several with commas.',
	});

/** @param what ends "When to", e.g. "create the account" */
export const createAt = (what: string): DeclaredField =>
	dateTime('Run At', 'Scheduled', {
		form: 'schedule',
		optional: true,
		help: `When to ${what}. Empty means now. Until then CIPP keeps everything in a task, a given password included; an open task of the same name blocks it without a word.`,
	});

export const taskReference = (): DeclaredField =>
	text('Reference', 'reference', {
		optional: true,
		placeholder: 'e.g. TICKET-4711',
		help: 'Your ticket number, kept with the scheduled task. Only together with Run At.',
	});

export const useReportDb = (): DeclaredField =>
	toggle('Use Reporting Database', 'UseReportDB', {
		optional: true,
		help: "Whether to read CIPP's nightly copy instead of asking Microsoft. Fast, and CacheTimestamp tells how old it is.",
	});
