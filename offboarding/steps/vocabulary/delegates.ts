import type { Row } from '../../../cipp/rows';
import type { Snapshot } from '../../person/snapshot-shape';
import { names } from './before';
import type { LabelValue } from './kinds';
import { denied, proven, type Proof } from './proof';
import { isSamePerson } from './same-person';
import type { Look } from './step';

/** Who had rights in the mailbox before. */
export const delegatesBefore = ({ mailboxDelegates }: Snapshot): string =>
	names(mailboxDelegates, 'delegate', ({ user, rights }) => `${user} (${rights.join(', ')})`);

/** Nothing in CIPP shows it. */
export const withoutAutomapping = '; whether Outlook shows the mailbox by itself cannot be read';

/** Whether everyone who was named has a right in the mailbox now. */
export const allHold =
	(right: string, unseen = '') =>
	async ({ state, asked }: Look<LabelValue[]>): Promise<Proof> => {
		const rows = (await state.mailboxDelegates()).filter((row) => holds(row, right));
		const missing: string[] = [];
		for (const delegate of asked.value) {
			const hits = await Promise.all(
				rows.map(async (row) => await isSamePerson(state, String(row.User ?? ''), delegate)),
			);
			if (!hits.includes(true)) missing.push(delegate.value);
		}
		return missing.length === 0
			? proven(`${right} is there for ${namesOf(asked.value)}${unseen}`)
			: denied(`no ${right} for ${missing.join(', ')}`);
	};

const holds = ({ Permissions }: Row, right: string): boolean =>
	String(Permissions ?? '')
		.toLowerCase()
		.includes(right.toLowerCase());

export const namesOf = (people: LabelValue[]): string =>
	people.map(({ value }) => value).join(', ');
