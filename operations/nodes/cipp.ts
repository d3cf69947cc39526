import { tenant } from '../tenant';
import { user } from '../user';
import type { Resource } from '../vocabulary';

/** Everyday work: tenants, people, groups, licenses, roles, scheduled tasks. */
export const everyday: Resource[] = [tenant, user];
