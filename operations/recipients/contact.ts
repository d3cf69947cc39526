import {
	andWhatElseWasSent,
	change,
	destroy,
	exchange,
	gone,
	inBody,
	inList,
	inQuery,
	inSteps,
	json,
	keepsTemplateId,
	multiline,
	onOff,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

/** Details of a contact; CIPP spells the wire names differently in every endpoint. */
const detail = (label: string, name: string, wire: string, help: string, example: string) =>
	text(label, wire, { name, optional: true, placeholder: `e.g. ${example}`, help });

const details = (wire: {
	firstName: string;
	lastName: string;
	jobTitle: string;
	company: string;
	phone: string;
	mobilePhone: string;
	street: string;
	city: string;
	state: string;
	postalCode: string;
	country: string;
	hide: string;
}): DeclaredField[] => [
	detail('First Name', 'firstName', wire.firstName, 'Given name of the contact', 'Jane'),
	detail('Last Name', 'lastName', wire.lastName, 'Family name of the contact', 'Doe'),
	detail('Job Title', 'jobTitle', wire.jobTitle, 'What the contact does', 'Buyer'),
	detail('Company', 'company', wire.company, 'Whom the contact works for', 'Fabrikam'),
	detail('Business Phone', 'businessPhone', wire.phone, 'Number at work', '+31 20 123 4567'),
	detail('Mobile Phone', 'mobilePhone', wire.mobilePhone, 'Mobile number', '+31 6 1234 5678'),
	detail('Street Address', 'streetAddress', wire.street, 'Street and number', 'Main Street 1'),
	detail('City', 'city', wire.city, 'Town of the address', 'Utrecht'),
	detail('State or Province', 'state', wire.state, 'State, province or region', 'Utrecht'),
	detail('Postal Code', 'postalCode', wire.postalCode, 'Postal code of the address', '3511 AB'),
	detail('Country or Region', 'country', wire.country, 'Country, by code or English name', 'NL'),
	detail('Website', 'website', 'website', 'Address of a website', 'https://fabrikam.com'),
	multiline('Mail Tip', 'mailTip', {
		optional: true,
		placeholder: 'e.g. Answers within two days',
		help: 'What Outlook shows to people who write to this contact, at most 175 characters',
	}),
	onOff('Hide From Address List', wire.hide, {
		name: 'hideFromAddressList',
		optional: true,
		help: 'Whether the contact stays out of the global address list',
	}),
];

const contactId = text('Contact ID', 'ContactID', {
	name: 'contactId',
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'The Guid column of Get Many',
});

export const contact = resource('Contact', 'contact', 'getMany', {
	getMany: read('ListContacts', {
		name: 'Get Many',
		action: 'Get many contacts',
		help: 'Lists the external people in the address list of a tenant',
		role: 'Exchange.Contact.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'DisplayName',
			'FirstName',
			'LastName',
			'WindowsEmailAddress',
			'Company',
			'Department',
			'City',
			'IsDirSynced',
			'Guid',
			'graphId',
		),
	}),

	get: read('ListContacts', {
		name: 'Get',
		action: 'Get contact',
		help: 'Reads one contact with addresses, phones and mail tip. Its columns have other names than those of Get Many.',
		role: 'Exchange.Contact.Read',
		tenant: inQuery(),
		fields: [{ ...contactId, wire: 'id' }],
		answer: row('There is no such contact in this tenant'),
	}),

	create: change('AddContact', {
		name: 'Create',
		action: 'Create contact',
		help: 'Puts an external person into the address list. After an error look with Get Many before trying again: the contact may exist without its details.',
		role: 'Exchange.Contact.ReadWrite',
		tenant: inBody('tenantid'),
		fields: [
			text('Display Name', 'displayName', {
				required: true,
				placeholder: 'e.g. Jane Doe (Fabrikam)',
				help: 'Name in the address list',
			}),
			text('Email', 'email', {
				required: true,
				placeholder: 'e.g. jane@fabrikam.com',
				help: 'External address that mail to the contact goes to',
			}),
			...details({
				firstName: 'firstName',
				lastName: 'lastName',
				jobTitle: 'Title',
				company: 'Company',
				phone: 'phone',
				mobilePhone: 'mobilePhone',
				street: 'StreetAddress',
				city: 'City',
				state: 'State',
				postalCode: 'PostalCode',
				country: 'CountryOrRegion',
				hide: 'hidefromGAL',
			}),
		],
		answer: inSteps(outcome(), 'the contact'),
		look: exchange('Get-MailContact', { Identity: '{email}' }, { DisplayName: '{displayName}' }),
	}),

	update: change('EditContact', {
		name: 'Update',
		action: 'Update contact',
		help: 'Changes what is filled in and leaves the rest of a contact. Nothing can be emptied here.',
		role: 'Exchange.Contact.ReadWrite',
		tenant: inBody('tenantID'),
		fields: [
			contactId,
			text('Display Name', 'displayName', {
				optional: true,
				placeholder: 'e.g. Jane Doe (Fabrikam)',
				help: 'New name in the address list',
			}),
			text('Email', 'email', {
				optional: true,
				placeholder: 'e.g. jane@fabrikam.com',
				help: 'New external address that mail to the contact goes to',
			}),
			...details({
				firstName: 'firstName',
				lastName: 'LastName',
				jobTitle: 'Title',
				company: 'Company',
				phone: 'phone',
				mobilePhone: 'mobilePhone',
				street: 'StreetAddress',
				city: 'City',
				state: 'State',
				postalCode: 'PostalCode',
				country: 'CountryOrRegion',
				hide: 'hidefromGAL',
			}),
		],
		needsOneOf: [
			'displayName',
			'email',
			'firstName',
			'LastName',
			'Title',
			'Company',
			'phone',
			'mobilePhone',
			'StreetAddress',
			'City',
			'State',
			'PostalCode',
			'CountryOrRegion',
			'website',
			'mailTip',
			'hidefromGAL',
		],
		answer: inSteps(outcome(), 'the contact'),
		look: exchange(
			'Get-MailContact',
			{ Identity: '{ContactID}' },
			{
				DisplayName: '{displayName}',
				ExternalEmailAddress: '{email}',
				HiddenFromAddressListsEnabled: '{hidefromGAL}',
			},
		),
	}),

	delete: destroy('RemoveContact', {
		name: 'Delete',
		action: 'Delete contact',
		help: 'Takes an external person off the address list and out of groups',
		role: 'Exchange.Contact.ReadWrite',
		tenant: inBody(),
		fields: [
			{ ...contactId, wire: 'GUID' },
			text('Email', 'Mail', {
				name: 'email',
				optional: true,
				placeholder: 'e.g. jane@fabrikam.com',
				help: "Only named in CIPP's answer. The ID decides which contact is deleted.",
			}),
		],
		answer: outcome(),
		look: gone(exchange('Get-MailContact', { Identity: '{GUID}' })),
	}),
});

