import { nextQuarter } from '../order/local-time';

/** What a task of CIPP is really up to, which CIPP's own words do not tell. */
export type TaskPhase =
	/** Its time has not come. */
	| 'waiting for its time'
	/** Its time has come, and CIPP has not begun. */
	| 'queued'
	| 'running'
	/** CIPP has stopped working on it. That says nothing about whether it worked. */
	| 'finished'
	/** CIPP could not even begin: nothing was done. */
	| 'could not start'
	/** It should have gone on long ago. */
	| 'stuck';

export interface TaskTiming {
	phase: TaskPhase;
	/** When CIPP takes it up: its time, moved to the next quarter of an hour. Null where it has no time. */
	expectedStart: string | null;
	/** Minutes since it should have begun or ended; 0 while it is in time. */
	overdueBy: number;
	/** Warns before it counts as stuck, and hours before CIPP starts it again. */
	isStalled: boolean;
	/** When CIPP takes up again what it holds for lost, so that all steps run twice. Null where it does not. */
	rerunsAt: string | null;
}

interface Timed {
	/** CIPP's own word. */
	state: string;
	scheduledFor: string | null;
	/** When CIPP last wrote the row. */
	lastChange: string | null;
}

const minutes = 60_000;
/** How long each state usually takes at most, when it counts as stuck, and when CIPP tries again. */
const patience = {
	planned: { usual: 5 * minutes, stuck: 35 * minutes, rerun: null },
	pending: { usual: 10 * minutes, stuck: 30 * minutes, rerun: 60 * minutes },
	running: { usual: 30 * minutes, stuck: 60 * minutes, rerun: 240 * minutes },
};

/** Says what a task is up to at a moment. */
export function timingOf(task: Timed, now: Date): TaskTiming {
	const due = task.scheduledFor ? Date.parse(task.scheduledFor) : null;
	const expectedStart = due === null ? null : nextQuarter(due);
	const settled = (phase: TaskPhase): TaskTiming => ({
		phase,
		expectedStart: iso(expectedStart),
		overdueBy: 0,
		isStalled: false,
		rerunsAt: null,
	});
	switch (task.state) {
		case 'Completed':
			return settled('finished');
		case 'Failed':
			return settled('could not start');
		case 'Pending':
			return since(patience.pending, lastChange(task, due), 'queued');
		case 'Running':
		case 'Processing':
			return since(patience.running, lastChange(task, due), 'running');
		default:
			if (due !== null && now.getTime() < due) return settled('waiting for its time');
			return since(patience.planned, expectedStart, 'queued');
	}

	function since(
		{ usual, stuck, rerun }: (typeof patience)['planned' | 'pending' | 'running'],
		start: number | null,
		phase: TaskPhase,
	): TaskTiming {
		if (start === null) return settled(phase);
		const passed = now.getTime() - start;
		return {
			phase: passed > stuck ? 'stuck' : phase,
			expectedStart: iso(expectedStart),
			overdueBy: Math.max(0, Math.floor((passed - usual) / minutes)),
			isStalled: passed > usual,
			rerunsAt: rerun === null ? null : new Date(start + rerun).toISOString(),
		};
	}
}

function lastChange({ lastChange: text }: Timed, due: number | null): number | null {
	const time = Date.parse(text ?? '');
	return Number.isNaN(time) ? due : time;
}

const iso = (time: number | null): string | null =>
	time === null ? null : new Date(time).toISOString();
