import type { Tenants } from '../../../sandbox/index.mts';
import type { Usual } from '../request.mts';
import { account } from './account.mts';
import { castOf } from './cast.mts';
import { core } from './core.mts';
import { graph } from './graph.mts';
import { licensesAndGroups } from './licenses-and-groups.mts';
import { mailboxChanges, mailboxes } from './mailboxes.mts';
import { permissions } from './permissions.mts';
import { scheduler } from './scheduler.mts';
import { sitesAndPhones } from './sites-and-phones.mts';
import { users } from './users.mts';

/** What every endpoint of the sandbox is usually asked. */
export function usualRequests(tenants: Tenants): Usual[] {
	const cast = castOf(tenants);
	const areas = [
		core,
		users,
		account,
		licensesAndGroups,
		mailboxes,
		mailboxChanges,
		permissions,
		sitesAndPhones,
		graph,
		scheduler,
	];
	return areas.flatMap((area) => area(cast));
}
