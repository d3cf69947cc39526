import { scheduledFor, type OffboardingOptions } from '../order/order';
import { isRead, orElse, type NotRead } from '../person/part';
import { counted } from './plan-words';
import type { Snapshot, SnapshotGroup } from '../person/snapshot-shape';
import type { StepName } from '../steps/steps';
import { reasonToStay } from '../person/groups';

/** Something to know before an offboarding starts. */
export interface Remark {
	/** Stable name, for workflows to decide on. */
	code: RemarkCode;
	step?: StepName;
	message: string;
	cure: string;
}

export type RemarkCode =
	| 'invalidOrder'
	| 'pendingOffboarding'
	| 'lastGlobalAdministrator'
	| 'convertWithDelete'
	| 'forwardWithDisable'
	| 'delegateNotFound'
	| 'forwardTargetNotFound'
	| 'mailboxNeedsLicense'
	| 'noSeatToConvert'
	| 'licenseNeededToConvert'
	| 'directorySynced'
	| 'adminRoles'
	| 'lastOwner'
	| 'dynamicGroups'
	| 'syncedGroups'
	| 'licenseGroups'
	| 'licenseStays'
	| 'deleteWithLicenses'
	| 'mailboxLost'
	| 'existingForward'
	| 'existingRules'
	| 'replyNotSent'
	| 'alreadyDisabled'
	| 'staleReport'
	| 'licenseTaskClash'
	| 'apostrophe'
	| 'notRead';

/** What has been looked up beside the snapshot. */
export interface PlanFacts {
	/** Offboardings of this person that CIPP has not ended. */
	pending:
		| Array<{ id: string; name: string; state: string; scheduledFor: string | null }>
		| NotRead;
	/** "Remove License" tasks of this person that CIPP has not ended: a second one is never created. */
	licenseTasks: Array<{ id: string; name: string; state: string }> | NotRead;
	/** People named in the options who are not in the tenant. */
	missing: Array<{ field: 'forward' | StepName; value: string }>;
	/** Free seats of the tenant; empty unless the person needs a licence to be converted. */
	seats: Array<{ name: string; free: number }> | NotRead;
}

export interface Remarks {
	/** With these, starting does harm or cannot work. */
	blockers: Remark[];
	warnings: Remark[];
}

const reportIsStaleAfter = 2 * 24 * 3_600_000;
/** Above this, Exchange wants a licence for a shared mailbox. */
const sharedLimit = 50;

/** Looks for everything that stands in the way of an offboarding or is worth knowing before it. */
export function remarksOn(
	snapshot: Snapshot,
	options: OffboardingOptions,
	facts: PlanFacts,
	now: Date,
): Remarks {
	const found = [
		...pending(facts),
		...identity(snapshot, options),
		...groups(snapshot, options),
		...mail(snapshot, options),
		...licenses(snapshot, options, facts),
		...people(snapshot, facts),
		...readings(snapshot, options, facts, now),
	];
	return {
		blockers: found.filter(({ isBlocker }) => isBlocker).map(({ remark }) => remark),
		warnings: found.filter(({ isBlocker }) => !isBlocker).map(({ remark }) => remark),
	};
}

interface Found {
	isBlocker: boolean;
	remark: Remark;
}

const blocker = (code: RemarkCode, message: string, cure: string, step?: StepName): Found => ({
	isBlocker: true,
	remark: { code, ...(step ? { step } : {}), message, cure },
});
const warning = (code: RemarkCode, message: string, cure: string, step?: StepName): Found => ({
	isBlocker: false,
	remark: { code, ...(step ? { step } : {}), message, cure },
});

function pending({ pending: tasks }: PlanFacts): Found[] {
	if (!isRead(tasks)) {
		return [
			warning(
				'notRead',
				`Nobody knows whether an offboarding of this person waits already: ${tasks.notRead}`,
				cureFor(tasks),
			),
		];
	}
	return tasks.map(({ id, name, state, scheduledFor: at }) =>
		blocker(
			'pendingOffboarding',
			`CIPP has "${name}" already: ${state}${at ? `, for ${at}` : ''}`,
			`Wait for it, or cancel it first (task ${id}).`,
		),
	);
}

