import {
	assignTeamsNumber,
	locateTeamsNumber,
	unassignTeamsNumber,
} from '../commands/teams-numbers.mts';
import type { Answer, Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { read, valueText } from '../loose-json.mts';
import { attempted, placeFor } from './attempt.mts';

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
	const type = valueText(read(body, 'PhoneNumberType'));
	return attempted(403, () =>
		read(body, 'locationOnly')
			? locateTeamsNumber(placeFor(call), number, target)
			: assignTeamsNumber(placeFor(call), { number, type, target }),
	);
}
