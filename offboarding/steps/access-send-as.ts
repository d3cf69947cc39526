import { allHold, delegatesBefore, namesOf } from './vocabulary/delegates';
import { severalPeople } from './vocabulary/kinds';
import { step } from './vocabulary/step';

export const accessSendAs = step('AccessSendAs', {
	label: 'Send As',
	help: 'Who may send mail in the name of the person, as if it came from them. Separate several with commas. CIPP before 10.9 leaves it out, and the report says so.',
	place: 134,
	field: severalPeople('e.g. manager@contoso.com'),
	since: '10.9',

	command: 'Set-CIPPMailboxAccess',
	done: [/^Granted .* SendAs permissions to /],
	failed: [/^Failed to Add SendAs for /i],

	before: delegatesBefore,
	will: (_snapshot, { value: people }) => `lets ${namesOf(people)} send mail as the person`,

	isTrue: allHold('SendAs'),
});
