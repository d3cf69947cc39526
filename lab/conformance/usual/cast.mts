import type { Tenants } from '../../../sandbox/index.mts';
import type { Group, Tenant, User } from '../../../sandbox/index.mts';

/** Who and what of the sandbox's main customer the requests are about. */
export interface Cast {
	contoso: Tenant;
	/** Leaves: has something of everything. */
	megan: User;
	alex: User;
	adele: User;
	/** Directory-synced. */
	lidia: User;
	/** Has no device, no rule and one license. */
	lee: User;
	person(account: string): User;
	group(name: string): Group;
}

export const tenantFilter = 'contoso.example';
/** A tenant whose report CIPP has never made. */
export const neverSynced = 'adatum.example';
export const freshId = '99999999-1111-4000-8000-000000000000';

export function castOf(tenants: Tenants): Cast {
	const contoso = tenants.named(tenantFilter);
	const person = (account: string) => tenants.user(`${account}@${tenantFilter}`);
	return {
		contoso,
		person,
		megan: person('megan.bowen'),
		alex: person('alex.wilber'),
		adele: person('adele.vance'),
		lidia: person('lidia.holloway'),
		lee: person('lee.gu'),
		group: (name) => contoso.groups.find(({ displayName }) => displayName === name)!,
	};
}

/** A person as CIPP's user interface sends one it has picked by ID. */
export const picked = ({ id, displayName, userPrincipalName }: User) => ({
	label: displayName,
	value: id,
	addedFields: { userPrincipalName, displayName },
});

/** And by user principal name. */
export const named = ({ displayName, userPrincipalName }: User) => ({
	label: displayName,
	value: userPrincipalName,
});
