import type { Snapshot } from '../person/snapshot-shape';
import { namesIn } from './vocabulary/before';
import { onOff } from './vocabulary/kinds';
import { none } from './vocabulary/proof';
import { step } from './vocabulary/step';
import { takesAll } from './vocabulary/will';

const numbers = ({ teamsNumbers }: Snapshot) => teamsNumbers;

export const removeTeamsPhoneDid = step('RemoveTeamsPhoneDID', {
	label: 'Remove Teams Phone Number',
	help: 'Whether to take away the Teams phone numbers',
	place: 220,
	field: onOff,
	profiles: { contractor: true },

	command: 'Remove-CIPPUserTeamsPhoneDIDs',
	done: [
		/^Successfully removed Teams Phone DID: /,
		/^Completed processing \d+ DIDs for user .* 0 failed/,
		/^No Teams Phone DIDs found /,
	],
	failed: [
		/^Failed to (remove|process) Teams Phone DIDs?/,
		/^Completed processing \d+ DIDs for user .* [1-9]\d* failed/,
	],

	before: namesIn(numbers, 'Teams number', ({ number }) => number),
	will: takesAll('takes back', numbers, 'Teams number', ({ number }) => number),

	isTrue: async ({ state }) => none(await state.teamsNumbers(), 'Teams number', 'TelephoneNumber'),
});
