import type { Blocker } from '../../order/blockers';
import type { FoundPerson } from '../../order/named-people';
import type { NotRead } from '../../person/part';
import type { SnapshotGroup } from '../../person/snapshot-shape';
import type { StepName } from '../../steps';

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
	| Blocker['code']
	| 'forwardWithDisable'
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
	| 'droppedByVersion'
	| 'leftOutWithDeletion'
	| 'notRead';

/** What has been looked up beside the snapshot. */
export interface PlanFacts {
	/** Offboardings of this person that CIPP has not ended. */
	pending:
		| Array<{ id: string; name: string; state: string; scheduledFor: string | null }>
		| NotRead;
	/** "Remove License" tasks of this person that CIPP has not ended: a second one is never created. */
	licenseTasks: Array<{ id: string; name: string; state: string }> | NotRead;
	/** People named in the options, as the tenant knows them. */
	named: FoundPerson[];
	/** Free seats of the tenant; empty unless the person needs a licence to be converted. */
	seats: Array<{ name: string; free: number }> | NotRead;
}

export interface Found {
	isBlocker: boolean;
	remark: Remark;
}

type Finding = (code: RemarkCode, message: string, cure: string, step?: StepName) => Found;

const finding =
	(isBlocker: boolean): Finding =>
	(code, message, cure, step) => ({
		isBlocker,
		remark: { code, ...(step ? { step } : {}), message, cure },
	});

/** With it, starting does harm or cannot work. */
export const blocker = finding(true);
export const warning = finding(false);

/** A part that nobody could look at. */
export const notChecked = (what: string, part: NotRead, step?: StepName): Found =>
	warning('notRead', `Not checked: ${what}. ${part.notRead}`, cureFor(part), step);

export function cureFor({ permission }: NotRead): string {
	return permission
		? `In CIPP, give the role of the API client the permission ${permission}.`
		: 'Try again, or look in the tenant.';
}

export const namesOf = (groups: SnapshotGroup[]): string =>
	groups.map(({ displayName }) => displayName).join(', ');
