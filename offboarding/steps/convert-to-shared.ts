import { isRead } from '../person/part';
import { of } from './vocabulary/before';
import { onOff } from './vocabulary/kinds';
import { verdict } from './vocabulary/proof';
import { step } from './vocabulary/step';
import { unknown } from './vocabulary/will';

export const convertToShared = step('ConvertToShared', {
	label: 'Convert to Shared Mailbox',
	help: 'Whether to turn the mailbox into a shared one, which needs no license up to 50 GB',
	place: 70,
	field: onOff,
	profiles: { standard: true, litigation: false },

	command: 'Set-CIPPMailboxType',
	done: [/^Successfully converted .* to a Shared mailbox/],
	failed: [/^Failed to convert .* to a Shared mailbox/],

	before: of('mailbox', ({ type }) => type),
	will: ({ mailbox }) => {
		if (!isRead(mailbox)) return unknown('turns the mailbox into a shared one', mailbox);
		return mailbox.type === 'SharedMailbox'
			? 'is a shared mailbox already'
			: `turns the mailbox (${mailbox.size ?? 'unknown size'} GB) into a shared one`;
	},
	needs: ['mailbox'],
	warns: ({ isToBeDeleted }) =>
		isToBeDeleted
			? 'The mailbox was to be shared and the account deleted: the shared mailbox goes with it.'
			: null,

	isTrue: async ({ state }) => {
		const { RecipientTypeDetails } = await state.mailbox();
		return verdict(
			RecipientTypeDetails === 'SharedMailbox',
			`RecipientTypeDetails is ${String(RecipientTypeDetails)}`,
		);
	},
});
