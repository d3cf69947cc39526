import { deletionIn, type OffboardingOptions } from '../../order/order';
import { isRead, orElse } from '../../person/part';
import type { Snapshot, SnapshotGroup, SnapshotMailbox } from '../../person/snapshot-shape';
import { blocker, namesOf, warning, type Found, type PlanFacts, type RemarkCode } from './remark';

/** What the mailbox needs licences for, and what becomes of the licences. */
export function licenses(
	snapshot: Snapshot,
	options: OffboardingOptions,
	facts: PlanFacts,
): Found[] {
	return [
		...neededByMailbox(snapshot, options),
		...(needsSeat(snapshot, options) ? convertingUnlicensed(facts) : []),
		...(options.RemoveLicenses ? removing(snapshot, options, facts) : []),
	];
}

/** Above this, Exchange wants a licence for a shared mailbox. */
const sharedLimit = 50;

function neededByMailbox({ mailbox }: Snapshot, options: OffboardingOptions): Found[] {
	const deletion = deletionIn(options);
	const step = options.RemoveLicenses
		? 'RemoveLicenses'
		: options.ConvertToShared
			? 'ConvertToShared'
			: deletion?.name;
	const reasons = isRead(mailbox) ? reasonsForLicense(mailbox) : [];
	if (!step || reasons.length === 0) return [];
	const make = options.RemoveLicenses || deletion ? blocker : warning;
	return [
		make(
			'mailboxNeedsLicense',
			`The mailbox ${reasons.join(', ')}: it needs a licence`,
			'Keep a licence with Exchange Online Plan 2 on it, or leave out the licence removal.',
			step,
		),
	];
}

function reasonsForLicense({ size, hasArchive, holds }: SnapshotMailbox): string[] {
	return [
		...(size !== null && size > sharedLimit ? [`holds ${size} GB, more than ${sharedLimit}`] : []),
		...(hasArchive ? ['has an archive'] : []),
		...(holds.length > 0 ? [`is on hold (${holds.join(', ')})`] : []),
	];
}

const isUsers = ({ mailbox }: Snapshot): boolean =>
	isRead(mailbox) && mailbox.type === 'UserMailbox';

/** Exchange converts no mailbox of someone without a licence. */
export function needsSeat(snapshot: Snapshot, options: OffboardingOptions): boolean {
	const { licenses: held } = snapshot;
	return options.ConvertToShared === true && isUsers(snapshot) && isRead(held) && held.length === 0;
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

/** What stands in the way of taking the licences. */
function removing(snapshot: Snapshot, options: OffboardingOptions, facts: PlanFacts): Found[] {
	const { licenses: part, groups, user } = snapshot;
	const about: Found[] = [];
	const warn = (code: RemarkCode, message: string, cure: string): void => {
		about.push(warning(code, message, cure, 'RemoveLicenses'));
	};
	if (isUsers(snapshot) && !options.ConvertToShared && orElse(part, []).length > 0) {
		warn(
			'mailboxLost',
			'Without a licence the mailbox is gone after 30 days',
			'Choose Convert to Shared to keep it.',
		);
	}
	if (deletionIn(options)) {
		warn(
			'deleteWithLicenses',
			'The licence task starts when the account is gone, and fails; deleting frees the licences anyway',
			'Leave out Remove Licenses.',
		);
	}
	const stuck = orElse(groups, []).filter(isStuck);
	if (stuck.length > 0) {
		warn(
			'licenseStays',
			`CIPP cannot take the person out of ${namesOf(stuck)}, so the licences of it stay`,
			'Change the rule or the local group, then verify.',
		);
	}
	if (user.userPrincipalName.includes("'")) {
		warn(
			'apostrophe',
			'CIPP cannot look for a licence task of a name with an apostrophe, so it may plan a second one',
			'Nothing to do, unless two such tasks stand in its scheduler: then remove one.',
		);
	}
	for (const { id, name, state } of orElse(facts.licenseTasks, [])) {
		warn(
			'licenseTaskClash',
			`CIPP has "${name}" already (${state}) and creates no second one of that name`,
			`Remove that task first (${id}).`,
		);
	}
	return about;
}

const isStuck = ({ licenses: given, isDynamic, isSynced }: SnapshotGroup): boolean =>
	given.length > 0 && (isDynamic || isSynced);
