import {
	change,
	choice,
	destroy,
	inRow,
	list,
	number,
	onOff,
	outcome,
	read,
	resource,
	row,
	text,
} from '../vocabulary';

const backupName = text('Backup Name', 'BackupName', {
	required: true,
	placeholder: 'e.g. CIPPBackup_2030-01-31-0200',
	help: 'Name of a backup of CIPP itself with its exact capitals, from Backup: Get Many in CIPP Administration',
});
const onlyRead = { List: 'would only read the setting' };
const restored = outcome({ failing: [/restored 0 rows/i] });

/** Backups of CIPP itself: made, restored, kept and copied. `backup.ts` lists and reads them. */
export const backupConfiguration = resource(
	'Backup Configuration',
	'backupConfiguration',
	'getRetention',
	{
		getRetention: read('ExecBackupRetentionConfig', {
			name: 'Get Retention',
			action: 'Get retention of backups',
			help: 'Reads for how many days backups are kept: 30 unless it was changed',
			role: 'CIPP.AppSettings.ReadWrite',
			does: 'List',
			method: 'POST',
			tenant: null,
			fixed: { query: { List: 'true' } },
			omits: { RetentionDays: 'only read when it is to be changed' },
			fields: [],
			answer: row('CIPP gave no settings'),
		}),

		setRetention: destroy('ExecBackupRetentionConfig', {
			name: 'Set Retention',
			action: 'Set retention of backups',
			help: 'Sets for how many days the backups of CIPP itself and of tenants are kept',
			role: 'CIPP.AppSettings.ReadWrite',
			does: '(no List)',
			tenant: null,
			warns: 'With fewer days than before, the next clean-up deletes all older backups for good.',
			omits: onlyRead,
			fields: [
				number('Days to Keep', 'RetentionDays', {
					required: true,
					default: 30,
					help: 'At least 7 days',
				}),
			],
			answer: outcome(),
			look: inRow('getRetention', { RetentionDays: '{RetentionDays}' }),
		}),

		getReplication: read('ExecBackupReplicationConfig', {
			name: 'Get Replication',
			action: 'Get replication of backups',
			help: 'Reads whether backups are also copied to a storage of your own, and whether its URL is stored',
			role: 'CIPP.AppSettings.ReadWrite',
			does: 'List',
			method: 'POST',
			tenant: null,
			fixed: { query: { List: 'true' } },
			omits: { BackupType: 'only read when it is to be changed' },
			fields: [],
			answer: row('CIPP gave no settings'),
		}),

		setReplication: change('ExecBackupReplicationConfig', {
			name: 'Set Replication',
			action: 'Set replication of backups',
			help: 'Sets whether backups are also copied to a storage of your own',
			role: 'CIPP.AppSettings.ReadWrite',
			does: '(no List)',
			tenant: null,
			omits: onlyRead,
			fields: [
				choice(
					'Backups',
					'BackupType',
					[
						{ value: 'Core', label: 'Of CIPP Itself' },
						{ value: 'Tenant', label: 'Of Tenants' },
					],
					{ required: true, default: 'Core', help: 'Which backups this is about' },
				),
				onOff('Enabled', 'Enabled', {
					required: true,
					help: 'Whether these backups are copied',
				}),
				text('SAS URL', 'SASUrl', {
					optional: true,
					isSecret: true,
					placeholder: 'e.g. https://backups.blob.core.windows.net/cipp?sv=2024&sig=…',
					help: 'Of a blob container, with rights to create and write. CIPP tries it out with a small file. The stored one stays if left out.',
				}),
			],
			answer: outcome(),
		}),

		createBackup: change('ExecRunBackup', {
			name: 'Create Backup',
			action: 'Create backup of CIPP',
			help: 'Makes a backup of CIPP itself now. CIPP reports success even where storing it failed, so look for it in the list of backups.',
			role: 'CIPP.AppSettings.ReadWrite',
			tenant: null,
			fields: [],
			answer: outcome(),
		}),

		restoreTables: destroy('ExecRestoreBackup', {
			name: 'Restore Part of Backup',
			action: 'Restore part of CIPP backup',
			help: 'Writes chosen tables of a backup back into CIPP. Rows that were added since then stay.',
			role: 'CIPP.AppSettings.ReadWrite',
			actsEverywhere: true,
			does: 'BackupName',
			tenant: null,
			warns:
				'Overwrites what CIPP has in these tables now. If it breaks off, a part is restored. Roles, IP ranges and secrets are left out without a word.',
			omits: {
				'array body':
					'writes any rows into any table of the instance; a stored backup is restored by name',
			},
			fields: [
				backupName,
				list('Tables', 'SelectedTypes', {
					required: true,
					placeholder: 'e.g. standards, ScheduledTasks, templates:CATemplate',
					help: 'Names as in the column table of the backup, separated by commas. For templates with their kind, such as templates:CATemplate.',
				}),
			],
			answer: restored,
		}),

		restoreAll: destroy('ExecRestoreBackup', {
			name: 'Restore Whole Backup',
			action: 'Restore whole CIPP backup',
			help: 'Writes all tables of a backup back into CIPP. Rows that were added since then stay.',
			role: 'CIPP.AppSettings.ReadWrite',
			actsEverywhere: true,
			does: 'BackupName',
			tenant: null,
			warns:
				'Overwrites all settings, templates and tasks of CIPP with those of the backup. If it breaks off, a part is restored. Roles, IP ranges and secrets are left out without a word.',
			omits: { SelectedTypes: 'Restore Part of Backup sends it' },
			fields: [backupName],
			answer: restored,
		}),
	},
);
