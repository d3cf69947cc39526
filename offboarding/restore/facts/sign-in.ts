import { fact } from '../fact';
import { exactly } from '../../rules';

export const signIn = fact({
	name: 'signIn',
	part: 'account',
	called: 'sign-in',
	wanted: exactly(true),
	before: ({ user }) => user.accountEnabled,
	entries: (wasAllowed) => (wasAllowed ? [true as const] : []),
	now: async (here) => (await here.account())?.accountEnabled,
	isSo: (_wanted, accountEnabled) => accountEnabled === true,
	request: (_wanted, { id }) => ({ endpoint: 'ExecDisableUser', body: { ID: id, Enable: true } }),
	what: () => 'allows sign-in',
	why: () => 'sign-in was allowed',
	read: (accountEnabled) => `accountEnabled is ${String(accountEnabled)}`,
});
