import { isNewer } from '../../cipp/version';
import { askedSteps, type OffboardingOptions } from '../order/order';
import type { Step, StepName } from '../steps';
import type { Remark } from './remarks/remark';

/** First CIPP that leaves all but the deletion and OneDrive access out where it deletes the account. */
const deletesAlone = '10.10';
const besideDeletion: StepName[] = ['DeleteUser', 'OnedriveAccess'];

/** Whether it matters for an order which CIPP it is. */
export const dependsOnVersion = (options: OffboardingOptions): boolean =>
	askedSteps(options).some(({ since }) => since !== undefined) || leftOut(options).length > 0;

/** What a CIPP of this version would pass over without a word. */
export function remarksByVersion(options: OffboardingOptions, version: string): Remark[] {
	const unknown = askedSteps(options).filter(({ since }) => isNewer(since, version));
	const alone = isNewer(deletesAlone, version) ? [] : leftOut(options);
	return [...unknown.map((step) => droppedBy(step, version)), ...alone.map(leftOutRemark)];
}

const droppedBy = ({ name, label, since }: Step, version: string): Remark => ({
	code: 'droppedByVersion',
	step: name,
	message: `"${label}" needs CIPP ${since} or newer, and this one is ${version}: it drops the step without a word`,
	cure: 'Leave the step out, or update CIPP first.',
});

function leftOut(options: OffboardingOptions): Step[] {
	const asked = askedSteps(options);
	if (!asked.some(({ name }) => name === 'DeleteUser')) return [];
	return asked.filter(({ name }) => !besideDeletion.includes(name));
}

const leftOutRemark = ({ name, label }: Step): Remark => ({
	code: 'leftOutWithDeletion',
	step: name,
	message: `CIPP deletes the account and leaves "${label}" out`,
	cure: 'Offboard first and delete later, if the step matters.',
});
