import type { Row } from '../../../cipp/rows';
import { counted } from './counted';

/** What reading the tenant told about one step. Null: it cannot be read, and `read` says why. */
export interface Proof {
	verified: boolean | null;
	read: string;
	advice?: string;
	/** Reading was meant to work and failed: nobody has looked. */
	failed?: true;
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

/** Where a date is known now, and newer than before. */
export function isLater(now: string | null, before: string | null): boolean {
	if (now === null) return false;
	return before === null || Date.parse(now) > Date.parse(before);
}

/** Exchange wraps the text of a reply in a page of its own. */
export function textOf(page: unknown): string {
	return String(page ?? '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&nbsp;/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
