import type { Status } from '../../cipp/outcome';
import type { StepName } from '../steps';
import type { Verdict } from './verdict';

/** One step: what was asked, what CIPP said, what is true, and what that amounts to. */
export interface StepReport {
	step: StepName;
	label: string;
	asked: unknown;
	/** CIPP's own sentences; empty when it never mentioned the step. */
	said: string[];
	outcome: Status;
	/** True or false as read from the tenant; null when it cannot be read. */
	verified: boolean | null;
	/** The same in the words of a verification; null until someone has looked. Left out by earlier versions. */
	verdict?: Verdict | null;
	/** What was read, or why it could not be. */
	read: string;
	advice?: string;
	/** When it was done at once, past CIPP's job, or by an earlier one. ISO. */
	at?: string;
}
