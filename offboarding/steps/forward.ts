import { isRead } from '../person/part';
import { forwardingBefore } from './vocabulary/before';
import { onePerson } from './vocabulary/kinds';
import { verdict } from './vocabulary/proof';
import { isSamePerson } from './vocabulary/same-person';
import { step } from './vocabulary/step';

export const forward = step('forward', {
	label: 'Forward Mail To',
	help: 'Address in the same tenant that gets new mail. Empty leaves forwarding as it is.',
	place: 90,
	field: onePerson('e.g. manager@contoso.com', {
		takesRecipients: true,
		modifier: {
			option: 'KeepCopy',
			shownAs: 'keepCopy',
			label: 'Keep a Copy',
			help: 'Whether forwarded mail also stays in the mailbox. Only together with Forward Mail To.',
		},
	}),

	command: 'Set-CIPPForwarding',
	done: [/^Successfully set forwarding for /],
	failed: [/^Failed to set forwarding for /],

	before: forwardingBefore,
	will: ({ mailbox }, { value: target, modifier: keepsCopy }) => {
		const now = isRead(mailbox) ? mailbox.forwarding?.to : undefined;
		const instead = now ? ` instead of ${now}` : '';
		return `forwards mail to ${target.value}${instead}, ${keepsCopy ? 'keeping a copy' : 'keeping no copy'}`;
	},

	isTrue: async ({ state, asked }) => {
		const { ForwardingAddress, ForwardAndDeliver } = await state.mailbox();
		const target = String(ForwardingAddress ?? '');
		const keepsCopy = ForwardAndDeliver === true;
		return verdict(
			(await isSamePerson(state, target, asked.value)) && keepsCopy === asked.modifier,
			`mail goes to ${target || 'nobody else'}, a copy is ${keepsCopy ? '' : 'not '}kept`,
		);
	},
});
