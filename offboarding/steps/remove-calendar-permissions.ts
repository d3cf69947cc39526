import { heldElsewhere, noneElsewhere, takenElsewhere } from './vocabulary/elsewhere';
import { onOff } from './vocabulary/kinds';
import { step } from './vocabulary/step';

export const removeCalendarPermissions = step('removeCalendarPermissions', {
	label: 'Remove Calendar Permissions',
	help: "Whether to remove the person's access to other calendars, as far as CIPP's cached report knows them",
	place: 210,
	field: onOff,
	profiles: { standard: true, immediate: true, contractor: true },

	command: 'Remove-CIPPCalendarPermissions',
	done: [
		/^Removed .* from calendar /,
		/^No calendar permissions found for .* in cached data/,
		// Somebody took it away since CIPP's last sync.
		/^Failed to remove .* from calendar .*There is no existing permission entry found for user/,
	],
	failed: [
		/^Failed to remove (?!.*There is no existing permission entry found).* from calendar /,
		/^Failed to query calendar permissions from cache/,
		/^Could not remove calendar permissions for /,
	],

	before: ({ calendarsOfOthers }) =>
		heldElsewhere(calendarsOfOthers, 'calendar of others', 'calendars of others'),
	will: ({ calendarsOfOthers }) => takenElsewhere(calendarsOfOthers, 'calendar', 'calendars'),
	needs: ['calendarsOfOthers'],
	fromReport: 'calendarsOfOthers',
	placeIn: [/ from calendar ([^\s:]+@[^\s:]+)/],

	isTrue: noneElsewhere('calendar', 'calendarsOfOthers'),
});
