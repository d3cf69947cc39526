import { MicrosoftError } from '../../microsoft/errors.mts';
import { productNames } from '../product-names.mts';
import { userAddress, wordsOf, type Row } from '../requests.mts';
import { isExchangeGroup } from './groups.mts';
import type { Place } from './place.mts';

/**
 * Remove-CIPPLicense -Schedule: a second visible task. It says so even if the name was taken. CIPP names a time five
 * minutes on, and its scheduler overlooks it: the task is due at once, and runs at the next quarter of an hour.
 */
export function scheduleLicenseRemoval(place: Place, userId: string, username: string): string[] {
	const licenses = licensesNow(place, userId);
	const added = place.schedule({
		tenant: place.tenantFilter,
		name: `Remove License: ${username}`,
		command: 'Remove-CIPPLicense',
		parameters: { userid: userId, username, APIName: 'Scheduled License Removal' },
		disallowDuplicateName: true,
	});
	// The scheduler's own sentence slips out before CIPP's.
	return [added, `Scheduled license removal for ${username}.${licenses}`].filter(Boolean);
}

/** Names come from the reporting database; where it is empty, CIPP lists the ids of the products. */
function licensesNow({ ask, report }: Place, userId: string): string {
	try {
		const user = ask.one(userAddress(userId, '?$select=licenseAssignmentStates'));
		const skuIds = [...new Set(assignments(user).map(({ skuId }) => skuId))];
		if (skuIds.length === 0) return ' The user currently has no licenses assigned.';
		const names = report ? productNames(skuIds) : skuIds.sort().join(', ');
		return ` Licenses currently assigned that will be removed: ${names}.`;
	} catch (error) {
		if (error instanceof MicrosoftError) return '';
		throw error;
	}
}

interface Assignment {
	skuId: string;
	assignedByGroup: string | null;
}

function assignments(user: Row | null): Assignment[] {
	return (user?.licenseAssignmentStates as Assignment[] | undefined) ?? [];
}

/** Remove-CIPPLicense when its task runs: out of licence groups first, then the direct licences. Never throws. */
export function removeLicenses(place: Place, userId: string, username: string): string[] {
	const { ask } = place;
	try {
		const user = ask.one(userAddress(userId));
		const lines = leaveLicenseGroups(place, user);
		const states = assignments(
			ask.one(userAddress(userId, '?$select=assignedLicenses,licenseAssignmentStates')),
		);
		const skuIds = (isInherited: boolean) =>
			states
				.filter(({ assignedByGroup }) => (assignedByGroup !== null) === isInherited)
				.map(({ skuId }) => skuId);
		const direct = skuIds(false);
		const inherited = productNames(skuIds(true));
		const later = `Group-inherited licenses (${inherited}) will be removed automatically when group membership changes are processed.`;
		if (direct.length > 0) {
			const body = { addLicenses: [], removeLicenses: direct };
			ask.change('POST', userAddress(userId, '/assignLicense'), body);
			const removed = `Removed directly assigned licenses for ${username}: ${productNames(direct)}`;
			return [...lines, inherited ? `${removed}. ${later}` : removed];
		}
		return [
			...lines,
			inherited
				? `No directly assigned licenses to remove for ${username}. ${later}`
				: `No licenses to remove for ${username}`,
		];
	} catch (error) {
		return [`Could not remove license for ${username}. Error: ${wordsOf(error)}`];
	}
}

function leaveLicenseGroups({ ask }: Place, user: Row | null): string[] {
	if (!user) return [];
	const groups = ask
		.rows(userAddress(String(user.id), '/memberOf/microsoft.graph.group'))
		.filter(({ assignedLicenses }) => (assignedLicenses as unknown[]).length > 0);
	const graphGroups = groups.filter((group) => !isExchangeGroup(group));
	const exchangeGroups = groups.filter(isExchangeGroup);
	const replies = ask.batch(
		graphGroups.map(({ id }) => ({
			id: String(id),
			method: 'DELETE',
			url: `groups/${String(id)}/members/${String(user.id)}/$ref`,
		})),
	);
	ask.cmdlets(
		exchangeGroups.map(({ id }) => ({
			name: 'Remove-DistributionGroupMember',
			parameters: { Identity: id, Member: user.id, BypassSecurityGroupManagerCheck: true },
		})),
	);
	return [
		...graphGroups.map(({ displayName }, index) =>
			replies[index]?.status === 204
				? `Removed ${String(user.displayName)} from license group ${String(displayName)}`
				: `Failed to remove ${String(user.displayName)} from license group ${String(displayName)}. This is likely because its a Dynamic Group or synced with active directory.`,
		),
		// CIPP does not see it when Exchange refuses.
		...exchangeGroups.map(
			({ displayName }) =>
				`Removed ${String(user.displayName)} from mail-enabled license group ${String(displayName)}`,
		),
	];
}
