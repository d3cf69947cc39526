import { isEmptyHtml } from '../steps/vocabulary/kinds';
import { steps, stepsAsShown, type Step, type StepName, type StepOptions } from '../steps';

export type { LabelValue } from '../steps/vocabulary/kinds';

/** The body of ExecOffboardUser (docs/cipp.md, An offboarding), without the people. */
export interface OffboardingOptions extends StepOptions {
	/** Belongs to `forward`. */
	KeepCopy?: boolean;
	/** `date` in unix seconds. */
	Scheduled?: { enabled: boolean; date: number };
	PostExecution?: { webhook?: boolean; email?: boolean; psa?: boolean };
	reference?: string;
}

/** The steps that an order asks for, in the order in which CIPP runs them. */
export function askedSteps(options: OffboardingOptions): Step[] {
	return steps.filter((step) => isAskedIn(options, step));
}

/** The same in the order in which people see them. */
export function shownSteps(options: OffboardingOptions): Step[] {
	return stepsAsShown.filter((step) => isAskedIn(options, step));
}

const isAskedIn = (options: OffboardingOptions, { name }: { name: StepName }): boolean =>
	isAsked(options[name]);

function isAsked(value: unknown): boolean {
	if (typeof value === 'string') return !isEmptyHtml(value);
	if (Array.isArray(value)) return value.length > 0;
	return value !== undefined && value !== null && value !== false;
}

/** Without what is there and asks for nothing, such as a reply without a word, which CIPP would switch on. */
export function withoutUnasked(options: OffboardingOptions): OffboardingOptions {
	const unasked = steps.filter((step) => !isAskedIn(options, step)).map(({ name }) => name);
	return Object.fromEntries(
		Object.entries(options).filter(([name]) => !unasked.includes(name as StepName)),
	);
}

/** The step that deletes the account; undefined where none is asked for. */
export const deletionIn = (options: OffboardingOptions): Step | undefined =>
	askedSteps(options).find(({ ends }) => ends?.includes('account'));

/** Whether CIPP does a part of it in a second task, after the offboarding itself has ended. */
export const needsSecondTask = (options: OffboardingOptions): boolean =>
	askedSteps(options).some(({ laterTask }) => laterTask !== undefined);

/** When the work begins; null for at once. */
export function scheduledFor(options: OffboardingOptions): Date | null {
	return options.Scheduled?.enabled ? new Date(options.Scheduled.date * 1_000) : null;
}
