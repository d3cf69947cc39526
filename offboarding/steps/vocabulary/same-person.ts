import type { StateReader } from '../../person/state-reader';
import type { LabelValue } from './kinds';

/** Exchange names people by address, ID or display name, whichever it finds first. */
export async function isSamePerson(
	state: StateReader,
	found: string,
	wanted: LabelValue,
): Promise<boolean> {
	const text = found.trim().toLowerCase();
	if (text === '') return false;
	if (text === wanted.value.toLowerCase()) return true;
	const account = await state.otherAccount(wanted.value);
	if (account === null) return false;
	return [account.id, account.userPrincipalName, account.displayName].some(
		(name) => String(name ?? '').toLowerCase() === text,
	);
}
