import type { Endpoint } from '../http/answer.mts';
import { accountEndpoints } from './account.mts';
import { coreEndpoints } from './core.mts';
import { directoryEndpoints } from './directory.mts';
import { graphEndpoints } from './graph.mts';
import { groupEndpoints } from './groups.mts';
import { licenseEndpoints } from './licenses.mts';
import { mailboxChangeEndpoints } from './mailbox-changes.mts';
import { mailboxEndpoints } from './mailboxes.mts';
import { mfaEndpoints } from './mfa.mts';
import { offboardingEndpoints } from './offboarding.mts';
import { oneDriveEndpoints } from './one-drive.mts';
import { patchUserEndpoints } from './patch-user.mts';
import { permissionChangeEndpoints } from './permission-changes.mts';
import { permissionEndpoints } from './permissions.mts';
import { reportDatabaseEndpoints } from './report-database.mts';
import { schedulerEndpoints } from './scheduler.mts';
import { siteEndpoints } from './sites.mts';
import { teamsNumberEndpoints } from './teams-numbers.mts';
import { tenantEndpoints } from './tenants.mts';
import { userEndpoints } from './users.mts';

/** Every endpoint the sandbox has. */
export const endpoints: Endpoint[] = [
	...coreEndpoints(roles),
	...tenantEndpoints,
	...userEndpoints,
	...mfaEndpoints,
	...directoryEndpoints,
	...licenseEndpoints,
	...groupEndpoints,
	...mailboxEndpoints,
	...mailboxChangeEndpoints,
	...permissionEndpoints,
	...permissionChangeEndpoints,
	...reportDatabaseEndpoints,
	...siteEndpoints,
	...oneDriveEndpoints,
	...teamsNumberEndpoints,
	...graphEndpoints,
	...schedulerEndpoints,
	...offboardingEndpoints,
	...accountEndpoints,
	...patchUserEndpoints,
];

/** Every permission the endpoints ask for, by name. */
function roles(): string[] {
	return [...new Set(endpoints.map(({ role }) => role).filter((role) => role !== 'Public'))].sort();
}

const byName = new Map(endpoints.map((endpoint) => [endpoint.name.toLowerCase(), endpoint]));

/** The endpoint of a name in any case. */
export function endpointNamed(name: string): Endpoint | undefined {
	return byName.get(name.toLowerCase());
}
