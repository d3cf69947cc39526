import { onOff } from './vocabulary/kinds';
import { denied, verdict } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const clearImmutableId = step('ClearImmutableId', {
	label: 'Clear Immutable ID',
	help: 'Whether to cut the link to an on-premises account. CIPP restores a deleted synced account in order to do this.',
	place: 230,
	field: onOff,
	profiles: { litigation: false },

	command: 'Clear-CIPPImmutableID',
	done: [
		/^Successfully cleared immutable ID for user /i,
		/does not have an ImmutableID set or it is already cleared/i,
		/^Scheduled Immutable ID clear task/i,
		/^Successfully added task: Clear Immutable ID: /,
	],
	failed: [/^Failed to (clear|schedule) immutable ID/i],

	before: ({ user }) => (user.hasImmutableId ? 'immutable ID set' : 'no immutable ID'),
	will: ({ user }) => {
		if (!user.hasImmutableId) return 'has no immutable ID';
		return user.isSynced
			? 'plans to clear the immutable ID once the account is no longer synced'
			: 'clears the immutable ID';
	},
	warns: ({ account, isToBeDeleted }) =>
		account.isSynced && isToBeDeleted
			? 'CIPP restores a deleted synced account in order to clear its immutable ID.'
			: null,

	isTrue: async ({ now, account }) => {
		const isCleared = !now.onPremisesImmutableId;
		if (!isCleared && account.isSynced) {
			return denied(
				'onPremisesImmutableId is still set: CIPP clears it only after the account is no longer synced',
			);
		}
		return verdict(isCleared, `onPremisesImmutableId is ${isCleared ? 'empty' : 'still set'}`);
	},
});
