import { stepsAsShown, type Step } from '../../offboarding/steps';
import type { Modifier } from '../../offboarding/steps/vocabulary/kinds';
import { choices, multiline, text, toggle, type DeclaredField } from '../vocabulary';

/** The steps of an offboarding, as ExecOffboardUser takes them. */
export const offboardingSteps = (): DeclaredField[] =>
	stepsAsShown.flatMap((step) => [fieldOf(step), ...modifierOf(step.field.modifier)]);

function fieldOf(step: Step): DeclaredField {
	const { name, label, field } = step;
	const { editor, placeholder } = field;
	const rest = { ...(placeholder === undefined ? {} : { placeholder }), help: helpFor(step) };
	switch (editor) {
		case 'switch':
			return toggle(label, name, rest);
		case 'html':
			return multiline(label, name, rest);
		case 'person':
			return text(label, name, { form: 'labelValue', ...rest });
		case 'people':
			return text(label, name, { form: 'labelValues', ...rest });
	}
}

/** A CIPP that does not know an option passes over it in silence. */
const helpFor = ({ help, since }: Step): string =>
	since ? `${help.replace(/\.$/, '')}. Needs CIPP ${since} or newer.` : help;

const modifierOf = (modifier: Modifier | undefined): DeclaredField[] =>
	modifier ? [toggle(modifier.label, modifier.option, { help: modifier.help })] : [];

export const notifyOfResult = (): DeclaredField =>
	choices(
		'Notify Through',
		'PostExecution',
		[
			{ value: 'email', label: 'Email' },
			{ value: 'psa', label: 'PSA Ticket' },
			{ value: 'webhook', label: 'Webhook' },
		],
		{
			help: 'Where CIPP sends the result by itself, as set up in its notification settings',
		},
	);