const templateId = text('Template ID', 'ID', {
	name: 'templateId',
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'The GUID column of Get Many',
});

const template: DeclaredField[] = [
	text('Display Name', 'displayName', {
		required: true,
		placeholder: 'e.g. Service Desk',
		help: 'Name that the contact gets in the address lists',
	}),
	text('Email', 'email', {
		required: true,
		placeholder: 'e.g. servicedesk@fabrikam.com',
		help: 'External address that mail to the contact goes to',
	}),
	...details({
		firstName: 'firstName',
		lastName: 'lastName',
		jobTitle: 'jobTitle',
		company: 'companyName',
		phone: 'businessPhone',
		mobilePhone: 'mobilePhone',
		street: 'streetAddress',
		city: 'city',
		state: 'state',
		postalCode: 'postalCode',
		country: 'country',
		hide: 'hidefromGAL',
	}),
];

export const contactTemplate = resource('Contact Template', 'contactTemplate', 'getMany', {
	getMany: read('ListContactTemplates', {
		name: 'Get Many',
		action: 'Get many contact templates',
		help: 'Lists the contacts that CIPP keeps for deployment to tenants',
		role: 'Exchange.Contact.Read',
		tenant: null,
		fields: [],
		answer: rows(
			'name',
			'displayName',
			'firstName',
			'lastName',
			'email',
			'companyName',
			'jobTitle',
			'businessPhone',
			'hidefromGAL',
			'comments',
			'GUID',
		),
	}),

	get: read('ListContactTemplates', {
		name: 'Get',
		action: 'Get contact template',
		help: 'Reads one contact template with all its details',
		role: 'Exchange.Contact.Read',
		tenant: null,
		fields: [templateId],
		answer: row('There is no such contact template'),
	}),

	create: change('AddContactTemplates', {
		name: 'Create',
		action: 'Create contact template',
		help: 'Keeps a contact in CIPP for deployment to tenants. A second one with the same name is not refused.',
		role: 'Exchange.Contact.ReadWrite',
		tenant: null,
		fields: template,
		answer: outcome({ keeps: keepsTemplateId }),
		look: inList('getMany', { GUID: '{answer.templateId}' }),
	}),

	update: change('EditContactTemplates', {
		name: 'Update',
		action: 'Update contact template',
		help: 'Replaces a contact template. Contacts that were deployed from it before do not change.',
		role: 'Exchange.Contact.ReadWrite',
		tenant: null,
		warns: 'Every detail that is not filled in here is lost',
		fields: [{ ...templateId, wire: 'ContactTemplateID' }, ...template],
		answer: outcome(),
		look: andWhatElseWasSent(
			inList('getMany', { GUID: '{ContactTemplateID}' }, { displayName: '{displayName}' }),
			'ContactTemplateID',
		),
	}),

	delete: destroy('RemoveContactTemplates', {
		name: 'Delete',
		action: 'Delete contact template',
		help: 'Removes a template from CIPP. Contacts deployed from it stay where they are.',
		role: 'Exchange.Contact.ReadWrite',
		tenant: null,
		fields: [templateId],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
	}),

	deploy: change('DeployContactTemplates', {
		name: 'Deploy',
		action: 'Deploy contact templates',
		help: 'Creates the contacts of one or more templates in a tenant, or in all of them. A contact that is there already is skipped.',
		role: 'Exchange.Contact.ReadWrite',
		tenant: inBody('selectedTenants', { form: 'labelValues', allTenants: true }),
		fields: [
			json('Templates', 'TemplateList', {
				required: true,
				placeholder:
					'e.g. [{"label":"Service Desk","value":{"displayName":"Service Desk","email":"servicedesk@fabrikam.com"}}]',
				help: 'A list with one entry for each contact. Its value is the whole template, a row of Get Many without Simplify, not the ID.',
			}),
		],
		answer: inSteps(outcome(), 'the contacts of the tenants'),
	}),
});
