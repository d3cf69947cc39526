import type { Tenant, User } from './tenant.mts';

export interface LicenseState {
	skuId: string;
	assignedByGroup: string | null;
	state: 'Active';
	error: 'None';
	disabledPlans: string[];
}

/** Where each of a user's licences comes from, as Graph's licenseAssignmentStates says it. */
export function licenseStates(tenant: Tenant, user: User): LicenseState[] {
	const state = (skuId: string, assignedByGroup: string | null): LicenseState => ({
		skuId,
		assignedByGroup,
		state: 'Active',
		error: 'None',
		disabledPlans: [],
	});
	const fromGroups = tenant.groups
		.filter((group) => group.members.includes(user.id))
		.flatMap((group) => group.assignedLicenses.map((skuId) => state(skuId, group.id)));
	return [
		...user.directLicenses.map((skuId) => state(skuId, null)),
		...fromGroups,
		...user.fadingLicenses.map(({ skuId, assignedByGroup }) => state(skuId, assignedByGroup)),
	];
}

/** A user's SKU ids, each once. */
export function licensesOf(tenant: Tenant, user: User): string[] {
	return [...new Set(licenseStates(tenant, user).map(({ skuId }) => skuId))];
}
