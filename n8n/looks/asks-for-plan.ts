import { isObject } from '../../cipp/body';
import type { ItemParameters } from '../context';
import { readSwitch } from '../reading/numbers';

/** Whether an item only asks what would change. */
export function asksForPlan(parameters: ItemParameters, index: number): boolean {
	const options = parameters.getNodeParameter('options', index, {});
	if (!isObject(options) || !Object.hasOwn(options, 'whatWouldChange')) return false;
	// Read as anything else than yes or no, the change would be made.
	return readSwitch(options.whatWouldChange, 'What Would Change');
}
