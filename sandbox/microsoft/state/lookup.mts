import { noSuchRecipient, notFound } from '../errors.mts';
import type { Group, Mailbox, Tenant, User } from './tenant.mts';

const same = (a: string | null | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();

/** A tenant by default domain, initial domain or customer id. */
export function tenantNamed<Known extends Tenant>(
	tenants: Known[],
	name: string,
): Known | undefined {
	return tenants.find((tenant) =>
		[tenant.defaultDomainName, tenant.initialDomainName, tenant.customerId].some((known) =>
			same(known, name),
		),
	);
}

/** A user by object id or UPN, as Graph takes them. */
export function findUser(tenant: Tenant, idOrUpn: string): User | undefined {
	return tenant.users.find(
		(user) => same(user.id, idOrUpn) || same(user.userPrincipalName, idOrUpn),
	);
}

/** Like findUser, but throws what Graph says of an unknown object. */
export function graphUser(tenant: Tenant, idOrUpn: string): User {
	const user = findUser(tenant, idOrUpn);
	if (!user) throw notFound(idOrUpn);
	return user;
}

/** A recipient by anything Exchange takes for one: id, UPN, mail address, alias or display name. */
export function findRecipient(
	tenant: Tenant,
	identity: string,
): (User & { mailbox: Mailbox }) | undefined {
	const isMeant = (user: User) =>
		[user.id, user.userPrincipalName, user.mail, user.mailNickname, user.displayName].some((name) =>
			same(name, identity),
		) || user.proxyAddresses.some((address) => same(address.replace(/^smtp:/i, ''), identity));
	return tenant.users.find(
		(user): user is User & { mailbox: Mailbox } => user.mailbox !== null && isMeant(user),
	);
}

/** Like findRecipient, but throws what Exchange says of an unknown mailbox. */
export function exchangeRecipient(tenant: Tenant, identity: string): User & { mailbox: Mailbox } {
	const recipient = findRecipient(tenant, identity);
	if (!recipient) throw noSuchRecipient(identity);
	return recipient;
}

export function groupsOf(tenant: Tenant, user: User): Group[] {
	return tenant.groups.filter((group) => group.members.includes(user.id));
}

export function managerOf(tenant: Tenant, user: User): User | undefined {
	return tenant.users.find(({ id }) => id === user.managerId);
}
