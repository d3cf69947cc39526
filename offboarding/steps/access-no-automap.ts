import { allHold, delegatesBefore, namesOf, withoutAutomapping } from './vocabulary/delegates';
import { severalPeople } from './vocabulary/kinds';
import { step } from './vocabulary/step';

export const accessNoAutomap = step('AccessNoAutomap', {
	label: 'Mailbox Access Without Automapping',
	help: 'Who gets full access to the mailbox and adds it to Outlook by hand. Separate several with commas.',
	place: 130,
	field: severalPeople('e.g. manager@contoso.com'),

	command: 'Set-CIPPMailboxAccess',
	done: [/^Granted .* FullAccess to .* with automapping False/],
	failed: [/^Failed to Add FullAccess for /i],

	before: delegatesBefore,
	will: (_snapshot, { value: people }) =>
		`gives ${namesOf(people)} full access to the mailbox, not shown in Outlook by itself`,

	isTrue: allHold('FullAccess', withoutAutomapping),
});
