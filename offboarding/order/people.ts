import type { Step } from '../steps';
import { askedOf } from '../steps/vocabulary/step';
import { shownSteps, type OffboardingOptions } from './order';

/** Someone who is to get something of the leaver's. */
export interface NamedPerson {
	step: Step;
	/** User principal name or object ID, as it was given. */
	value: string;
}

/** Everyone whom an order names beside those who leave. */
export function peopleNamedIn(options: OffboardingOptions): NamedPerson[] {
	return shownSteps(options).flatMap((step) =>
		step.field.people(askedOf(step, options).value).map(({ value }) => ({ step, value })),
	);
}
