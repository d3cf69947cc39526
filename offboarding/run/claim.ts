import { deletionIn } from '../order/order';
import type { Step } from '../steps';
import { namesLeft } from '../steps/reading/said';
import { askedOf, type Claim } from '../steps/vocabulary/step';
import type { Leaver } from './leaver';

/** What has to be true of one step once a leaver's offboarding is done. */
export function claimOn(step: Step, { account, options, task, direct }: Leaver): Claim {
	const said = [...(task?.said ?? []), ...(direct?.[step.name]?.said ?? [])];
	return {
		account,
		asked: askedOf(step, options),
		left: namesLeft(step, said),
		isToBeDeleted: deletionIn(options) !== undefined,
	};
}
