import { isRead } from '../person/part';
import { of } from './vocabulary/before';
import { namesOf } from './vocabulary/delegates';
import { isAddress, severalPeople } from './vocabulary/kinds';
import { notReadable } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const onedriveAccess = step('OnedriveAccess', {
	label: 'OneDrive Access',
	help: 'Who becomes an admin of the OneDrive, by user principal name. Separate several with commas.',
	place: 140,
	// SharePoint builds the permission from the name, so an object ID grants nothing.
	field: severalPeople('e.g. manager@contoso.com', { fits: isAddress }),

	command: 'Set-CIPPSharePointPerms',
	done: [/^Successfully added .* as a site collection admin of /],
	failed: [/^Failed to change access for /, /^Failed to process SharePoint permissions/],

	before: of('oneDrive', ({ url }) => `${url}, admins not known`),
	will: ({ oneDrive }, { value: people }) =>
		`makes ${namesOf(people)} admin of ${isRead(oneDrive) ? oneDrive.url : 'the OneDrive'}`,

	isTrue: async () => notReadable('CIPP has no reading that shows the admins of a OneDrive'),
});
