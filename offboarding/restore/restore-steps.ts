import { isRead, orElse, type NotRead } from '../person/part';
import type {
	CannotRestore,
	RestoreCheck,
	RestoreKind,
	RestorePart,
	RestoreStep,
} from './restore-shape';
import { sameValue } from './restore-check';
import type {
	Elsewhere,
	Person,
	Profile,
	Snapshot,
	SnapshotGroup,
	SnapshotMailbox,
} from '../person/snapshot-shape';

export interface RestoreWork {
	steps: RestoreStep[];
	cannot: CannotRestore[];
}

/**
 * What has to be done so that the target has again what the snapshot shows (contract 5.7).
 *
 * @param now the target's state; null when the account is deleted, and then all of it counts as lost
 * @param parts what to restore
 */
export function restoreWork(
	snapshot: Snapshot,
	now: Snapshot | null,
	target: Person,
	kind: RestoreKind,
	parts: Set<RestorePart>,
): RestoreWork {
	const domain = snapshot.tenant.defaultDomainName;
	const steps: RestoreStep[] = [];
	const cannot: CannotRestore[] = [];
	const add = (
		part: RestorePart,
		what: string,
		why: string,
		endpoint: string,
		body: RestoreStep['body'],
		check: RestoreCheck,
	): void => {
		steps.push({ part, what, why, endpoint, body, check });
	};
	/** The data of a part of the snapshot that is to be restored; undefined when it is not or was not read. */
	const wanted = <T>(part: RestorePart, name: string, data: T | NotRead): T | undefined => {
		if (!parts.has(part)) return undefined;
		if (isRead(data)) return data;
		if (!data.absent) {
			cannot.push({
				what: name,
				why: `the snapshot does not hold it: ${data.notRead}`,
				instead: 'Ask whoever knows.',
			});
		}
		return undefined;
	};

	if (parts.has('account')) account();
	attributes();
	licenses();
	groups();
	ownership();
	mailbox();
	elsewhere('mailboxes of others', snapshot.mailboxesOfOthers);
	elsewhere('calendars of others', snapshot.calendarsOfOthers);
	others();
	if (kind === 'rehire') lostForGood();
	return { steps, cannot };

	function account(): void {
		if (now === null) {
			add(
				'account',
				'restores the deleted account',
				'the account is in the deleted users',
				'ExecRestoreDeleted',
				{
					tenantFilter: domain,
					ID: target.id,
					userPrincipalName: target.userPrincipalName,
					displayName: target.displayName,
				},
				{ fact: 'exists' },
			);
		}
		if (snapshot.user.accountEnabled && now?.user.accountEnabled !== true) {
			add(
				'account',
				'allows sign-in',
				'sign-in was allowed',
				'ExecDisableUser',
				{ tenantFilter: domain, ID: target.id, Enable: true },
				{ fact: 'signInAllowed' },
			);
		}
	}

	/** Before the licences, which need a usage location. */
	function attributes(): void {
		const profile = wanted('attributes', 'attributes', snapshot.profile);
		if (!profile) return;
		const before: Profile = { displayName: snapshot.user.displayName, ...profile };
		const current: Profile = now
			? { displayName: now.user.displayName, ...orElse(now.profile, before) }
			: {};
		const lost = restorableAttributes.filter(
			(name) => before[name] !== undefined && !sameValue(current[name], before[name]),
		);
		// A deleted account comes back with its attributes.
		if (lost.length === 0 || now === null) return;
		if (snapshot.user.isSynced) {
			cannot.push({
				what: lost.join(', '),
				why: 'the local Active Directory holds the attributes of a synced account',
				instead: 'Set them there.',
			});
			return;
		}
		const values = Object.fromEntries(lost.map((name) => [name, before[name]]));
		add(
			'attributes',
			`sets ${lost.join(', ')} as they were`,
			'they have been changed since',
			'PatchUser',
			[{ id: target.id, tenantFilter: domain, ...values }],
			{ fact: 'attributes', values },
		);
	}

	function licenses(): void {
		const held = new Set(
			orElse(now?.licenses ?? [], []).flatMap(({ skuId, direct }) => (direct ? [skuId] : [])),
		);
		for (const license of wanted('licenses', 'licences', snapshot.licenses) ?? []) {
			if (!license.direct || held.has(license.skuId)) continue;
			add(
				'licenses',
				`assigns ${license.name}`,
				'it was assigned directly',
				'ExecBulkLicense',
				[
					{
						tenantFilter: domain,
						userIds: [target.id],
						LicenseOperation: 'Add',
						Licenses: [{ value: license.skuId, label: license.name }],
					},
				],
				{ fact: 'license', skuId: license.skuId },
			);
		}
	}

	function groups(): void {
		const memberOf = new Set(orElse(now?.groups ?? [], []).map(({ id }) => id));
		for (const group of wanted('groups', 'groups', snapshot.groups) ?? []) {
			if (memberOf.has(group.id)) continue;
			const obstacle = obstacleTo(group, kind);
			if (obstacle) {
				cannot.push({ what: `group ${group.displayName}`, ...obstacle });
				continue;
			}
			const gives = group.licenses.length > 0 ? ', which also gives licences' : '';
			add(
				'groups',
				`adds to ${group.displayName}${gives}`,
				`${snapshot.user.displayName} was a member`,
				'EditGroup',
				{
					tenantFilter: domain,
					groupId: group.id,
					groupName: group.displayName,
					AddMember: [personFor(target)],
				},
				{ fact: 'member', groupId: group.id },
			);
		}
	}

	function ownership(): void {
		const owned = new Set(orElse(now?.ownedGroups ?? [], []).map(({ id }) => id));
		for (const group of wanted('ownership', 'owned groups', snapshot.ownedGroups) ?? []) {
			if (owned.has(group.id)) continue;
			add(
				'ownership',
				`makes an owner of ${group.displayName}`,
				`${snapshot.user.displayName} owned it`,
				'EditGroup',
				{
					tenantFilter: domain,
					groupId: group.id,
					groupName: group.displayName,
					AddOwner: [personFor(target)],
				},
				{ fact: 'owner', groupId: group.id },
			);
		}
	}

	function mailbox(): void {
		const before = wanted('mailbox', 'mailbox', snapshot.mailbox);
		if (!before) return;
		const current = now && isRead(now.mailbox) ? now.mailbox : null;
		if (before.type === 'UserMailbox' && current?.type !== 'UserMailbox') {
			add(
				'mailbox',
				'turns the mailbox into a user mailbox again',
				`it was a ${before.type}`,
				'ExecConvertMailbox',
				{ tenantFilter: domain, ID: target.userPrincipalName, MailboxType: 'Regular' },
				{ fact: 'mailboxType', type: 'UserMailbox' },
			);
		}
		if (!before.isHidden && current?.isHidden !== false) {
			if (snapshot.user.isSynced) {
				cannot.push({
					what: 'address list',
					why: 'a synced account is shown or hidden by the local Active Directory',
					instead: 'Clear msExchHideFromAddressLists there.',
				});
			} else {
				add(
					'mailbox',
					'shows the person in the address list',
					'the person was in it',
					'ExecHideFromGAL',
					{ tenantFilter: domain, ID: target.userPrincipalName, HideFromGAL: false },
					{ fact: 'visible' },
				);
			}
		}
		forwarding(before.forwarding, current ? current.forwarding : undefined);
		reply();
	}

	function forwarding(
		before: SnapshotMailbox['forwarding'],
		current: SnapshotMailbox['forwarding'] | undefined,
	): void {
		const isSame =
			before?.to.toLowerCase() === current?.to.toLowerCase() &&
			before?.keepsCopy === current?.keepsCopy;
		if (isSame && current !== undefined) return;
		const base = { tenantFilter: domain, userID: target.userPrincipalName };
		if (before === null) {
			add(
				'mailbox',
				current ? `ends the forwarding to ${current.to}` : 'ends any forwarding',
				'mail was not forwarded',
				'ExecEmailForward',
				{ ...base, forwardOption: 'disabled' },
				{ fact: 'forwarding', to: null, keepsCopy: false },
			);
			return;
		}
		const isExternal = before.kind === 'external';
		add(
			'mailbox',
			`forwards mail to ${before.to} again`,
			'it was forwarded',
			'ExecEmailForward',
			{
				...base,
				forwardOption: isExternal ? 'ExternalAddress' : 'internalAddress',
				[isExternal ? 'ForwardExternal' : 'ForwardInternal']: before.to,
				// Left out, CIPP would deliver nothing to the mailbox itself.
				KeepCopy: before.keepsCopy,
			},
			{ fact: 'forwarding', to: before.to, keepsCopy: before.keepsCopy },
		);
	}

	function reply(): void {
		const before = wanted('mailbox', 'automatic reply', snapshot.automaticReply);
		const current = now && isRead(now.automaticReply) ? now.automaticReply : null;
		if (!before || before.state === 'Scheduled') return;
		const isSame =
			current !== null &&
			before.state === current.state &&
			(before.state === 'Disabled' ||
				(before.internal === current.internal && before.external === current.external));
		if (isSame) return;
		add(
			'mailbox',
			before.state === 'Disabled'
				? 'switches the automatic reply off'
				: 'sets the automatic reply that was on',
			`it was ${before.state}`,
			'ExecSetOoO',
			{
				tenantFilter: domain,
				userId: target.userPrincipalName,
				AutoReplyState: before.state,
				...(before.state === 'Disabled'
					? {}
					: { InternalMessage: before.internal, ExternalMessage: before.external }),
			},
			{ fact: 'automaticReply', state: before.state },
		);
	}

	function elsewhere(
		part: 'mailboxes of others' | 'calendars of others',
		data: Elsewhere | NotRead,
	): void {
		const isMailbox = part === 'mailboxes of others';
		for (const { place, rights: held, folder } of wanted(part, part, data)?.grants ?? []) {
			// Nobody needs rights in their own mailbox.
			if (place.toLowerCase() === target.userPrincipalName.toLowerCase()) continue;
			const what = `${isMailbox ? 'mailbox' : 'calendar'} of ${place}`;
			const rights = isMailbox ? held.filter((right) => mailboxRights.includes(right)) : held;
			const others = held.filter((right) => !rights.includes(right));
			if (others.length > 0) {
				cannot.push({
					what: `${others.join(', ')} in the ${what}`,
					why: 'CIPP can take this right and not give it',
					instead: 'Give it in Exchange, if full access does not cover it.',
				});
			}
			if (rights.length === 0) continue;
			const change = { UserID: target.userPrincipalName, Modification: 'Add' };
			add(
				part,
				`gives ${rights.join(', ')} in the ${what}`,
				`${snapshot.user.displayName} had it`,
				isMailbox ? 'ExecModifyMBPerms' : 'ExecModifyCalPerms',
				isMailbox
					? {
							tenantFilter: domain,
							mailboxRequests: [
								{ userID: place, permissions: [{ ...change, PermissionLevel: rights.join(',') }] },
							],
						}
					: {
							tenantFilter: domain,
							userID: place,
							permissions: [
								{ ...change, PermissionLevel: rights[0], FolderName: folder ?? 'Calendar' },
							],
						},
				isMailbox
					? { fact: 'mailboxRights', mailbox: place, rights }
					: { fact: 'calendarRights', calendar: place, rights: rights.slice(0, 1) },
			);
		}
	}

	function others(): void {
		const manager = wanted('manager', 'manager', snapshot.manager);
		const current = now ? orElse(now.manager, null) : null;
		if (manager && manager.id !== current?.id) {
			add(
				'manager',
				`makes ${manager.displayName} the manager`,
				'that was the manager',
				'PatchUser',
				[{ id: target.id, tenantFilter: domain, manager: manager.id }],
				{ fact: 'manager', id: manager.id },
			);
		}
		const mfa = wanted('perUserMfa', 'per-user MFA', snapshot.perUserMfa);
		if (mfa && mfa !== (now ? orElse(now.perUserMfa, '') : '')) {
			add(
				'perUserMfa',
				`sets per-user MFA to ${mfa}`,
				'that was its state',
				'ExecPerUserMFA',
				{
					tenantFilter: domain,
					userPrincipalName: target.userPrincipalName,
					userId: target.id,
					State: mfa,
				},
				{ fact: 'perUserMfa', state: mfa },
			);
		}
		const assigned = new Set(orElse(now?.teamsNumbers ?? [], []).map(({ number }) => number));
		for (const { number, type } of wanted('teamsNumbers', 'Teams numbers', snapshot.teamsNumbers) ??
			[]) {
			if (assigned.has(number)) continue;
			add(
				'teamsNumbers',
				`assigns ${number}`,
				'it was assigned',
				'ExecTeamsVoicePhoneNumberAssignment',
				{
					TenantFilter: domain,
					input: { value: target.userPrincipalName, label: target.displayName },
					PhoneNumber: number,
					PhoneNumberType: type.slice(0, 1).toLowerCase() + type.slice(1),
				},
				{ fact: 'teamsNumber', number },
			);
		}
	}

	function lostForGood(): void {
		const lost = <T>(
			before: T[] | NotRead,
			after: T[] | NotRead | undefined,
			name: (entry: T) => string,
		) => {
			const left = new Set(orElse(after ?? [], []).map(name));
			return orElse(before, [])
				.map(name)
				.filter((entry) => !left.has(entry));
		};
		const gone: Array<[string, string[], string, string]> = [
			[
				'admin roles',
				lost(snapshot.roles, now?.roles, ({ displayName }) => displayName),
				'CIPP has no endpoint that gives a role for good',
				'Assign them in Entra, or use Just-in-Time Admin.',
			],
			[
				'inbox rules',
				lost(snapshot.inboxRules, now?.inboxRules, ({ name }) => name),
				'Exchange keeps no copy of a deleted rule',
				'The snapshot describes them: the person can make them again.',
			],
			[
				'mobile devices',
				lost(snapshot.mobileDevices, now?.mobileDevices, ({ name }) => name),
				'a removed device has to connect by itself',
				'Add the account on the device again.',
			],
			[
				'sign-in methods',
				lost(snapshot.authenticationMethods, now?.authenticationMethods, (kind) => kind),
				'a registration cannot be made for someone else',
				'Create a Temporary Access Pass, so that the person can register again.',
			],
		];
		for (const [what, names, why, instead] of gone) {
			if (names.length > 0) cannot.push({ what: `${what}: ${names.join(', ')}`, why, instead });
		}
		if (snapshot.user.hasImmutableId && now?.user.hasImmutableId === false) {
			cannot.push({
				what: 'immutable ID',
				why: 'the snapshot does not keep it, and CIPP has no endpoint that sets it',
				instead: 'The sync sets it again when it matches the account.',
			});
		}
		cannot.push({
			what: 'password, sessions and cancelled meetings',
			why: 'nobody can read or repeat them',
			instead: 'Reset the password, and let the person send the meetings again.',
		});
		if (isRead(snapshot.oneDrive)) {
			cannot.push({
				what: 'sharing of the OneDrive',
				why: 'CIPP cannot read how it was shared',
				instead: 'Set it by hand if it was switched off.',
			});
		}
	}
}

