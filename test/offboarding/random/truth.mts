import { lettersOf } from '../../../offboarding/html-text';
import type { OffboardingOptions } from '../../../offboarding/order/order';
import type { StepName } from '../../../offboarding/steps';
import { askedOf } from '../../../offboarding/steps/vocabulary/step';
import { stepCalled } from '../../../offboarding/steps';
import type { Tenant, User } from '../../../sandbox/index.mts';
import { licensesOf } from '../../../sandbox/microsoft/state/license.mts';

/** A person and what they had before. */
export interface Before {
	tenant: Tenant;
	/** As it was before anything was sent. */
	user: User;
}

/** Whether what a step is to bring about is so, looked at in the state itself and not through CIPP. */
export function isSo(name: StepName, options: OffboardingOptions, before: Before): boolean {
	const { tenant } = before;
	const user = tenant.users.find(({ id }) => id === before.user.id);
	if (!user) return options.DeleteUser === true;
	return truths[name]({ user, tenant, before: before.user, options });
}

interface Facts {
	user: User;
	tenant: Tenant;
	before: User;
	options: OffboardingOptions;
}

const same = (a: string | null | undefined, b: string): boolean =>
	String(a ?? '').toLowerCase() === b.toLowerCase();

const peopleOf = (name: StepName, options: OffboardingOptions): string[] => {
	const step = stepCalled(name);
	return step.field.people(askedOf(step, options).value).map(({ value }) => value);
};

const holds =
	(name: StepName, right: string) =>
	({ user, options }: Facts): boolean =>
		peopleOf(name, options).every((person) =>
			user.mailbox?.grants.some((grant) => same(grant.trustee, person) && grant.right === right),
		);

const truths: Record<StepName, (facts: Facts) => boolean> = {
	DisableSignIn: ({ user }) => !user.accountEnabled,
	RevokeSessions: ({ user, before }) =>
		user.signInSessionsValidFromDateTime > before.signInSessionsValidFromDateTime,
	ResetPass: ({ user, before }) =>
		user.lastPasswordChangeDateTime > before.lastPasswordChangeDateTime,
	HideFromGAL: ({ user }) => user.mailbox?.hiddenFromAddressLists === true,
	RemoveGroups: ({ user, tenant }) =>
		tenant.groups
			.filter(({ members }) => members.includes(user.id))
			.every(
				({ membershipRule, onPremisesSyncEnabled, assignedLicenses }) =>
					membershipRule !== null || onPremisesSyncEnabled === true || assignedLicenses.length > 0,
			),
	RemoveRules: ({ user }) => user.mailbox?.rules.length === 0,
	RemoveMobile: ({ user }) => user.mailbox?.mobileDevices.length === 0,
	removeCalendarInvites: ({ user }) => user.mailbox?.meetings.length === 0,
	OOO: ({ user, options }) =>
		user.mailbox?.autoReply.state === 'Enabled' &&
		lettersOf(user.mailbox.autoReply.internalMessage) === lettersOf(options.OOO!),
	forward: ({ user, tenant, options }) => {
		const target = tenant.users.find((each) =>
			same(each.userPrincipalName, options.forward!.value),
		);
		const names = [options.forward!.value, target?.displayName ?? '', target?.id ?? ''];
		const { forwardingAddress, deliverToMailboxAndForward } = user.mailbox!;
		return (
			names.some((name) => same(forwardingAddress, name)) &&
			deliverToMailboxAndForward === (options.KeepCopy === true)
		);
	},
	disableForwarding: ({ user }) =>
		!user.mailbox?.forwardingAddress && !user.mailbox?.forwardingSmtpAddress,
	OnedriveAccess: ({ user, options }) =>
		peopleOf('OnedriveAccess', options).every((person) =>
			user.oneDrive?.siteAdmins.some((admin) => same(admin, person)),
		),
	DisableOneDriveSharing: ({ user }) => user.oneDrive?.sharing === 'Disabled',
	AccessNoAutomap: holds('AccessNoAutomap', 'FullAccess'),
	AccessAutomap: holds('AccessAutomap', 'FullAccess'),
	AccessSendAs: holds('AccessSendAs', 'SendAs'),
	AccessSendOnBehalf: holds('AccessSendOnBehalf', 'SendOnBehalf'),
	removePermissions: ({ user, tenant }) =>
		!tenant.users.some(({ mailbox }) =>
			mailbox?.grants.some(({ trustee }) => same(trustee, user.userPrincipalName)),
		),
	removeCalendarPermissions: ({ user, tenant }) =>
		!tenant.users.some(({ mailbox }) =>
			mailbox?.calendarGrants.some((grant) => same(grant.user, user.displayName)),
		),
	ConvertToShared: ({ user }) => user.mailbox?.type === 'SharedMailbox',
	RemoveMFADevices: ({ user }) =>
		user.authenticationMethods.every((method) => /password/i.test(method['@odata.type'])),
	RemoveTeamsPhoneDID: ({ user, tenant }) =>
		!tenant.phoneNumbers.some(({ targetId }) => targetId === user.id),
	RemoveLicenses: ({ user, tenant }) => licensesOf(tenant, user).length === 0,
	ClearImmutableId: ({ user }) => !user.onPremisesImmutableId,
	DeleteUser: () => false,
};

/** Everyone but those who leave, without what of theirs names a leaver: nothing of that may change. */
export function everyoneElse({ users }: Tenant, leavers: User[]): string {
	const names = leavers.flatMap(({ id, userPrincipalName, displayName }) =>
		[id, userPrincipalName, displayName].map((name) => name.toLowerCase()),
	);
	const isLeaver = (name: string): boolean => names.includes(name.toLowerCase());
	const others = users.filter(({ id }) => !isLeaver(id)).map((user) => structuredClone(user));
	for (const other of others) {
		const { mailbox } = other;
		if (other.managerId !== null && isLeaver(other.managerId)) other.managerId = null;
		if (!mailbox) continue;
		mailbox.grants = mailbox.grants.filter(({ trustee }) => !isLeaver(trustee));
		mailbox.calendarGrants = mailbox.calendarGrants.filter(({ user }) => !isLeaver(user));
	}
	return JSON.stringify(others);
}

/** Who else is in which group. */
export function othersInGroups({ groups }: Tenant, leavers: User[]): string {
	const ids = leavers.map(({ id }) => id);
	return JSON.stringify(
		groups.map(({ id, members, owners }) => [
			id,
			members.filter((member) => !ids.includes(member)),
			owners.filter((owner) => !ids.includes(owner)),
		]),
	);
}
