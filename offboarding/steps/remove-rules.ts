import { namesIn } from './vocabulary/before';
import { onOff } from './vocabulary/kinds';
import { none } from './vocabulary/proof';
import { step } from './vocabulary/step';
import { takesAll } from './vocabulary/will';
import type { Snapshot } from '../person/snapshot-shape';

const rules = ({ inboxRules }: Snapshot) => inboxRules;

export const removeRules = step('RemoveRules', {
	label: 'Remove Inbox Rules',
	help: 'Whether to delete all inbox rules. They cannot be brought back.',
	place: 170,
	field: onOff,
	// Where someone must be out now, rules may be evidence of where mail went.
	profiles: { immediate: false, litigation: false },

	command: 'Remove-CIPPMailboxRule',
	done: [/^Successfully deleted all rules for /, /^No rules found for /],
	failed: [/^Failed to delete rules? for /],

	before: namesIn(rules, 'inbox rule', ({ name }) => name),
	will: takesAll('deletes', rules, 'inbox rule', ({ name }) => name),

	isTrue: async ({ state }) => none(await state.inboxRules(), 'inbox rule', 'Name'),
});
