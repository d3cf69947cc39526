import { readMailbox } from '../../person/snapshot-exchange';
import { fact } from '../fact';
import { exactly } from '../../rules';

export const hiddenFromAddressList = fact({
	name: 'hiddenFromAddressList',
	part: 'mailbox',
	called: 'mailbox',
	wanted: exactly(false),
	before: ({ mailbox }) => mailbox,
	entries: ({ isHidden }) => (isHidden ? [] : [false as const]),
	now: async (here) => (await readMailbox(here.state)).isHidden,
	isSo: (wanted, isHidden) => isHidden === wanted,
	obstacle: (_wanted, { snapshot }) =>
		snapshot.user.isSynced
			? {
					what: 'address list',
					why: 'a synced account is shown or hidden by the local Active Directory',
					instead: 'Clear msExchHideFromAddressLists there.',
				}
			: null,
	request: (wanted, { userPrincipalName }) => ({
		endpoint: 'ExecHideFromGAL',
		body: { ID: userPrincipalName, HideFromGAL: wanted },
	}),
	what: () => 'shows the person in the address list',
	why: () => 'the person was in it',
	read: (isHidden) => (isHidden ? 'is hidden' : 'is in the address list'),
});
