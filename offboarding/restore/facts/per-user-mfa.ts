import { CannotRead } from '../../person/state-reader';
import { fact } from '../fact';
import { oneOf } from '../../rules';

const states = ['disabled', 'enabled', 'enforced'] as const;

export const perUserMfa = fact({
	name: 'perUserMfa',
	part: 'perUserMfa',
	called: 'per-user MFA',
	wanted: oneOf(...states),
	before: (snapshot) => snapshot.perUserMfa,
	entries: (before) => states.filter((state) => state === before.toLowerCase()),
	now: async (here) => {
		const [row] = await here.state.rows('ListPerUserMFA', { userId: here.person.id });
		const state = String(row?.PerUserMFAState ?? '').toLowerCase();
		if (state === '') throw new CannotRead('failed', 'CIPP gave no per-user MFA state');
		return state;
	},
	isSo: (wanted, state) => state === wanted,
	request: (wanted, { id, userPrincipalName }) => ({
		endpoint: 'ExecPerUserMFA',
		body: { userPrincipalName, userId: id, State: wanted },
	}),
	what: (wanted) => `sets per-user MFA to ${wanted}`,
	why: () => 'that was its state',
	read: (state) => `per-user MFA is ${state}`,
});
