import type { Status } from '../../cipp/outcome';

/** Stands for all roles where nobody could list them. */
export const everyRole = 'all';

/** One admin role that a person held. */
export interface RoleResult {
	name: string;
	outcome: Status;
	/** CIPP's sentences. */
	said: string[];
	/** Whether a reading shows that it is gone; null when it could not be read. */
	verified: boolean | null;
	/** Empty when there is nothing to do. */
	advice: string;
}
