import { isRead, type Part } from '../../person/part';
import type { Snapshot } from '../../person/snapshot-shape';
import { counted } from './counted';

/** Takes away all of a list, with their names as far as they are known. */
export const takesAll =
	<Entry>(
		verb: string,
		list: (snapshot: Snapshot) => Part<Entry[]>,
		what: string,
		name: (entry: Entry) => string,
	) =>
	(snapshot: Snapshot): string => {
		const part = list(snapshot);
		if (isRead(part) && part.length > 0) return listed(verb, part, what, name);
		return isRead(part) || part.absent
			? `there is no ${what}`
			: unknown(`${verb} every ${what}`, part);
	};

export function listed<Entry>(
	verb: string,
	entries: Entry[],
	what: string,
	name: (entry: Entry) => string,
): string {
	const names = entries.length > 0 ? `: ${entries.map(name).join(', ')}` : '';
	return `${verb} ${counted(entries.length, what)}${names}`;
}

export const unknown = (what: string, part: { notRead: string }): string =>
	`${what}; which, is not known (${part.notRead})`;
