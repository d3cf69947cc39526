import { isObject } from '../../cipp/body';
import { attempt } from '../../cipp/attempt';
import { CippFailure } from '../../cipp/failure';
import { readRows, type Row } from '../../cipp/rows';
import type { Send } from '../../cipp/request';

/** Where newer CIPP versions show how far an offboarding is that runs at once (docs/cipp.md, An offboarding). */
export interface Deployment {
	id: string;
	/** What it showed at the last look. */
	seen: string;
	/** Looks in a row that showed the same. */
	repeats: number;
}

export const deploymentOf = (id: string): Deployment => ({ id, seen: '', repeats: 0 });

/** One person's progress. */
export interface Progress {
	user: string;
	taskId: string;
	/** In the words of the task list. Null where CIPP ended it and shows no step: only the task list tells why. */
	state: 'Pending' | 'Processing' | 'Completed' | null;
	/** CIPP's sentences of the steps that have ended, in order. */
	said: string[];
	/** Changes with every step. */
	mark: string;
}

/**
 * Everyone's progress.
 *
 * @returns null when this CIPP has no such list, or does not show it to this client
 * @throws {CippFailure} when CIPP cannot tell right now
 */
export async function readProgress(send: Send, id: string): Promise<Progress[] | null> {
	const { value: rows, error } = await attempt(
		readRows(send, {
			method: 'GET',
			endpoint: 'ListOffboardingProgress',
			query: { DeploymentId: id },
			fresh: true,
		}),
	);
	if (error instanceof CippFailure && [400, 403, 404].includes(error.answer.status)) return null;
	if (error) throw error;
	return rows.map(progressOf);
}

function progressOf(row: Row): Progress {
	const steps = (Array.isArray(row.Steps) ? row.Steps.filter(isObject) : []).filter(
		// What is sent after the steps is none of them.
		({ Kind }) => Kind !== 'notify',
	);
	return {
		user: String(row.Name ?? ''),
		taskId: String(row.TaskId ?? ''),
		state: stateOf(row, steps),
		said: steps.filter(hasEnded).flatMap(sentencesOf),
		mark: JSON.stringify([row.Status, steps.map(({ Status }) => Status)]),
	};
}

/** `succeeded` and `failed` are CIPP's words for the steps; either way it has ended. */
function stateOf({ Status }: Row, steps: Row[]): Progress['state'] {
	if (Status === 'queued') return 'Pending';
	if (Status !== 'succeeded' && Status !== 'failed') return 'Processing';
	return steps.some(hasEnded) ? 'Completed' : null;
}

const hasEnded = ({ Status }: Row): boolean => Status === 'succeeded' || Status === 'failed';

/** A step's message holds a line for each sentence; an exception is one sentence, however long. */
function sentencesOf({ Message }: Row): string[] {
	const text = String(Message ?? '');
	if (/^Failed to execute /.test(text)) return [text];
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
