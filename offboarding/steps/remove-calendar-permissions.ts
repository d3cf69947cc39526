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
	done: [/^Removed .* from calendar /, /^No calendar permissions found for .* in cached data/],
	failed: [
		/^Failed to remove .* from calendar /,
		/^Failed to query calendar permissions from cache/,
		/^Could not remove calendar permissions for /,
	],

	before: ({ calendarsOfOthers }) =>
		heldElsewhere(calendarsOfOthers, 'calendar of others', 'calendars of others'),
	will: ({ calendarsOfOthers }) => takenElsewhere(calendarsOfOthers, 'calendar', 'calendars'),
	needs: ['calendarsOfOthers'],
	fromReport: 'calendarsOfOthers',

	isTrue: async ({ state }) =>
		await noneElsewhere(
			'calendar',
			await state.calendarsElsewhere(),
			async (calendar) => await state.calendarRightsHeldIn(calendar),
		),
});