function identity({ user, roles }: Snapshot, options: OffboardingOptions): Found[] {
	const found: Found[] = [];
	const held = orElse(roles, []);
	const isLast = held.some(
		({ displayName, otherHolders }) =>
			/^global administrator$/i.test(displayName) && otherHolders === 0,
	);
	if (isLast && (options.DisableSignIn || options.DeleteUser || options.ResetPass)) {
		found.push(
			blocker(
				'lastGlobalAdministrator',
				'Nobody else is Global Administrator: the tenant would be left without one',
				'Give the role to someone else first.',
			),
		);
	}
	if (held.length > 0) {
		found.push(
			warning(
				'adminRoles',
				`Holds ${counted(held.length, 'admin role')} that CIPP's offboarding leaves alone: ${held.map(({ displayName }) => displayName).join(', ')}`,
				'Take the roles away separately. They may also keep CIPP from resetting the password.',
			),
		);
	}
	if (user.isSynced) found.push(...synced(options));
	if (!user.accountEnabled) {
		found.push(
			warning(
				'alreadyDisabled',
				'Sign-in is blocked already: this person may have been offboarded before',
				'Make sure that it is the right person.',
			),
		);
	}
	return found;
}

function synced(options: OffboardingOptions): Found[] {
	const local: Array<[StepName, string, string]> = [
		[
			'DisableSignIn',
			'CIPP blocks sign-in in the cloud, reports a failure, and the next sync may undo it',
			'Disable the account in the local Active Directory as well.',
		],
		[
			'HideFromGAL',
			'Whether the person shows in the address list is decided in the local Active Directory',
			'Set msExchHideFromAddressLists there.',
		],
		[
			'ResetPass',
			'The new password goes through password writeback, which may refuse it later',
			'Reset the password in the local Active Directory if writeback is off.',
		],
		[
			'DeleteUser',
			'The next sync brings a deleted synced account back',
			'Delete it in the local Active Directory, or take it out of the sync.',
		],
	];
	const asked = local.filter(([step]) => options[step] === true);
	if (asked.length === 0) {
		return [
			warning(
				'directorySynced',
				'The account is synced from a local Active Directory',
				'What is mastered there has to be changed there.',
			),
		];
	}
	return asked.map(([step, message, cure]) =>
		warning('directorySynced', `The account is synced. ${message}`, cure, step),
	);
}

function groups({ groups: part, ownedGroups }: Snapshot, options: OffboardingOptions): Found[] {
	const found: Found[] = [];
	const orphans = orElse(ownedGroups, []).filter(({ otherOwners }) => otherOwners === 0);
	if (orphans.length > 0) {
		found.push(
			warning(
				'lastOwner',
				`Is the only owner of ${orphans.map(({ displayName, isTeam }) => `${displayName}${isTeam ? ' (team)' : ''}`).join(', ')}`,
				'Make someone else an owner first, for example the manager.',
			),
		);
	}
	if (!options.RemoveGroups) return found;
	const all = orElse(part, []);
	const staying = (
		code: RemarkCode,
		reason: string,
		message: string,
		cure: string,
		left: SnapshotGroup[] = all.filter((group) => reasonToStay(group) === reason),
	): void => {
		if (left.length === 0) return;
		found.push(warning(code, `${message}: ${namesOf(left)}`, cure, 'RemoveGroups'));
	};
	staying(
		'dynamicGroups',
		'dynamic',
		'A rule decides who is in these groups, so the person stays in them',
		'Change the attribute that the rule looks at, or leave it: a disabled account can use none of them.',
	);
	staying(
		'syncedGroups',
		'synced from on-premises',
		'These groups are synced, so the person stays in them',
		'Take the person out in the local Active Directory.',
	);
	staying(
		'licenseGroups',
		'gives licences',
		'These groups give licences, and CIPP leaves them to the licence removal',
		options.RemoveLicenses
			? 'Nothing to do: the second task removes the person.'
			: 'Choose Remove Licenses as well, or take the person out by hand.',
	);
	return found;
}

