import { needsSecondTask, type OffboardingOptions } from '../../order/order';
import { reasonToStay } from '../../person/groups';
import { orElse } from '../../person/part';
import type { OwnedGroup, Snapshot, SnapshotGroup } from '../../person/snapshot-shape';
import { namesOf, warning, type Found, type RemarkCode } from './remark';

/** Groups that would be left without an owner, and those that CIPP leaves the person in. */
export function groups(
	{ groups: memberOf, ownedGroups }: Snapshot,
	options: OffboardingOptions,
): Found[] {
	return [
		...orphans(orElse(ownedGroups, [])),
		...(options.RemoveGroups ? staying(orElse(memberOf, []), options) : []),
	];
}

function orphans(owned: OwnedGroup[]): Found[] {
	const alone = owned.filter(({ otherOwners }) => otherOwners === 0);
	if (alone.length === 0) return [];
	const names = alone.map(({ displayName, isTeam }) => `${displayName}${isTeam ? ' (team)' : ''}`);
	return [
		warning(
			'lastOwner',
			`Is the only owner of ${names.join(', ')}`,
			'Make someone else an owner first, for example the manager.',
		),
	];
}

function staying(all: SnapshotGroup[], options: OffboardingOptions): Found[] {
	const left = (reason: string, code: RemarkCode, message: string, cure: string): Found[] => {
		const here = all.filter((group) => reasonToStay(group) === reason);
		if (here.length === 0) return [];
		return [warning(code, `${message}: ${namesOf(here)}`, cure, 'RemoveGroups')];
	};
	return [
		...left(
			'dynamic',
			'dynamicGroups',
			'A rule decides who is in these groups, so the person stays in them',
			'Change the attribute that the rule looks at, or leave it: a disabled account can use none of them.',
		),
		...left(
			'synced from on-premises',
			'syncedGroups',
			'These groups are synced, so the person stays in them',
			'Take the person out in the local Active Directory.',
		),
		...left(
			'gives licences',
			'licenseGroups',
			'These groups give licences, and CIPP leaves them to the licence removal',
			needsSecondTask(options)
				? 'Nothing to do: the second task removes the person.'
				: 'Choose Remove Licenses as well, or take the person out by hand.',
		),
	];
}
