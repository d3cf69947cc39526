import { isRead, orElse, type Part } from '../person/part';
import type { Snapshot } from '../person/snapshot-shape';
import type { CannotRestore } from './shape';

/** What CIPP has no way to give back, as far as it is lost. `now` is null for a deleted account. */
export function lostForGood(before: Snapshot, now: Snapshot | null): CannotRestore[] {
	return [
		...listsLost(before, now),
		...immutableIdLost(before, now),
		{
			what: 'password, sessions and cancelled meetings',
			why: 'nobody can read or repeat them',
			instead: 'Reset the password, and let the person send the meetings again.',
		},
		...sharingUnknown(before),
	];
}

function listsLost(before: Snapshot, now: Snapshot | null): CannotRestore[] {
	const kinds: Array<[string, string[], string, string]> = [
		[
			'admin roles',
			lost(before.roles, now?.roles, ({ displayName }) => displayName),
			'CIPP has no endpoint that gives a role for good',
			'Assign them in Entra, or use Just-in-Time Admin.',
		],
		[
			'inbox rules',
			lost(before.inboxRules, now?.inboxRules, ({ name }) => name),
			'Exchange keeps no copy of a deleted rule',
			'The snapshot describes them: the person can make them again.',
		],
		[
			'mobile devices',
			lost(before.mobileDevices, now?.mobileDevices, ({ name }) => name),
			'a removed device has to connect by itself',
			'Add the account on the device again.',
		],
		[
			'sign-in methods',
			lost(before.authenticationMethods, now?.authenticationMethods, (kind) => kind),
			'a registration cannot be made for someone else',
			'Create a Temporary Access Pass, so that the person can register again.',
		],
	];
	return kinds
		.filter(([, names]) => names.length > 0)
		.map(([what, names, why, instead]) => ({ what: `${what}: ${names.join(', ')}`, why, instead }));
}

function lost<T>(
	before: Part<T[]>,
	now: Part<T[]> | undefined,
	nameOf: (entry: T) => string,
): string[] {
	const left = new Set(orElse(now ?? [], []).map(nameOf));
	return orElse(before, [])
		.map(nameOf)
		.filter((name) => !left.has(name));
}

function immutableIdLost(before: Snapshot, now: Snapshot | null): CannotRestore[] {
	if (!before.user.hasImmutableId || now?.user.hasImmutableId !== false) return [];
	return [
		{
			what: 'immutable ID',
			why: 'the snapshot does not keep it, and CIPP has no endpoint that sets it',
			instead: 'The sync sets it again when it matches the account.',
		},
	];
}

function sharingUnknown({ oneDrive }: Snapshot): CannotRestore[] {
	if (!isRead(oneDrive)) return [];
	return [
		{
			what: 'sharing of the OneDrive',
			why: 'CIPP cannot read how it was shared',
			instead: 'Set it by hand if it was switched off.',
		},
	];
}
