import { change, read, resource, row, text } from '../vocabulary';

const scriptFile = text('Script File', 'ScriptFile', {
	in: 'query',
	required: true,
	placeholder: 'e.g. Update-Permissions.ps1',
	help: 'Name of the file, from Get Maintenance Scripts. If there is none, the answer holds only a Status that says so.',
});

/** What CIPP runs on. */
export const backend = resource('Backend', 'backend', 'getLinks', {
	getLinks: read('ExecBackendURLs', {
		name: 'Get Links',
		action: 'Get links to backend',
		help: 'Reads links to the Azure resources of this CIPP, with subscription, hosting plan and time zone. On newer hosts they may lead nowhere, since they are put together from names.',
		role: 'CIPP.AppSettings.Read',
		tenant: null,
		fields: [],
		answer: row('CIPP gave no links'),
	}),

	getMaintenanceScripts: read('ExecMaintenanceScripts', {
		name: 'Get Maintenance Scripts',
		action: 'Get maintenance scripts of backend',
		help: 'Reads which scripts there are to look after the Azure Function App of older hosts, as a list in ScriptFiles',
		role: 'CIPP.AppSettings.Read',
		does: '(no ScriptFile)',
		method: 'POST',
		tenant: null,
		fields: [],
		answer: row('CIPP gave no list', 'Status'),
	}),

	getMaintenanceScript: read('ExecMaintenanceScripts', {
		name: 'Get Maintenance Script',
		action: 'Get maintenance script of backend',
		help: 'Reads a script, filled in for this CIPP, as base64 in ScriptContent',
		role: 'CIPP.AppSettings.Read',
		does: 'ScriptFile',
		method: 'POST',
		tenant: null,
		fields: [scriptFile],
		answer: row('There is no such script', 'Status'),
		secret: ['ScriptContent'],
	}),

	createScriptLink: change('ExecMaintenanceScripts', {
		name: 'Create Script Link',
		action: 'Create link to maintenance script',
		help: 'Makes a link, relative to the address of CIPP, under which a script can be downloaded',
		role: 'CIPP.AppSettings.Read',
		does: 'ScriptFile+MakeLink',
		tenant: null,
		fixed: { query: { MakeLink: 'true' } },
		warns:
			'The link works for anyone without signing in, and the script tells how this CIPP is set up.',
		fields: [scriptFile],
		answer: row('There is no such script', 'Status'),
		secret: ['Link'],
	}),
});
