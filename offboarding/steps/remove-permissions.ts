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

	// Exchange answers the end of Send on Behalf with nothing, and so does CIPP.
	isSilent: true,

	before: ({ mailboxesOfOthers }) =>
		heldElsewhere(mailboxesOfOthers, 'mailbox of others', 'mailboxes of others'),
	will: ({ mailboxesOfOthers }) => takenElsewhere(mailboxesOfOthers, 'mailbox', 'mailboxes'),
	needs: ['mailboxesOfOthers'],
	fromReport: 'mailboxesOfOthers',
	placeIn: [
		/ (?:on|from) (\S+@\S+?)'s mailbox\b/,
		/^Could not remove mailbox permissions for (\S+@\S+?)\. Error: /,
	],

	isTrue: noneElsewhere('mailbox', 'mailboxesOfOthers'),
});
