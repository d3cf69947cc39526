import { isRead } from '../person/part';
import { forwardingBefore } from './vocabulary/before';
import { onOff } from './vocabulary/kinds';
import { verdict } from './vocabulary/proof';
import { step } from './vocabulary/step';
import { unknown } from './vocabulary/will';

export const disableForwarding = step('disableForwarding', {
	label: 'Disable Forwarding',
	help: 'Whether to switch off any forwarding that is set on the mailbox now',
	place: 100,
	field: onOff,
	profiles: { immediate: true, contractor: true, litigation: false },
	hasNoDefault: true,

	command: 'Set-CIPPForwarding',
	done: [/^Disabling forwarding for /, /^Successfully disabled forwarding for /],
	failed: [/^Failed to (set|disable) forwarding for /],

	before: forwardingBefore,
	will: ({ mailbox }) => {
		if (!isRead(mailbox)) return unknown('ends forwarding', mailbox);
		return mailbox.forwarding
			? `ends forwarding to ${mailbox.forwarding.to}`
			: 'mail is not forwarded, nothing to end';
	},

	isTrue: async ({ state }) => {
		const target = String((await state.mailbox()).ForwardingAddress ?? '');
		return verdict(
			target === '',
			target ? `mail still goes to ${target}` : 'mail is not forwarded',
		);
	},
});
