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
	/** The tenant a filter means, if CIPP manages it; nothing means the partner's own. */
	managedTenant(filter: string | null | undefined): Tenant | null;
	/** Tenants of ListTenants. */
	listedTenants(): Tenant[];
	/** What CIPP's helpers say of a tenant they refuse. */
	refusal(filter: string, context: string): string;
	/** Where cmdlets work when they work for real. */
	placeIn(tenant: Tenant | null): Place;
	/** How faults recognise a user and a tenant. */
	faultPlace(tenant: Tenant, username: string): FaultPlace;
}
