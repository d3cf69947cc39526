import { assignTeamsNumber, unassignTeamsNumber } from '../commands/teams-numbers.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { read, valueText } from '../loose-json.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { attempted, placeFor } from './account.mts';

export const teamsNumberEndpoints: Endpoint[] = [
	{
		name: 'ExecTeamsVoicePhoneNumberAssignment',
		role: 'Teams.Voice.ReadWrite',
		answer: assign,
	},
	{
		name: 'ExecRemoveTeamsVoicePhoneNumberAssignment',
		role: 'Teams.Voice.ReadWrite',
		answer: (call) => {
			const text = (name: string) => valueText(read(call.body, name));
			return attempted(500, () =>
				unassignTeamsNumber(placeFor(call), {
					number: text('PhoneNumber'),
					type: text('PhoneNumberType'),
					assignedTo: text('AssignedTo'),
				}),
			);
		},
	},
];

/** Only submitted: Microsoft does it later. A failure is a 403 with Microsoft's words alone. */
function assign(call: Call): Answer {
	const { body } = call;
	// Only .value is read here.
	const target = valueText(read(read(body, 'input'), 'value'));
	const number = valueText(read(body, 'PhoneNumber'));
	if (read(body, 'locationOnly'))
		return ok({ Results: `Successfully assigned emergency location to ${number}` });
	try {
		const type = valueText(read(body, 'PhoneNumberType'));
		return ok({ Results: assignTeamsNumber(placeFor(call), { number, type, target }) });
	} catch (error) {
		if (error instanceof MicrosoftError) return failed(403, { Results: error.message });
		throw error;
	}
}
