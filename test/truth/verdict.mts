import type { EngineResult } from '../engine/engine.mts';
import type { Recording } from './recordings.mts';

/** What someone who looks at the node after the run takes it for. */
export type Verdict = 'green' | 'red' | 'queued' | 'neither';

/** No error, and no item that says of itself that it is not done. */
export function verdictOf({ error, json }: EngineResult, effect: Recording['effect']): Verdict {
	if (error) return 'red';
	if (effect === 'read') return 'green';
	const states = json.map(({ status }) => status).filter((status) => typeof status === 'string');
	if (states.includes('queued')) return 'queued';
	const isDoubted = json.some((item) => 'verified' in item && item.verified !== true);
	const isOther = states.some((state) => /partial|fail|unknown|error/i.test(state));
	return isDoubted || isOther ? 'neither' : 'green';
}

/** Undefined when the verdict goes with what happened, or nobody can ask for more. */
export function disagreement(recording: Recording, verdict: Verdict): string | undefined {
	const { truth, arguable } = recording;
	if (arguable) return undefined;
	const isNot = truth === 'not done' || truth === 'not read';
	if (verdict === 'green' && (isNot || truth === 'partly')) return 'green and not done';
	if (verdict === 'queued' && truth === 'not done') return 'queued and not done';
	if (verdict === 'green' && truth === 'queued') return 'queued, shown as done';
	if (verdict === 'red' && (truth === 'done' || truth === 'read')) return 'red and done';
	return undefined;
}
