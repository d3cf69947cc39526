import { lettersOf } from '../html-text';
import { isRead } from '../person/part';
import { of } from './vocabulary/before';
import { html } from './vocabulary/kinds';
import { denied, notReadable, verdict } from './vocabulary/proof';
import { step } from './vocabulary/step';

/** CIPP replaces its variables in whatever it sends to Exchange. */
const variable = /%\w+%/;

export const outOfOffice = step('OOO', {
	label: 'Out-of-Office Reply',
	help: 'Automatic reply as HTML, to people inside and outside. Empty leaves it as it is.',
	place: 110,
	field: html('e.g. <p>I no longer work here. Please write to info@contoso.com.</p>'),

	command: 'Set-CIPPOutOfOffice',
	done: [/^Set Out-of-office for .* to Enabled/i],
	failed: [/^Could not add OOO for /],

	before: of('automaticReply', ({ state }) => `automatic reply ${state.toLowerCase()}`),
	will: ({ automaticReply }) =>
		isRead(automaticReply) && automaticReply.state !== 'Disabled'
			? 'replaces the automatic reply that is on now'
			: 'switches the automatic reply on',

	isTrue: async ({ state: reader, asked }) => {
		const { AutoReplyState, InternalMessage, ExternalMessage } = await reader.automaticReply();
		const state = `AutoReplyState is ${String(AutoReplyState)}`;
		if (AutoReplyState !== 'Enabled') return denied(state);
		const isSame = [InternalMessage, ExternalMessage].every(
			(message) => lettersOf(String(message ?? '')) === lettersOf(asked.value),
		);
		if (!isSame && variable.test(asked.value)) {
			return notReadable(`${state}; CIPP has put its own words for the variables in the text`);
		}
		return verdict(
			isSame,
			`${state}, the texts for inside and outside are ${isSame ? '' : 'not '}the one asked for`,
		);
	},
});
