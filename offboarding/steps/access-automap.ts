import { allHold, delegatesBefore, namesOf, withoutAutomapping } from './vocabulary/delegates';
import { severalPeople } from './vocabulary/kinds';
import { step } from './vocabulary/step';

export const accessAutomap = step('AccessAutomap', {
	label: 'Mailbox Access',
	help: 'Who gets full access to the mailbox, shown in their Outlook by itself. Separate several with commas.',
	place: 120,
	field: severalPeople('e.g. manager@contoso.com, hr@contoso.com'),

	command: 'Set-CIPPMailboxAccess',
	done: [/^Granted .* FullAccess to .* with automapping True/],
	failed: [/^Failed to Add FullAccess for /i],

	before: delegatesBefore,
	will: (_snapshot, { value: people }) =>
		`gives ${namesOf(people)} full access to the mailbox, shown in Outlook by itself`,

	isTrue: allHold('FullAccess', withoutAutomapping),
});
