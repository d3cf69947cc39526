import { isObject } from '../../cipp/body';
import type { Row } from '../../cipp/rows';
import { groupsGiving, licensesOf } from '../person/account';
import { isRead } from '../person/part';
import type { StateReader } from '../person/state-reader';
import { namesIn } from './vocabulary/before';
import { counted } from './vocabulary/counted';
import { onOff } from './vocabulary/kinds';
import { denied, endsWithAccount, notReadable, proven } from './vocabulary/proof';
import { step } from './vocabulary/step';
import { unknown } from './vocabulary/will';

export const removeLicenses = step('RemoveLicenses', {
	label: 'Remove Licenses',
	help: 'Whether to remove all licenses. CIPP does this in a second task, 5 to 20 minutes later.',
	place: 60,
	field: onOff,
	profiles: { standard: true, contractor: true, litigation: false },

	command: 'Remove-CIPPLicense',
	// The scheduler's own sentence slips out before CIPP's.
	done: [/^Scheduled license removal for /, /^Successfully added task: Remove License: /],
	failed: [/^Could not remove license for /],
	laterTask: {
		done: [
			/^Removed directly assigned licenses for /,
			/^No licenses to remove for /,
			/^No directly assigned licenses/,
			/^Removed .* from (mail-enabled )?license group /,
		],
		failed: [
			/^Could not remove license for /,
			/^Failed to remove .* from (mail-enabled )?license group /,
			/^Task Failed/i,
		],
	},
	atOnce: async ({ tenantFilter, account: { id }, state }) => {
		const licenses = await directLicenses(state);
		if (licenses.length === 0) return null;
		const removal = {
			tenantFilter,
			userIds: [id],
			LicenseOperation: 'Remove',
			LicensesToRemove: licenses.map((value) => ({ value, label: value })),
			RemoveAllLicenses: false,
		};
		return { method: 'POST', endpoint: 'ExecBulkLicense', body: [removal] };
	},

	before: namesIn(
		({ licenses }) => licenses,
		'licence',
		({ name }) => name,
	),
	will: ({ licenses }) => {
		const later = 'in a second task, five to twenty minutes later';
		if (!isRead(licenses)) return unknown(`removes the licences ${later}`, licenses);
		if (licenses.length === 0) return 'has no licences';
		const names = licenses.map(({ name, direct, groups }) => {
			const source = groups.map(({ displayName }) => displayName).join(' and ');
			return direct ? name : `${name} (through ${source})`;
		});
		return `removes ${counted(licenses.length, 'licence')} ${later}: ${names.join(', ')}`;
	},
	needs: ['mailbox'],

	isTrue: async ({ now, state }) => {
		const left = licensesOf(now);
		if (left.length === 0) return proven('assignedLicenses is empty');
		const inherited = onlyThroughGroups(now);
		const direct = left.filter((sku) => !inherited.has(sku));
		const list = `(${left.join(', ')})`;
		const some = `${counted(left.length, 'licence')} left`;
		if (direct.length > 0) {
			return denied(`${some}, ${direct.length} of them assigned directly ${list}`);
		}
		if (await isInAny(state, groupsGiving(now))) {
			return denied(
				`${some}, all through groups: take the person out of the licence groups ${list}`,
			);
		}
		return {
			...notReadable(`${some}, through groups in which the person no longer is ${list}`),
			later: true,
			advice: 'Microsoft takes them back by itself, within minutes to hours. Verify later.',
		};
	},
	whenDeleted: endsWithAccount('its licences are free again'),
	ends: ['licences'],
});

/** Leaving a group takes its licences only after a while. */
async function isInAny(state: StateReader, givers: string[]): Promise<boolean> {
	const groups = await state.groups();
	return groups.some(({ id }) => givers.includes(String(id)));
}

/** One inherited licence in the list would make Microsoft refuse all of them. */
async function directLicenses(state: StateReader): Promise<string[]> {
	const account = await state.account();
	const direct = assignmentsOf(account ?? {}).filter(({ assignedByGroup }) => !assignedByGroup);
	return [...new Set(direct.map(skuOf))];
}

function onlyThroughGroups(account: Row): Set<string> {
	const all = assignmentsOf(account);
	const direct = new Set(all.filter(({ assignedByGroup }) => !assignedByGroup).map(skuOf));
	return new Set(all.map(skuOf).filter((sku) => !direct.has(sku)));
}

const assignmentsOf = ({ licenseAssignmentStates: states }: Row): Row[] =>
	Array.isArray(states) ? states.filter(isObject) : [];

const skuOf = ({ skuId }: Row): string => String(skuId);
