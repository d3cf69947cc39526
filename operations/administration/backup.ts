import { change, decide, inQuery, outcome, read, resource, row, rows, text } from '../vocabulary';

const backupName = text('Backup Name', 'BackupName', {
	required: true,
	placeholder: 'e.g. CIPPBackup_2030-01-31-0200',
	help: 'The BackupName column of the list',
});
const ofTheInstance = { tenantFilter: 'a backup of CIPP itself belongs to no tenant' };

export const backup = resource('Backup', 'backup', 'getMany', {
	getMany: read('ExecListBackup', {
		name: 'Get Many',
		action: 'Get many backups',
		help: 'Lists the backups of CIPP itself, newest first',
		role: 'CIPP.Backup.Read',
		tenant: null,
		fixed: { query: { Type: 'CIPP', NameOnly: 'true' } },
		omits: ofTheInstance,
		fields: [],
		answer: rows('BackupName', 'Timestamp', 'Source'),
	}),

	get: read('ExecListBackup', {
		name: 'Get',
		action: 'Get backup',
		help: 'Reads a backup of CIPP itself with its whole contents, which can be many megabytes and hold secrets. If its file cannot be read, Backup is only an address.',
		role: 'CIPP.Backup.Read',
		tenant: null,
		fixed: { query: { Type: 'CIPP' } },
		omits: ofTheInstance,
		fields: [backupName],
		answer: row('There is no such backup'),
		secret: ['Backup'],
	}),

	getManyOfTenant: read('ExecListBackup', {
		name: 'Get Many of Tenant',
		action: 'Get many backups of tenant',
		help: 'Lists the backups of a tenant, newest first',
		role: 'CIPP.Backup.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { Type: 'Scheduled', NameOnly: 'true' } },
		fields: [],
		answer: rows('TenantFilter', 'BackupName', 'Timestamp'),
	}),

	getOfTenant: read('ExecListBackup', {
		name: 'Get of Tenant',
		action: 'Get backup of tenant',
		help: 'Reads a backup of a tenant with its whole contents',
		role: 'CIPP.Backup.Read',
		tenant: inQuery(),
		fixed: { query: { Type: 'Scheduled' } },
		fields: [backupName],
		answer: row('There is no such backup of this tenant'),
		secret: ['Backup'],
	}),

	setAutomatic: change('ExecSetCIPPAutoBackup', {
		name: 'Set Automatic Backup',
		action: 'Set automatic backup',
		help: 'Switches the daily backup of CIPP itself on or off. When it is on, the first one runs at once.',
		role: 'CIPP.Backup.ReadWrite',
		tenant: null,
		fields: [
			decide('Enabled', 'Enabled', {
				help: 'Whether CIPP makes a backup of itself every day',
			}),
		],
		answer: outcome(),
	}),
});
