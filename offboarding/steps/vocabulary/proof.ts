import type { Row } from '../../../cipp/rows';
import { counted } from './counted';

/** What reading the tenant told about one step. Null: it cannot be read, and `read` says why. */
export interface Proof {
	verified: boolean | null;
	read: string;
	advice?: string;
	/** Reading was meant to work and failed: nobody has looked. */
	failed?: true;
	/** Nothing is left to do: Microsoft follows by itself. */
	later?: true;
}

export const proven = (read: string): Proof => ({ verified: true, read });
export const denied = (read: string): Proof => ({ verified: false, read });
export const notReadable = (read: string): Proof => ({ verified: null, read });
export const verdict = (isTrue: boolean, read: string): Proof =>
	isTrue ? proven(read) : denied(read);

/** True when nothing of a list is left. */
export function none(rows: Row[], what: string, nameColumn: string): Proof {
	if (rows.length === 0) return proven(`no ${what}s left`);
	const names = rows.map((row) => String(row[nameColumn] ?? row.id ?? '?')).join(', ');
	return denied(`${counted(rows.length, what)} left: ${names}`);
}

export const gone = 'the account no longer exists';

/** For what a deleted account cannot have or do any more. */
export const endsWithAccount = (so: string) => async (): Promise<Proof> =>
	proven(`${gone}, so ${so}`);

/** Whether a date is newer than before. Where it was not known before, it proves nothing. */
export function newer(now: string | null, before: string | null, words: string): Proof {
	const read = `${words} ${now ?? 'an unknown time'}, before it was ${before ?? 'unknown'}`;
	if (now === null) return denied(read);
	return before === null ? notReadable(read) : verdict(Date.parse(now) > Date.parse(before), read);
}
