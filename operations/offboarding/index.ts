import { offboarding } from './offboarding';
import type { Resource } from '../vocabulary';

/** People who leave: planned, done, proven and undone. */
export const offboardings: Resource[] = [offboarding];
