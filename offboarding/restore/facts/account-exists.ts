import { fact } from '../fact';
import { exactly } from '../../rules';

/** The account is there: a deleted one is taken out of the bin. */
export const accountExists = fact({
	name: 'accountExists',
	part: 'account',
	called: 'account',
	wanted: exactly(true),
	before: () => true,
	entries: () => [true as const],
	now: async (here) => (await here.account()) !== null,
	isSo: (_wanted, exists) => exists,
	request: (_wanted, { id, userPrincipalName, displayName }) => ({
		endpoint: 'ExecRestoreDeleted',
		body: { ID: id, userPrincipalName, displayName },
	}),
	what: () => 'restores the deleted account',
	why: () => 'the account is in the deleted users',
	read: (exists) => (exists ? 'the account exists' : 'there is no account'),
	forDeleted: true,
});
