import { attempt } from '../../cipp/attempt';
import { timeOf } from '../person/account';
import { CannotRead } from '../person/state-reader';
import { onOff } from './vocabulary/kinds';
import { denied, gone, proven } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const deleteUser = step('DeleteUser', {
	label: 'Delete User',
	help: 'Whether to delete the account at the end. It can be restored for 30 days.',
	place: 240,
	field: onOff,
	profiles: { standard: false, immediate: false, contractor: false, litigation: false },

	command: 'Remove-CIPPUser',
	done: [/^Successfully deleted user with ID: /],
	failed: [/^Failed to delete user with ID: /],

	before: () => 'account exists',
	will: () => 'deletes the account; it can be restored for 30 days',
	synced: {
		says: 'The next sync brings a deleted synced account back',
		cure: 'Delete it in the local Active Directory, or take it out of the sync.',
	},

	isTrue: async () => denied('the account still exists'),
	whenDeleted: async ({ state, account }) => {
		const { value: items, error } = await attempt(state.deletedItems());
		if (error instanceof CannotRead) {
			return proven(`${gone} (deleted users could not be read: ${error.message})`);
		}
		if (error) throw error;
		const item = items.find((row) => row.id === account.id);
		return item
			? proven(`in the deleted users since ${timeOf(item.deletedDateTime) ?? 'an unknown time'}`)
			: proven(`${gone}, and is not among the deleted users either`);
	},
	ends: ['account', 'sign-in', 'licences'],
});
