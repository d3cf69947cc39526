import { appRegistration } from './app-registration';
import { cippRole } from './cipp-role';
import { cippUser } from './cipp-user';
import { container, containerLog } from './container';
import { customDomain } from './custom-domain';
import { diagnosticsQuery } from './diagnostics-query';
import { platformSetting } from './platform-setting';
import { cippTable, tableRow } from './table';
import { opensAt, type Resource } from '../vocabulary';
import { backgroundJob, worker } from './worker';

/** The backend that CIPP runs on, for its super admins. */
export const platform: Resource[] = opensAt(cippUser, [
	appRegistration,
	backgroundJob,
	cippRole,
	container,
	containerLog,
	customDomain,
	diagnosticsQuery,
	platformSetting,
	cippTable,
	tableRow,
	worker,
	cippUser,
]);
