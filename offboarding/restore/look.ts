import { isRead, readPart } from '../person/part';
import type { Fact } from './fact';
import type { Here } from './here';

export interface Look {
	/** Null when it cannot be read or compared. */
	isSo: boolean | null;
	/** What was read, or why it could not be. */
	read: string;
	/** Null when there was nothing, or it could not be read. */
	now: unknown;
	/** Reading was meant to work and failed: nobody has looked. */
	failed?: true;
}

/** Looks whether a fact is so now. Never rejects for what cannot be read. */
export async function lookAt(fact: Fact, wanted: unknown, here: Here): Promise<Look> {
	const now = await readPart(fact.now(here, wanted));
	if (isRead(now)) return { isSo: fact.isSo(wanted, now), read: fact.read(now, wanted), now };
	const { notRead, permission, absent } = now;
	// What Microsoft says is not there is not as it was.
	if (absent) return { isSo: false, read: notRead, now: null };
	return { isSo: null, read: notRead, now: null, ...(permission ? {} : { failed: true }) };
}
