import type { Row } from '../../cipp/rows';
import { groupsGiving } from '../person/account';
import { reasonToStay } from '../person/groups';
import { isRead } from '../person/part';
import { namesIn } from './vocabulary/before';
import { counted } from './vocabulary/counted';
import { onOff } from './vocabulary/kinds';
import { denied, endsWithAccount, proven } from './vocabulary/proof';
import { step } from './vocabulary/step';
import { listed, unknown } from './vocabulary/will';

export const removeGroups = step('RemoveGroups', {
	label: 'Remove From Groups',
	help: 'Whether to remove the person from all groups. Dynamic and synced groups stay and are listed.',
	place: 50,
	field: onOff,
	profiles: { standard: true, immediate: true, contractor: true, litigation: false },

	command: 'Remove-CIPPGroups',
	done: [
		/^Successfully removed .* from group /,
		/^Skipping removal of .* from group /,
		/ is not a member of any groups/,
	],
	failed: [
		/^(Error: )?Could not remove \S+ from /,
		/^Error (preparing bulk group removal|executing bulk Exchange) requests/,
	],
	leaves: /^Skipping removal of .*? from (?:group )?'(.*)'/,

	before: namesIn(
		({ groups }) => groups,
		'group',
		({ displayName }) => displayName,
	),
	will: ({ groups }) => {
		if (!isRead(groups)) return unknown('removes from the groups', groups);
		if (groups.length === 0) return 'is in no group';
		const gone = groups.filter((group) => reasonToStay(group) === null);
		const left = groups.filter((group) => reasonToStay(group) !== null);
		const removes = listed('removes', gone, 'group', ({ displayName }) => displayName);
		const stays = left.map((group) => `${group.displayName} (${reasonToStay(group)})`).join(', ');
		return left.length === 0
			? removes
			: `${removes}; ${left.length} ${left.length === 1 ? 'stays' : 'stay'}: ${stays}`;
	},
	needs: ['groups'],

	isTrue: async ({ state, left, now }) => {
		const groups = await state.groups();
		if (groups.length === 0) return proven('in no group');
		const givers = groupsGiving(now);
		const reasons = groups.map((group) => whyLeft(group, left, givers));
		const list = groups.map(
			(group, index) => `"${nameOf(group)}" (${reasons[index] ?? 'could be removed'})`,
		);
		const read = `still in ${counted(groups.length, 'group')}: ${list.join(', ')}`;
		return reasons.includes(null) ? denied(read) : { ...proven(read), advice: whatStays };
	},
	whenDeleted: endsWithAccount('it is in no group'),
});

const whatStays =
	'CIPP leaves the person in these groups for the reason that is named. Change the rule, or take the person out in the local Active Directory, if it matters.';

function whyLeft(group: Row, left: string[], givers: string[]): string | null {
	if (/DynamicMembership/i.test(String(group.GroupTypes ?? ''))) {
		return 'its rule decides who is in';
	}
	if (group.OnPremisesSync === true) return 'synced from on-premises';
	if (givers.includes(String(group.id)) || left.includes(String(group.DisplayName))) {
		return 'gives licences, CIPP leaves it to the licence removal';
	}
	return null;
}

const nameOf = (group: Row): string => String(group.DisplayName ?? group.id);
