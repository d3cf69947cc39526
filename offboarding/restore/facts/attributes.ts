import { isRead } from '../../person/part';
import type { Profile } from '../../person/snapshot-shape';
import { fact } from '../fact';
import { either, someNamed, someOf, text } from '../../rules';

/** What Graph lets be set, in the order in which it is named. The mail addresses are Exchange's. */
export const restorableAttributes = [
	'displayName',
	'givenName',
	'surname',
	'jobTitle',
	'department',
	'companyName',
	'officeLocation',
	'city',
	'country',
	'usageLocation',
	'employeeId',
	'employeeType',
	'mobilePhone',
	'businessPhones',
	'otherMails',
	'preferredLanguage',
];

/** All that are to be set go in one request. Before the licences, which need a usage location. */
export const attributes = fact({
	name: 'attributes',
	part: 'attributes',
	called: 'attributes',
	wanted: someNamed(restorableAttributes, either(someOf(text), text)),
	before: ({ user, profile }) =>
		isRead(profile) ? { displayName: user.displayName, ...profile } : profile,
	// A deleted account comes back with its attributes.
	entries: (before, { target }) => (target.exists ? [ofThese(restorableAttributes, before)] : []),
	now: async (here, wanted) => await here.one(`?$select=${Object.keys(wanted).join(',')}`),
	isSo: (wanted, now) => different(wanted, now).length === 0,
	missing: (wanted, now) => ofThese(different(wanted, now), wanted),
	obstacle: (wanted, { snapshot }) =>
		snapshot.user.isSynced
			? {
					what: namesOf(wanted),
					why: 'the local Active Directory holds the attributes of a synced account',
					instead: 'Set them there.',
				}
			: null,
	request: (wanted, { id }) => ({ endpoint: 'PatchUser', body: [{ id, ...wanted }] }),
	what: (wanted) => `sets ${namesOf(wanted)} as they were`,
	why: () => 'they have been changed since',
	read: (now, wanted) => {
		const others = different(wanted, now);
		return others.length === 0 ? 'they are as they were' : `different: ${others.join(', ')}`;
	},
});

const namesOf = (wanted: Profile): string => Object.keys(wanted).join(', ');

/** Attributes that were empty stay as they are. */
function ofThese(names: string[], before: Profile): Profile {
	const kept = names.filter((name) => before[name] !== undefined);
	return Object.fromEntries(kept.map((name) => [name, before[name]]));
}

const different = (wanted: Profile, now: Record<string, unknown>): string[] =>
	Object.keys(wanted).filter((name) => comparable(now[name]) !== comparable(wanted[name]));

/** Lists of numbers and addresses have no order of their own. */
const comparable = (value: unknown): string =>
	JSON.stringify(Array.isArray(value) ? value.map(String).sort() : (value ?? ''));
