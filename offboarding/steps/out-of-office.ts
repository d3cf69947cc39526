import { lettersOf } from '../html-text';
import { isRead } from '../person/part';
import { of } from './vocabulary/before';
import { html } from './vocabulary/kinds';
import { verdict } from './vocabulary/proof';
import { step } from './vocabulary/step';

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

	isTrue: async ({ state, asked }) => {
		const { AutoReplyState, InternalMessage, ExternalMessage } = await state.automaticReply();
		const isSame = [InternalMessage, ExternalMessage].every(
			(message) => lettersOf(String(message ?? '')) === lettersOf(asked.value),
		);
		return verdict(
			AutoReplyState === 'Enabled' && isSame,
			`AutoReplyState is ${String(AutoReplyState)}, the texts for inside and outside are ${isSame ? '' : 'not '}the one asked for`,
		);
	},
});
