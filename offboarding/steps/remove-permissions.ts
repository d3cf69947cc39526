import { heldElsewhere, noneElsewhere, takenElsewhere } from './vocabulary/elsewhere';
import { onOff } from './vocabulary/kinds';
import { step } from './vocabulary/step';

export const removePermissions = step('removePermissions', {
	label: 'Remove Mailbox Permissions',
	help: "Whether to remove the person's access to other mailboxes, as far as CIPP's cached report knows them",
	place: 200,
	field: onOff,
	profiles: { standard: true, immediate: true, contractor: true },

	command: 'Remove-CIPPMailboxPermissions',
	done: [
		/^Removed .*permissions for .* from .*mailbox/i,
		/were already removed or don't exist/,
		/^No mailbox permissions found for .* in cached data/,
	],
	failed: [
		/^Could not remove mailbox permissions for /,
		/^Failed to remove permissions from .* for /,
	],

	before: ({ mailboxesOfOthers }) =>
		heldElsewhere(mailboxesOfOthers, 'mailbox of others', 'mailboxes of others'),
	will: ({ mailboxesOfOthers }) => takenElsewhere(mailboxesOfOthers, 'mailbox', 'mailboxes'),
	needs: ['mailboxesOfOthers'],
	fromReport: 'mailboxesOfOthers',

	isTrue: async ({ state }) =>
		await noneElsewhere(
			'mailbox',
			await state.mailboxesElsewhere(),
			async (mailbox) => await state.mailboxRightsHeldIn(mailbox),
		),
});
