import { tenant } from './tenant';
import { user } from './user';
import type { Resource } from './vocabulary';

/** The resources of the node "CIPP". */
export const everyday: Resource[] = [tenant, user];
