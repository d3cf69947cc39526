import { masteredOnPremises, MicrosoftError } from '../errors.mts';
import type { Moment } from '../moment.mts';
import type { Group } from './tenant.mts';

/** How long Entra takes to withdraw licences after a group membership ended. */
const groupLicenseDelay = 2 * 60_000;

/** Distribution lists and mail-enabled security groups are Exchange's; Graph cannot change them. */
export function isExchangeGroup(group: Group): boolean {
	return group.mailEnabled && !group.groupTypes.includes('Unified');
}

/** Adds or removes one member or owner; throws what Microsoft says when it refuses. */
export function changeMembership(
	moment: Moment,
	group: Group,
	userId: string,
	change: 'add' | 'remove',
	list: 'members' | 'owners' = 'members',
): void {
	if (list === 'members' && group.membershipRule)
		throw new MicrosoftError(
			'Insufficient privileges to complete the operation. Dynamic membership groups cannot be changed by hand.',
			403,
			'Authorization_RequestDenied',
		);
	if (group.onPremisesSyncEnabled) throw masteredOnPremises();
	if (change === 'add' && group[list].includes(userId))
		throw new MicrosoftError(
			`One or more added object references already exist for the following modified properties: '${list}'.`,
		);
	group[list] =
		change === 'add' ? [...group[list], userId] : group[list].filter((id) => id !== userId);
	if (change === 'remove' && list === 'members') fade(moment, group, userId);
}

/** The licences that came with a group stay a while after it is left. */
function fade({ tenant, later }: Moment, group: Group, userId: string): void {
	const user = tenant.users.find(({ id }) => id === userId);
	if (!user) return;
	const fading = group.assignedLicenses.map((skuId) => ({ skuId, assignedByGroup: group.id }));
	user.fadingLicenses.push(...fading);
	later(groupLicenseDelay, () => {
		user.fadingLicenses = user.fadingLicenses.filter((license) => !fading.includes(license));
	});
}
