import { onOff } from './vocabulary/kinds';
import { notReadable } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const removeCalendarInvites = step('removeCalendarInvites', {
	label: 'Cancel Meetings',
	help: 'Whether to cancel all future meetings the person has called. They cannot be brought back.',
	place: 190,
	field: onOff,
	profiles: { contractor: true, litigation: false },

	command: 'Remove-CIPPCalendarInvites',
	done: [/^Successfully cancelled all calendar invites for /],
	failed: [/^Failed to cancel calendar invites for /],

	before: () => 'not known',
	will: () =>
		'cancels the meetings the person organised; CIPP cannot tell which, and they do not come back',

	isTrue: async () => notReadable('CIPP has no reading that shows whether meetings were cancelled'),
});
