import { offboarding } from './offboarding';
import { opensAt, type Resource } from '../vocabulary';

/** People who leave: planned, done, proven and undone. */
export const offboardings: Resource[] = opensAt(offboarding, [offboarding]);
