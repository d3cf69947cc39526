import { shownSteps, type OffboardingOptions } from '../../order/order';
import { orElse } from '../../person/part';
import type { Snapshot, SnapshotRole } from '../../person/snapshot-shape';
import { counted } from '../../steps/vocabulary/counted';
import { blocker, warning, type Found } from './remark';

/** Who it is: roles, where the account is mastered, whether it is still in use. */
export function identity({ user, roles }: Snapshot, options: OffboardingOptions): Found[] {
	const held = orElse(roles, []);
	return [
		...lastAdministrator(held, options),
		...adminRoles(held),
		...(user.isSynced ? synced(options) : []),
		...(user.accountEnabled ? [] : [alreadyDisabled()]),
	];
}

function lastAdministrator(held: SnapshotRole[], options: OffboardingOptions): Found[] {
	const isLast = held.some(
		({ displayName, otherHolders }) =>
			/^global administrator$/i.test(displayName) && otherHolders === 0,
	);
	if (!isLast || !(options.DisableSignIn || options.DeleteUser || options.ResetPass)) return [];
	return [
		blocker(
			'lastGlobalAdministrator',
			'Nobody else is Global Administrator: the tenant would be left without one',
			'Give the role to someone else first.',
		),
	];
}

function adminRoles(held: SnapshotRole[]): Found[] {
	if (held.length === 0) return [];
	const names = held.map(({ displayName }) => displayName).join(', ');
	return [
		warning(
			'adminRoles',
			`Holds ${counted(held.length, 'admin role')} that CIPP's offboarding leaves alone: ${names}`,
			'Take the roles away separately. They may also keep CIPP from resetting the password.',
		),
	];
}

function synced(options: OffboardingOptions): Found[] {
	const found = shownSteps(options).flatMap(({ name, synced: local }) =>
		local
			? [warning('directorySynced', `The account is synced. ${local.says}`, local.cure, name)]
			: [],
	);
	if (found.length > 0) return found;
	return [
		warning(
			'directorySynced',
			'The account is synced from a local Active Directory',
			'What is mastered there has to be changed there.',
		),
	];
}

const alreadyDisabled = (): Found =>
	warning(
		'alreadyDisabled',
		'Sign-in is blocked already: this person may have been offboarded before',
		'Make sure that it is the right person.',
	);
