import type { Tenant } from './state/tenant.mts';

/** A tenant at the moment in which something is asked of it. */
export interface Moment {
	tenant: Tenant;
	now: Date;
	/** Something Microsoft gets round to later; milliseconds from now. */
	later(milliseconds: number, what: () => void): void;
}
