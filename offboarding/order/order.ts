import { steps, type Step, type StepName } from '../steps/steps';

/** What CIPP takes as `{value, label}`; `value` is what counts. */
export interface LabelValue {
	value: string;
	label?: string;
}

/** The body of ExecOffboardUser (contract 5.1), without the people. */
export interface OffboardingOptions extends Partial<Record<SwitchName, boolean>> {
	/** HTML of the automatic reply. */
	OOO?: string;
	forward?: LabelValue;
	/** Belongs to `forward`. */
	KeepCopy?: boolean;
	AccessNoAutomap?: LabelValue[];
	AccessAutomap?: LabelValue[];
	OnedriveAccess?: LabelValue[];
	/** `date` in unix seconds. */
	Scheduled?: { enabled: boolean; date: number };
	PostExecution?: { webhook?: boolean; email?: boolean; psa?: boolean };
	reference?: string;
}

export type SwitchName = Exclude<StepName, ValueStep>;
type ValueStep = 'OOO' | 'forward' | 'AccessNoAutomap' | 'AccessAutomap' | 'OnedriveAccess';

/** The steps that an order asks for, in the order in which CIPP runs them. */
export function askedSteps(options: OffboardingOptions): Step[] {
	return steps.filter((step) => isAsked(options[step.name]));
}

function isAsked(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() !== '';
	if (Array.isArray(value)) return value.length > 0;
	return value !== undefined && value !== null && value !== false;
}

/** When the work begins; null for at once. */
export function scheduledFor(options: OffboardingOptions): Date | null {
	return options.Scheduled?.enabled ? new Date(options.Scheduled.date * 1_000) : null;
}
