import { isRead, type NotRead, type Part } from '../../person/part';
import type { Snapshot } from '../../person/snapshot-shape';
import { counted } from './counted';

type PartName = Exclude<keyof Snapshot, 'schema' | 'takenAt' | 'tenant' | 'user'>;
type Data<Name extends PartName> = Exclude<Snapshot[Name], NotRead>;

/** Words about one part of a snapshot, or that it is not there or was not read. */
export const of =
	<Name extends PartName>(name: Name, words: (data: Data<Name>) => string) =>
	(snapshot: Snapshot): string =>
		say<Data<Name>>(snapshot[name] as unknown as Part<Data<Name>>, words);

/** How many there were, and their names. */
export const namesIn =
	<Entry>(
		list: (snapshot: Snapshot) => Part<Entry[]>,
		what: string,
		name: (entry: Entry) => string,
	) =>
	(snapshot: Snapshot): string =>
		names(list(snapshot), what, name);

export function say<T>(part: Part<T>, words: (data: T) => string): string {
	if (isRead(part)) return words(part);
	return part.absent ? 'none' : `not read: ${part.notRead}`;
}

export function names<Entry>(
	part: Part<Entry[]>,
	what: string,
	name: (entry: Entry) => string,
): string {
	return say(part, (entries) =>
		entries.length === 0
			? `no ${what}`
			: `${counted(entries.length, what)}: ${entries.map(name).join(', ')}`,
	);
}

export const forwardingBefore = of('mailbox', ({ forwarding }) =>
	forwarding ? `mail to ${forwarding.to}` : 'not forwarded',
);
