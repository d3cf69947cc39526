import { timeOf } from '../person/account';
import { onOff } from './vocabulary/kinds';
import { endsWithAccount, newer } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const revokeSessions = step('RevokeSessions', {
	label: 'Revoke Sessions',
	help: 'Whether to end all sign-ins. Apps notice within about an hour.',
	place: 20,
	field: onOff,
	profiles: { standard: true, immediate: true, contractor: true, litigation: true },

	command: 'Revoke-CIPPSessions',
	done: [/^Successfully revoked sessions for /],
	failed: [/^Failed to revoke sessions for /],
	// Microsoft's order for an emergency: a new sign-in must fail before the old ones are ended.
	lockOut: 3,
	atOnce: ({ tenantFilter, account: { id, userPrincipalName } }) => ({
		method: 'POST',
		endpoint: 'ExecRevokeSessions',
		body: { tenantFilter, id, Username: userPrincipalName },
	}),

	before: ({ user }) => `sign-ins valid from ${user.sessionsValidFrom ?? 'an unknown time'}`,
	will: () => 'signs the person out everywhere',

	comparedWith: 'sessionsValidFrom',
	isTrue: async ({ now, account: { sessionsValidFrom: before } }) => {
		const validFrom = timeOf(now.signInSessionsValidFromDateTime);
		return newer(validFrom, before, 'sign-ins are valid from');
	},
	whenDeleted: endsWithAccount('nobody can sign in with it'),
});