function mail(snapshot: Snapshot, options: OffboardingOptions): Found[] {
	const found: Found[] = [];
	const { mailbox, inboxRules } = snapshot;
	if (options.forward && options.disableForwarding) {
		found.push(
			blocker(
				'forwardWithDisable',
				'CIPP would set the forwarding and end it in the next step',
				'Keep only one of Forward Mail To and Disable Forwarding.',
				'disableForwarding',
			),
		);
	}
	const forwarding = isRead(mailbox) ? mailbox.forwarding : null;
	if (forwarding && !options.disableForwarding && !options.forward) {
		found.push(
			warning(
				'existingForward',
				`Mail goes to ${forwarding.kind === 'external' ? 'the external address ' : ''}${forwarding.to} already, and will go on doing so`,
				'Choose Disable Forwarding, unless that is wanted.',
			),
		);
	} else if (forwarding) {
		found.push(
			warning(
				'existingForward',
				`Mail goes to ${forwarding.to} now, which this ${options.forward ? 'replaces' : 'ends'}`,
				'Ask whether anybody relies on it.',
				options.forward ? 'forward' : 'disableForwarding',
			),
		);
	}
	const senders = orElse(inboxRules, []).filter(
		({ isEnabled, forwardsTo }) => isEnabled && forwardsTo.length > 0,
	);
	if (senders.length > 0) {
		found.push(
			warning(
				'existingRules',
				`Mail is sent on by ${counted(senders.length, 'inbox rule')}: ${senders.map(({ name, forwardsTo }) => `${name} (to ${forwardsTo.join(', ')})`).join('; ')}`,
				options.RemoveRules
					? 'They are deleted and cannot come back. Keep the snapshot if they matter.'
					: 'Choose Remove Rules to end that.',
			),
		);
	}
	if (options.OOO && options.forward && !options.KeepCopy) {
		found.push(
			warning(
				'replyNotSent',
				'Mail that is forwarded without a copy gets no automatic reply',
				'Choose Keep a Copy as well.',
				'OOO',
			),
		);
	}
	if (options.ConvertToShared && options.DeleteUser) {
		found.push(
			blocker(
				'convertWithDelete',
				'A shared mailbox goes with its account: deleting the user deletes it',
				'Keep only one of Convert to Shared and Delete User.',
				'DeleteUser',
			),
		);
	}
	return found;
}

function licenses(snapshot: Snapshot, options: OffboardingOptions, facts: PlanFacts): Found[] {
	const found: Found[] = [];
	const { mailbox, licenses: part, groups: memberOf, user } = snapshot;
	const held = orElse(part, []);
	const isUserMailbox = isRead(mailbox) && mailbox.type === 'UserMailbox';
	if (isRead(mailbox)) {
		const reasons = [
			...(mailbox.size !== null && mailbox.size > sharedLimit
				? [`holds ${mailbox.size} GB, more than ${sharedLimit}`]
				: []),
			...(mailbox.hasArchive ? ['has an archive'] : []),
			...(mailbox.holds.length > 0 ? [`is on hold (${mailbox.holds.join(', ')})`] : []),
		];
		const isDeleted = options.DeleteUser === true;
		if (reasons.length > 0 && (options.RemoveLicenses || options.ConvertToShared || isDeleted)) {
			const step = options.RemoveLicenses
				? 'RemoveLicenses'
				: options.ConvertToShared
					? 'ConvertToShared'
					: 'DeleteUser';
			const make = options.RemoveLicenses || isDeleted ? blocker : warning;
			found.push(
				make(
					'mailboxNeedsLicense',
					`The mailbox ${reasons.join(', ')}: it needs a licence`,
					'Keep a licence with Exchange Online Plan 2 on it, or leave out the licence removal.',
					step,
				),
			);
		}
	}
	if (options.ConvertToShared && isUserMailbox && isRead(part) && held.length === 0) {
		found.push(...convertingUnlicensed(facts));
	}
	if (options.RemoveLicenses && isUserMailbox && !options.ConvertToShared && held.length > 0) {
		found.push(
			warning(
				'mailboxLost',
				'Without a licence the mailbox is gone after 30 days',
				'Choose Convert to Shared to keep it.',
				'RemoveLicenses',
			),
		);
	}
	if (options.RemoveLicenses && options.DeleteUser) {
		found.push(
			warning(
				'deleteWithLicenses',
				'The licence task starts when the account is gone, and fails; deleting frees the licences anyway',
				'Leave out Remove Licenses.',
				'RemoveLicenses',
			),
		);
	}
	if (options.RemoveLicenses) {
		const stuck = orElse(memberOf, []).filter(
			(group) => group.licenses.length > 0 && (group.isDynamic || group.isSynced),
		);
		if (stuck.length > 0) {
			found.push(
				warning(
					'licenseStays',
					`CIPP cannot take the person out of ${namesOf(stuck)}, so the licences of it stay`,
					'Change the rule or the local group, then verify.',
					'RemoveLicenses',
				),
			);
		}
		if (user.userPrincipalName.includes("'")) {
			found.push(
				warning(
					'apostrophe',
					'CIPP may fail to create its licence task for a name with an apostrophe, and reports it as planned',
					'Verify afterwards, and remove the licences directly if they are still there.',
					'RemoveLicenses',
				),
			);
		}
		for (const task of orElse(facts.licenseTasks, [])) {
			found.push(
				warning(
					'licenseTaskClash',
					`CIPP has "${task.name}" already (${task.state}) and creates no second one of that name`,
					`Remove that task first (${task.id}).`,
					'RemoveLicenses',
				),
			);
		}
	}
	return found;
}