/** What Graph lets be set, in the order in which it is named. The mail addresses are Exchange's. */
/** The attributes that a restore sets. */
export const restorableAttributes = [
	'displayName',
	'givenName',
	'surname',
	'jobTitle',
	'department',
	'companyName',
	'officeLocation',
	'city',
	'country',
	'usageLocation',
	'employeeId',
	'employeeType',
	'mobilePhone',
	'businessPhones',
	'otherMails',
	'preferredLanguage',
];

/** The rights that CIPP can give. */
const mailboxRights = ['FullAccess', 'SendAs', 'SendOnBehalf'];

function personFor({ id, displayName, userPrincipalName }: Person): Record<string, unknown> {
	// Exchange's groups take the name, Entra's the ID.
	return { value: id, label: displayName, addedFields: { userPrincipalName } };
}

function obstacleTo(group: SnapshotGroup, kind: RestoreKind): Omit<CannotRestore, 'what'> | null {
	if (group.isDynamic) {
		return {
			why: 'its rule decides who is in',
			instead: 'It comes by itself when the attributes fit.',
		};
	}
	if (group.isSynced) {
		return {
			why: 'it is synced from on-premises',
			instead: 'Add the person in the local Active Directory.',
		};
	}
	if (group.isRoleAssignable && kind === 'successor') {
		return {
			why: 'it gives admin roles, which nobody inherits unasked',
			instead: 'Add the person by hand if that is wanted.',
		};
	}
	return null;
}
