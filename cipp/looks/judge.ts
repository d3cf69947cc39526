import type { Row } from '../rows';
import { at } from './compare';
import { holds, isRow, type Holds } from './holds';
import type { Proof, Seen, Verdict, Where } from './proof';
import { expectedBy, foundIn } from './words';

/** When and among what a change was made. */
export interface Moment {
	/** When it was sent, in milliseconds. */
	sentAt: number;
	/** What was read before it, where that was asked for. */
	before?: Seen;
	/** The same by name of the reading, where it is not known yet which one counts. */
	befores?: Map<string, Seen>;
	/** It is this one of several of the run that each make one more, from 1. */
	ordinal: number;
}

/** What one reading says of a change. */
export interface Judgement {
	holds: Holds;
	found: string | null;
	reason?: string;
	permission?: string;
	/** Another look can change nothing. */
	isFinal?: true;
}

/** Reads a proof off what was seen. */
export function judge(proof: Proof, seen: Seen, moment: Moment): Judgement {
	if ('notRead' in seen) {
		const { notRead: reason, permission } = seen;
		return {
			holds: null,
			found: null,
			reason,
			...(permission ? { permission } : {}),
			isFinal: true,
		};
	}
	const rows = 'rows' in seen ? seen.rows : null;
	if (rows === null) return ofNothing(proof);
	if (rows.length > 0 && rows.every(holdsNothing)) return unread('a row with nothing in it');
	if (proof.anchor && !rows.some((row) => isRow(row, proof.anchor!)))
		return unread('a list without the rows that are always there');
	if (rows.length > 0 && proof.wheres.some((where) => !isTold(rows, where))) return nothingTold;
	if (proof.must === 'be one more') return counted(proof, rows, moment);
	return together(proof.wheres.map((where) => ofRow(proof, where, rows, moment)));
}

/** A thing is gone where it does not exist; what was in it is not therefore taken out. */
function ofNothing({ must, wheres }: Proof): Judgement {
	const found = 'it does not exist';
	if (must !== 'be gone') return { holds: false, found };
	if (wheres.every((where) => Object.keys(where).length === 0)) return { holds: true, found };
	return { holds: null, found, reason: 'what it was in was not found', isFinal: true };
}

const unread = (what: string): Judgement => ({
	holds: null,
	found: null,
	reason: `CIPP gave ${what}, as it does when Microsoft refuses`,
	isFinal: true,
});

const nothingTold: Judgement = {
	holds: null,
	found: null,
	reason: 'the rows do not have the columns that tell which is which',
	isFinal: true,
};

/** As CIPP fills in what it has not read. */
const holdsNothing = (row: Row): boolean =>
	Object.values(row).every(
		(value) => value === null || value === '' || value === false || value === undefined,
	);

/** A row can only be missed in a list whose rows have what it is known by. A pattern may be about a column that only it has. */
const isTold = (rows: Row[], where: Where): boolean =>
	Object.entries(where).every(
		([names, wanted]) =>
			wanted instanceof RegExp ||
			rows.some((row) => names.split('|').some((name) => at(row, name) !== undefined)),
	);

function ofRow({ must, columns }: Proof, where: Where, rows: Row[], moment: Moment): Judgement {
	const found = rows.filter((row) => isRow(row, where));
	if (must === 'be gone')
		return { holds: found.length === 0, found: found.length === 0 ? 'not there' : 'still there' };
	if (found.length === 0) return { holds: false, found: 'not there' };
	const before = rowsBefore(moment).find((row) => isRow(row, where));
	return best(found.map((row) => ofColumns(row, columns, moment, before)));
}

const rowsBefore = ({ before }: Moment): Row[] => (before && 'rows' in before ? before.rows : []);

/** Of several rows of a name one is enough. */
const best = (all: Judgement[]): Judgement =>
	all.find((one) => one.holds === true) ?? all.find((one) => one.holds === null) ?? all[0];

function ofColumns(
	row: Row,
	columns: Proof['columns'],
	{ sentAt }: Moment,
	before?: Row,
): Judgement {
	const each = Object.entries(columns).map(([path, condition]) => ({
		path,
		holds: holds(row, path, condition, sentAt, before),
		isDate: 'moved' in condition || 'begun' in condition || 'changed' in condition,
	}));
	const found = foundIn(row, columns);
	if (each.some((one) => one.holds === false)) return { holds: false, found };
	const open = each.filter((one) => one.holds === null);
	if (open.length === 0) return { holds: true, found };
	const names = open.map(({ path }) => path).join(', ');
	if (open.some(({ isDate }) => isDate))
		return {
			holds: null,
			found,
			reason: `${names} is from before this change, or shows it later`,
		};
	return { holds: null, found, reason: `what was read does not tell ${names}` };
}

/** The name alone says nothing where others may have it: there have to be more of them. */
function counted(proof: Proof, rows: Row[], { before, ordinal, sentAt }: Moment): Judgement {
	const count = (all: Row[]): number =>
		all.filter(
			(row) =>
				proof.wheres.some((where) => isRow(row, where)) &&
				ofColumns(row, proof.columns, { sentAt, ordinal }).holds !== false,
		).length;
	const earlier =
		before && 'rows' in before ? count(before.rows) : before && 'isGone' in before ? 0 : null;
	const now = count(rows);
	if (earlier === null) {
		return now === 0
			? { holds: false, found: 'not there' }
			: {
					holds: null,
					found: `${now} of this name`,
					reason: 'nobody knows how many there were before',
					isFinal: true as const,
				};
	}
	return { holds: now >= earlier + ordinal, found: `${now} now, ${earlier} before` };
}

function together(all: Judgement[]): Judgement {
	const [first] = all;
	if (all.length === 1) return first;
	const wrong = all.filter((one) => one.holds !== true);
	if (wrong.length === 0) return { holds: true, found: first.found };
	const isFalse = wrong.some((one) => one.holds === false);
	return {
		...(wrong.find((one) => !isFalse || one.holds === false) ?? first),
		found: `${all.length - wrong.length} of ${all.length}`,
	};
}

/** Whether all was so before the change. */
export function wasSoBefore(proof: Proof, { before, sentAt }: Moment): boolean {
	if (!before || proof.must === 'be one more' || 'notRead' in before) return false;
	if (
		Object.values(proof.columns).some((one) => 'moved' in one || 'begun' in one || 'changed' in one)
	)
		return false;
	return judge(proof, before, { sentAt, ordinal: 1 }).holds === true;
}

/** The verdict at the last look. */
export function verdictOf(proof: Proof, judgement: Judgement, moment: Moment): Verdict {
	const { holds: isSo, found, reason, permission } = judgement;
	const isOpen = isSo === false && proof.endsOpen;
	const why = isOpen
		? 'it takes longer than anybody waits: asked for, and not to be seen yet'
		: reason;
	return {
		verified: isOpen ? null : isSo,
		read: proof.read,
		expected: expectedBy(proof),
		found,
		...(isSo === true || why === undefined ? {} : { reason: why }),
		...(permission ? { permission } : {}),
		...(isSo === true && wasSoBefore(proof, moment) ? { alreadySo: true as const } : {}),
		...((isSo === null || isOpen) && proof.elseUnknown ? { isUnknown: true as const } : {}),
		...(isSo !== true && proof.beware ? { beware: proof.beware } : {}),
	};
}
