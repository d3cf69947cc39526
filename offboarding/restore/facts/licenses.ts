import { isObject } from '../../../cipp/body';
import type { Row } from '../../../cipp/rows';
import { licensesOf } from '../../person/account';
import { fact } from '../fact';
import { named, objectId, shape } from '../../rules';

/** A licence that is assigned to the person; those of groups come with the groups. */
export const licenses = fact({
	name: 'license',
	part: 'licenses',
	called: 'licences',
	wanted: shape({ skuId: objectId, name: named }),
	before: ({ licenses: held }) => held,
	entries: (before) =>
		before.flatMap(({ skuId, name, direct }) => (direct ? [{ skuId, name }] : [])),
	now: async (here) => directLicenses((await here.account()) ?? {}),
	isSo: ({ skuId }, held) => held.includes(skuId.toLowerCase()),
	request: ({ skuId, name }, { id }) => ({
		endpoint: 'ExecBulkLicense',
		body: [{ userIds: [id], LicenseOperation: 'Add', Licenses: [{ value: skuId, label: name }] }],
	}),
	what: ({ name }) => `assigns ${name}`,
	why: () => 'it was assigned directly',
	read: (held, { skuId }) =>
		held.includes(skuId.toLowerCase()) ? 'the licence is assigned' : 'the licence is not assigned',
	notice: () =>
		'CIPP assigns a licence with all its services on: those that were switched off come back.',
});

/** Graph names the giver of each licence; without a giver it is the person's own. */
function directLicenses(account: Row): string[] {
	const states = Array.isArray(account.licenseAssignmentStates)
		? account.licenseAssignmentStates.filter(isObject)
		: [];
	return licensesOf(account)
		.filter((skuId) => {
			const own = states.filter((entry) => entry.skuId === skuId);
			return own.length === 0 || own.some((entry) => !entry.assignedByGroup);
		})
		.map((skuId) => skuId.toLowerCase());
}