function convertingUnlicensed({ seats }: PlanFacts): Found[] {
	const need = 'The person has no licence, and Exchange needs one to convert the mailbox';
	const free = isRead(seats) ? seats.filter((seat) => seat.free > 0) : [];
	if (isRead(seats) && free.length === 0) {
		return [
			blocker(
				'noSeatToConvert',
				`${need}; the tenant has no seat left`,
				'Free or buy a seat, assign it, then convert.',
				'ConvertToShared',
			),
		];
	}
	const names = free.map(({ name, free: seatsLeft }) => `${name} (${seatsLeft})`).join(', ');
	return [
		warning(
			'licenseNeededToConvert',
			`${need}${names ? `. Free seats: ${names}` : ''}`,
			'Assign a licence with Exchange Online first.',
			'ConvertToShared',
		),
	];
}

function people({ user }: Snapshot, { missing }: PlanFacts): Found[] {
	const home = domainOf(user.userPrincipalName);
	return missing.map(({ field, value }) => {
		const message = `There is no "${value}" in this tenant`;
		if (field !== 'forward')
			return blocker('delegateNotFound', message, 'Correct the name.', field);
		if (domainOf(value) === home) {
			return blocker('forwardTargetNotFound', message, 'Correct the address.', field);
		}
		// It may be a mail contact, which CIPP has no quick reading for.
		return warning(
			'forwardTargetNotFound',
			`Neither a user nor a group of this tenant has the address ${value}`,
			'CIPP forwards to recipients of the tenant only: an outside address needs a mail contact.',
			field,
		);
	});
}

const domainOf = (address: string): string => address.toLowerCase().split('@').at(-1) ?? '';

/** Parts that a chosen step depends on. */
const needed: Partial<Record<StepName, Array<keyof Snapshot>>> = {
	RemoveGroups: ['groups'],
	RemoveLicenses: ['mailbox'],
	ConvertToShared: ['mailbox'],
	removePermissions: ['mailboxesOfOthers'],
	removeCalendarPermissions: ['calendarsOfOthers'],
};

function readings(
	snapshot: Snapshot,
	options: OffboardingOptions,
	facts: PlanFacts,
	now: Date,
): Found[] {
	const found: Found[] = [];
	const about = (part: keyof Snapshot, step?: StepName): void => {
		const value = snapshot[part] as unknown;
		if (isRead(value as NotRead | string) || (value as NotRead).absent) return;
		const { notRead } = value as NotRead;
		found.push(
			warning('notRead', `Not checked: ${part}. ${notRead}`, cureFor(value as NotRead), step),
		);
	};
	about('roles');
	about('ownedGroups');
	for (const [step, parts] of Object.entries(needed)) {
		if (!options[step as StepName]) continue;
		for (const part of parts) about(part, step as StepName);
	}
	for (const [step, part] of [
		['removePermissions', snapshot.mailboxesOfOthers],
		['removeCalendarPermissions', snapshot.calendarsOfOthers],
	] as const) {
		if (!options[step] || !isRead(part) || part.asOf === null) continue;
		const start = scheduledFor(options)?.getTime() ?? now.getTime();
		if (start - Date.parse(part.asOf) <= reportIsStaleAfter) continue;
		found.push(
			warning(
				'staleReport',
				`CIPP takes the permissions from its report of ${part.asOf}: what was granted since is not seen`,
				'Let CIPP sync its cache of permissions first.',
				step,
			),
		);
	}
	if (!isRead(facts.licenseTasks) && options.RemoveLicenses) {
		found.push(
			warning(
				'notRead',
				`Not checked: licence tasks. ${facts.licenseTasks.notRead}`,
				cureFor(facts.licenseTasks),
			),
		);
	}
	return found;
}

const namesOf = (list: SnapshotGroup[]): string =>
	list.map(({ displayName }) => displayName).join(', ');

function cureFor({ permission }: NotRead): string {
	return permission
		? `In CIPP, give the role of the API client the permission ${permission}.`
		: 'Try again, or look in the tenant.';
}
