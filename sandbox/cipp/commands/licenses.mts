import { licensesOf, licenseStates } from '../../microsoft/state/license.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { findUser, graphUser, groupsOf } from '../../microsoft/state/lookup.mts';
import { productNames } from '../product-names.mts';
import type { Group, User } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';
import { isExchangeGroup } from './groups.mts';
import type { Place } from './place.mts';

/** Remove-CIPPLicense -Schedule: a second visible task, five minutes on. The text says so even if the name was taken. */
export function scheduleLicenseRemoval(place: Place, userId: string, username: string): string {
	const user = place.tenant && findUser(place.tenant, userId);
	place.schedule({
		tenant: place.tenant?.defaultDomainName ?? '',
		name: `Remove License: ${username}`,
		command: 'Remove-CIPPLicense',
		parameters: { userid: userId, username, APIName: 'Scheduled License Removal' },
		scheduledTime: Math.floor(place.now.getTime() / 1000) + 300,
		disallowDuplicateName: true,
	});
	if (!place.tenant || !user) return `Scheduled license removal for ${username}.`;
	const names = productNames(licensesOf(place.tenant, user));
	return names
		? `Scheduled license removal for ${username}. Licenses currently assigned that will be removed: ${names}.`
		: `Scheduled license removal for ${username}. The user currently has no licenses assigned.`;
}

/** How long Entra takes to withdraw licences after a group membership ended. */
const groupLicenseDelay = 2 * 60_000;

/** Remove-CIPPLicense when its task runs: out of licence groups first, then the direct licences. Never throws. */
export function removeLicenses(place: Place, userId: string, username: string): string[] {
	const { tenant } = place;
	if (!tenant) return [`No licenses to remove for ${username}`];
	try {
		const user = graphUser(tenant, userId);
		const lines = leaveLicenseGroups(place, tenant, user);
		const inherited = productNames(
			licenseStates(tenant, user)
				.filter(({ assignedByGroup }) => assignedByGroup !== null)
				.map(({ skuId }) => skuId),
		);
		const direct = productNames(user.directLicenses);
		user.directLicenses = [];
		const later = `Group-inherited licenses (${inherited}) will be removed automatically when group membership changes are processed.`;
		if (direct)
			return [
				...lines,
				`Removed directly assigned licenses for ${username}: ${direct}${inherited ? `. ${later}` : ''}`,
			];
		if (inherited)
			return [...lines, `No directly assigned licenses to remove for ${username}. ${later}`];
		return [...lines, `No licenses to remove for ${username}`];
	} catch (error) {
		if (error instanceof MicrosoftError)
			return [`Could not remove license for ${username}. Error: ${error.message}`];
		throw error;
	}
}

function leaveLicenseGroups(place: Place, tenant: Tenant, user: User): string[] {
	const groups = groupsOf(tenant, user).filter(
		({ assignedLicenses }) => assignedLicenses.length > 0,
	);
	const leave = (group: Group): string => {
		const mailEnabled = isExchangeGroup(group);
		if (!mailEnabled && (group.membershipRule || group.onPremisesSyncEnabled)) {
			return `Failed to remove ${user.displayName} from license group ${group.displayName}. This is likely because its a Dynamic Group or synced with active directory.`;
		}
		group.members = group.members.filter((id) => id !== user.id);
		const fading = group.assignedLicenses.map((skuId) => ({ skuId, assignedByGroup: group.id }));
		user.fadingLicenses.push(...fading);
		place.later(groupLicenseDelay, () => {
			user.fadingLicenses = user.fadingLicenses.filter((license) => !fading.includes(license));
		});
		return `Removed ${user.displayName} from ${mailEnabled ? 'mail-enabled ' : ''}license group ${group.displayName}`;
	};
	return [
		...groups.filter((group) => !isExchangeGroup(group)),
		...groups.filter(isExchangeGroup),
	].map(leave);
}
