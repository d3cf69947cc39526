import { fact } from '../fact';
import { phoneNumber, shape, word } from '../../rules';

/** Microsoft assigns it a while after CIPP has submitted it. */
export const teamsNumber = fact({
	name: 'teamsNumber',
	part: 'teamsNumbers',
	called: 'Teams numbers',
	wanted: shape({ number: phoneNumber, type: word }),
	before: ({ teamsNumbers }) => teamsNumbers,
	entries: (before) => before,
	now: async (here) => {
		const rows = await here.state.teamsNumbers();
		return rows.map(({ TelephoneNumber }) => String(TelephoneNumber));
	},
	isSo: ({ number }, assigned) => assigned.includes(number),
	request: ({ number, type }, { userPrincipalName, displayName }) => ({
		endpoint: 'ExecTeamsVoicePhoneNumberAssignment',
		tenantAs: 'TenantFilter',
		body: {
			input: { value: userPrincipalName, label: displayName },
			PhoneNumber: number,
			PhoneNumberType: type.slice(0, 1).toLowerCase() + type.slice(1),
		},
	}),
	what: ({ number }) => `assigns ${number}`,
	why: () => 'it was assigned',
	read: (assigned, { number }) =>
		assigned.includes(number) ? 'the number is assigned' : 'the number is not assigned',
});
