import { timeOf } from '../person/account';
import { onOff } from './vocabulary/kinds';
import { newer } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const resetPassword = step('ResetPass', {
	label: 'Reset Password',
	help: 'Whether to set a new random password. It is hidden in the output unless you ask for it under Options.',
	place: 30,
	field: onOff,
	profiles: { standard: true, immediate: true, contractor: true, litigation: true },

	command: 'Set-CIPPResetPassword',
	done: [/^Successfully reset the password for /, /^Password reset accepted for /],
	failed: [/^Failed to reset password for /],
	lockOut: 2,
	givesPassword: true,
	atOnce: ({ tenantFilter, account: { id, displayName } }) => ({
		method: 'POST',
		endpoint: 'ExecResetPass',
		body: { tenantFilter, ID: id, displayName, MustChange: true },
	}),

	before: ({ user }) => `password last changed ${user.passwordChanged ?? 'at an unknown time'}`,
	will: ({ user }) =>
		user.isSynced
			? 'submits a new random password to the local Active Directory'
			: 'sets a new random password',
	synced: {
		says: 'The new password goes through password writeback, which may refuse it later',
		cure: 'Reset the password in the local Active Directory if writeback is off.',
	},

	comparedWith: 'passwordChanged',
	isTrue: async ({ now, account: { passwordChanged: before } }) => {
		const changed = timeOf(now.lastPasswordChangeDateTime);
		return newer(changed, before, 'password last changed at');
	},
});
