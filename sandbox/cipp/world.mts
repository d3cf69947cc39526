import type { SandboxClock } from '../microsoft/clock.mts';
import type { Place } from './commands/place.mts';
import type { FaultPlace, Faults } from './faults.mts';
import type { Progress } from './offboarding/progress.mts';
import type { Tenant } from './tenant.mts';

/** What scheduled work finds around it: the part of an instance that commands and offboardings may use. */
export interface World {
	readonly clock: SandboxClock;
	readonly faults: Faults;
	readonly progress: Progress;
	readonly stepMilliseconds: number;
	/** Whether offboardings report their progress, as newer CIPP versions do. */
	readonly hasProgress: boolean;
	/** Whether the steps of 10.9 are unknown and dropped, as by older CIPP versions. */
	readonly dropsSendSteps: boolean;
	/** The tenant a filter means, if CIPP manages it; nothing means the partner's own. */
	managedTenant(filter: string | null | undefined): Tenant | null;
	/** Tenants of ListTenants. */
	listedTenants(): Tenant[];
	/** Where commands work for a tenant by its name. */
	placeFor(tenantFilter: string): Place;
	/** How faults recognise a tenant and a user. */
	faultPlace(tenantFilter: string, username: string): FaultPlace;
}
