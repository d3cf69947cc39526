/** Whether a run meets one of the targets that the project has set itself. */
export interface Verdict {
	target: string;
	measured: string;
	met: boolean;
}
