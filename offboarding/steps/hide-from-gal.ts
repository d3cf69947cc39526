import { isRead } from '../person/part';
import { of } from './vocabulary/before';
import { onOff } from './vocabulary/kinds';
import { verdict } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const hideFromGal = step('HideFromGAL', {
	label: 'Hide From Address List',
	help: 'Whether to hide the mailbox from the global address list',
	place: 80,
	field: onOff,
	profiles: { standard: true, immediate: true, contractor: true },

	command: 'Set-CIPPHideFromGAL',
	done: [/^Successfully hidden .* from GAL/],
	failed: [/^Failed to set .* in GAL/],

	before: of('mailbox', ({ isHidden }) => (isHidden ? 'hidden' : 'in the address list')),
	will: ({ mailbox }) =>
		isRead(mailbox) && mailbox.isHidden
			? 'is hidden from the address list already'
			: 'hides the person from the address list',
	synced: {
		says: 'Whether the person shows in the address list is decided in the local Active Directory',
		cure: 'Set msExchHideFromAddressLists there.',
	},
	warns: ({ account }) =>
		account.isSynced
			? 'Hiding a synced account from the address list has to be done on-premises.'
			: null,

	isTrue: async ({ state }) => {
		const { HiddenFromAddressLists } = await state.mailbox();
		return verdict(
			HiddenFromAddressLists === true,
			`HiddenFromAddressLists is ${String(HiddenFromAddressLists)}`,
		);
	},
});
