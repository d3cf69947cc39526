import { change, outcome, read, resource, row } from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

export const samCertificate = resource('SAM Certificate', 'samCertificate', 'get', {
	get: read('ExecSAMCertificate', {
		name: 'Get',
		action: 'Get SAM certificate',
		help: 'Reads the certificate with which the CIPP application signs in, and how many days it has left. Fails if there is none yet. RegisteredOnApp is false also where CIPP could not look.',
		role,
		method: 'POST',
		tenant: null,
		fixed: { body: { Action: 'Get' } },
		fields: [],
		answer: row('CIPP has no certificate'),
	}),

	renew: change('ExecSAMCertificate', {
		name: 'Renew',
		action: 'Renew SAM certificate',
		help: 'Makes a new certificate for the CIPP application at once. CIPP does so by itself before the old one ends, which stays valid until then.',
		role,
		tenant: null,
		fixed: { body: { Action: 'Renew' } },
		fields: [],
		answer: outcome({ keeps: { thumbprint: 'Thumbprint', expires: 'NotAfter' } }),
	}),
});
