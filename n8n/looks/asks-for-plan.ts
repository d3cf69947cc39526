import { isObject } from '../../cipp/body';
import type { ItemParameters } from '../context';

/** Whether an item only asks what would change. */
export function asksForPlan(parameters: ItemParameters, index: number): boolean {
	const options = parameters.getNodeParameter('options', index, {});
	return isObject(options) && options.whatWouldChange === true;
}
