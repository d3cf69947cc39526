import { allHold, delegatesBefore, namesOf } from './vocabulary/delegates';
import { severalPeople } from './vocabulary/kinds';
import { step } from './vocabulary/step';

export const accessSendOnBehalf = step('AccessSendOnBehalf', {
	label: 'Send On Behalf',
	help: 'Who may send mail on behalf of the person; whoever gets it sees both names. Separate several with commas. CIPP before 10.9 leaves it out, and the report says so.',
	place: 136,
	field: severalPeople('e.g. manager@contoso.com'),
	since: '10.9',

	command: 'Set-CIPPMailboxAccess',
	done: [/^Granted .* SendOnBehalf permissions to /],
	failed: [/^Failed to Add SendOnBehalf for /i],

	before: delegatesBefore,
	will: (_snapshot, { value: people }) =>
		`lets ${namesOf(people)} send mail on behalf of the person`,

	isTrue: allHold('SendOnBehalf'),
});
