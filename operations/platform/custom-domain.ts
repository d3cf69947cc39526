import {
	change,
	destroy,
	gone,
	inList,
	inSteps,
	outcome,
	read,
	resource,
	row,
	rowsUnder,
	slowly,
	text,
} from '../vocabulary';

const role = 'CIPP.SuperAdmin.ReadWrite';
const action = (name: string) => ({ query: { Action: name } });
const host = text('Host Name', 'Hostname', {
	required: true,
	placeholder: 'e.g. cipp.msp.example',
	help: 'Name under which CIPP is to be reached. Names in azurewebsites.net are refused.',
});

export const customDomain = resource('Custom Domain', 'customDomain', 'getMany', {
	getMany: read('ExecAppServiceDomains', {
		name: 'Get Many',
		action: 'Get many custom domains',
		help: 'Lists the names under which CIPP is reached, with their certificates. Older hosts answer 503.',
		role,
		method: 'POST',
		tenant: null,
		fixed: action('List'),
		fields: [],
		answer: rowsUnder(
			'Domains',
			'Hostname',
			'IsDefault',
			'Secured',
			'SslState',
			'DnsRecordType',
			'CertName',
			'CertExpiration',
			'CertIssuer',
		),
	}),

	getHost: read('ExecAppServiceDomains', {
		name: 'Get Host',
		action: 'Get host of custom domains',
		help: 'Reads name, default address and inbound IP of the App Service, to which DNS records have to point',
		role,
		method: 'POST',
		tenant: null,
		fixed: action('List'),
		fields: [],
		answer: row('CIPP gave no App Service'),
	}),

	checkDns: read('ExecAppServiceDomains', {
		name: 'Check DNS',
		action: 'Check DNS of custom domain',
		help: 'Tells which DNS record a name needs and whether it is there. A leftover asuid record has to go before the name is added.',
		role,
		method: 'POST',
		tenant: null,
		fixed: action('CheckDns'),
		fields: [host],
		answer: row('CIPP did not check the name'),
	}),

	create: change('ExecAppServiceDomains', {
		name: 'Create',
		action: 'Create custom domain',
		help: 'Has the App Service answer to a name, once its DNS record is there. Add Certificate comes next.',
		role,
		tenant: null,
		fixed: action('AddBinding'),
		fields: [host],
		answer: inSteps(outcome(), 'the domains of the App Service'),
		look: inList('getMany', { Hostname: '{Hostname}' }),
	}),

	addCertificate: change('ExecAppServiceDomains', {
		name: 'Add Certificate',
		action: 'Add certificate to custom domain',
		help: 'Gets a managed certificate for a name that was added, and switches HTTPS on. Takes half a minute or more; run it again if the certificate is still provisioning. Not for wildcards.',
		role,
		tenant: null,
		fixed: action('AddCertificate'),
		fields: [host],
		answer: inSteps(outcome(), 'the domains of the App Service'),
		look: slowly(inList('getMany', { Hostname: '{Hostname}' }, { Secured: true })),
	}),

	delete: destroy('ExecAppServiceDomains', {
		name: 'Delete',
		action: 'Delete custom domain',
		help: 'Has the App Service no longer answer to a name, and deletes its managed certificate',
		role,
		tenant: null,
		fixed: action('Remove'),
		warns:
			'If it is the name in this credential or in your bookmarks, CIPP cannot be reached by it',
		fields: [host],
		answer: inSteps(outcome(), 'the domains of the App Service'),
		look: gone(inList('getMany', { Hostname: '{Hostname}' })),
	}),
});
