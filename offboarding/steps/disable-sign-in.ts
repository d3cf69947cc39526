import { onOff } from './vocabulary/kinds';
import { endsWithAccount, verdict } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const disableSignIn = step('DisableSignIn', {
	label: 'Block Sign-In',
	help: 'Whether to disable the account. A synced account has to be disabled on-premises as well.',
	place: 10,
	field: onOff,
	profiles: { standard: true, immediate: true, contractor: true, litigation: true },

	command: 'Set-CIPPSignInState',
	done: [/^Successfully set account enabled state to False for /],
	failed: [/^Failed to set sign-in state for /, /WARNING: User .* is AD Sync enabled/],
	lockOut: 1,
	atOnce: ({ tenantFilter, account: { id } }) => ({
		method: 'POST',
		endpoint: 'ExecDisableUser',
		body: { tenantFilter, ID: id, Enable: false },
	}),

	before: ({ user }) => (user.accountEnabled ? 'sign-in allowed' : 'sign-in blocked'),
	will: ({ user }) => (user.accountEnabled ? 'blocks sign-in' : 'sign-in is blocked already'),
	synced: {
		says: 'CIPP blocks sign-in in the cloud, reports a failure, and the next sync may undo it',
		cure: 'Disable the account in the local Active Directory as well.',
		advice:
			'The account is synced from on-premises: disable it in the local Active Directory, or the next sync switches it on again.',
	},

	isTrue: async ({ now: { accountEnabled } }) =>
		verdict(accountEnabled === false, `accountEnabled is ${String(accountEnabled)}`),
	whenDeleted: endsWithAccount('nobody can sign in with it'),
	ends: ['sign-in'],
});
