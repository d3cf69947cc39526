import { masteredOnPremises, MicrosoftError, notFound } from '../errors.mts';
import type { Moment } from '../moment.mts';
import { graphUser, groupsOf } from '../state/lookup.mts';
import type { User } from '../state/tenant.mts';
import { isPassword } from './find-reports.mts';
import { userResource } from './resources.mts';

/** Attributes that the state has under the same name. */
const kept: Array<keyof User> = [
	'accountEnabled',
	'businessPhones',
	'city',
	'companyName',
	'country',
	'department',
	'displayName',
	'employeeId',
	'givenName',
	'jobTitle',
	'mailNickname',
	'mobilePhone',
	'officeLocation',
	'onPremisesImmutableId',
	'otherMails',
	'surname',
	'usageLocation',
	'userPrincipalName',
];

/** Attributes that are empty until somebody fills them. */
export const furtherAttributes = [
	'aboutMe',
	'ageGroup',
	'consentProvidedForMinor',
	'employeeHireDate',
	'employeeLeaveDateTime',
	'employeeOrgData',
	'employeeType',
	'faxNumber',
	'hobbies',
	'interests',
	'onPremisesExtensionAttributes',
	'passwordPolicies',
	'postalCode',
	'preferredLanguage',
	'showInAddressList',
	'state',
	'streetAddress',
	'userType',
];

/** What may be changed although the account comes from a local directory. */
const changeableWhenSynced = ['accountEnabled', 'usageLocation', 'otherMails', 'passwordProfile'];

/** PATCH users/{id}: all of it or nothing. */
export function changeUser({ tenant, now }: Moment, [id]: string[], body: unknown): void {
	const user = graphUser(tenant, id);
	const changes = Object.entries((body ?? {}) as Record<string, unknown>);
	for (const [name] of changes) check(user, name);
	for (const [name, value] of changes) {
		if (name === 'passwordProfile') passwordChanged(user, now);
		else if (kept.some((known) => known === name)) Object.assign(user, { [name]: value });
		else user.furtherAttributes[name] = value;
	}
}

function check(user: User, name: string): void {
	const isKnown =
		name === 'passwordProfile' ||
		kept.some((known) => known === name) ||
		furtherAttributes.includes(name);
	if (!isKnown)
		throw new MicrosoftError(
			`Property '${name}' does not exist as a declared property or extension property.`,
		);
	if (user.onPremisesSyncEnabled && !changeableWhenSynced.includes(name))
		throw masteredOnPremises();
}

function passwordChanged(user: User, now: Date): void {
	user.lastPasswordChangeDateTime = now.toISOString();
	user.signInSessionsValidFromDateTime = now.toISOString();
}

/** A reset through writeback for an account of a local directory; accepted, and here it always works. */
export function resetPassword({ tenant, now }: Moment, [id]: string[]): unknown {
	passwordChanged(graphUser(tenant, id), now);
	return { newPassword: null };
}

export function revokeSessions({ tenant, now }: Moment, [id]: string[]): unknown {
	graphUser(tenant, id).signInSessionsValidFromDateTime = now.toISOString();
	return { value: true };
}

/** authentication/phoneMethods/{id} and the like; the password itself stays. */
export function removeMethod({ tenant }: Moment, [id, , methodId]: string[]): void {
	const user = graphUser(tenant, id);
	const method = user.authenticationMethods.find((each) => each.id === methodId);
	if (!method || isPassword(method)) throw notFound(methodId);
	user.authenticationMethods = user.authenticationMethods.filter((other) => other !== method);
}

const perUserStates = ['disabled', 'enabled', 'enforced'] as const;

export function requirePerUserMfa({ tenant }: Moment, [id]: string[], body: unknown): void {
	const given = valueIn(body, 'perUserMfaState').toLowerCase();
	const state = perUserStates.find((name) => name === given);
	const user = graphUser(tenant, id);
	if (!state) throw new MicrosoftError('Invalid value specified for property perUserMfaState.');
	user.perUserMfaState = state;
}

/** The value of a property in any case, as text. */
function valueIn(body: unknown, name: string): string {
	const found = Object.entries((body ?? {}) as object).find(
		([key]) => key.toLowerCase() === name.toLowerCase(),
	);
	return String(found?.[1] ?? '');
}

export function setManager({ tenant }: Moment, [id]: string[], body: unknown): void {
	const user = graphUser(tenant, id);
	const manager = graphUser(tenant, linkedId(body));
	if (user.onPremisesSyncEnabled) throw masteredOnPremises();
	user.managerId = manager.id;
}

/** Accepted where both exist, and not kept. */
export function setSponsor({ tenant }: Moment, [id]: string[], body: unknown): void {
	graphUser(tenant, id);
	graphUser(tenant, linkedId(body));
}

/** The id that an @odata.id leads to. */
export function linkedId(body: unknown): string {
	return decodeURIComponent(valueIn(body, '@odata.id').split('/').at(-1) ?? '');
}

export function deleteUser({ tenant, now }: Moment, [id]: string[]): void {
	const user = graphUser(tenant, id);
	tenant.deletedUsers.push({
		user,
		deletedDateTime: now.toISOString(),
		groupIds: groupsOf(tenant, user).map((group) => group.id),
		ownedGroupIds: tenant.groups
			.filter(({ owners }) => owners.includes(user.id))
			.map((group) => group.id),
	});
	tenant.users = tenant.users.filter((other) => other !== user);
	for (const group of tenant.groups) {
		group.members = group.members.filter((member) => member !== user.id);
		group.owners = group.owners.filter((owner) => owner !== user.id);
	}
}

/** Gives a deleted user back with memberships and licences, as Entra does within 30 days. A synced account comes back as a cloud account. */
export function restoreUser({ tenant }: Moment, [id]: string[]): unknown {
	const deleted = tenant.deletedUsers.find(({ user }) => user.id === id.toLowerCase());
	if (!deleted) throw notFound(id);
	tenant.deletedUsers = tenant.deletedUsers.filter((other) => other !== deleted);
	deleted.user.onPremisesSyncEnabled = null;
	tenant.users.push(deleted.user);
	for (const group of tenant.groups) {
		if (deleted.groupIds.includes(group.id)) group.members.push(deleted.user.id);
		if (deleted.ownedGroupIds.includes(group.id)) group.owners.push(deleted.user.id);
	}
	return userResource(tenant, deleted.user);
}
