import { fact } from '../fact';
import { address, named, optional, shape, word } from '../../rules';
import { grantsOfOthers, lacking, readOf, singly } from './rights';

/** The level of access to one calendar of someone else. */
export const rightsInCalendars = fact({
	name: 'calendarRights',
	part: 'calendars of others',
	called: 'calendars of others',
	wanted: shape({ calendar: address, right: word, folder: optional(named) }),
	before: (snapshot) => snapshot.calendarsOfOthers,
	entries: (before, { target }) =>
		grantsOfOthers(before, target).flatMap(({ place, rights, folder }) =>
			rights.map((right) => ({ calendar: place, right, ...(folder ? { folder } : {}) })),
		),
	now: async (here, { calendar }) => singly(await here.state.calendarRightsHeldIn(calendar)),
	isSo: ({ right }, held) => lacking([right], held).length === 0,
	request: ({ calendar, right, folder }, { userPrincipalName }) => ({
		endpoint: 'ExecModifyCalPerms',
		body: {
			userID: calendar,
			permissions: [
				{
					UserID: userPrincipalName,
					Modification: 'Add',
					PermissionLevel: right,
					// Found by the name it has in the language of its mailbox.
					FolderName: folder ?? 'Calendar',
				},
			],
		},
	}),
	what: ({ calendar, right }) => `gives ${right} in the calendar of ${calendar}`,
	why: (_wanted, from) => `${from.displayName} had it`,
	read: readOf,
});
