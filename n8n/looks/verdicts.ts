import type { INodeExecutionData, IDataObject } from 'n8n-workflow';
import type { Verdict } from '../../cipp/looks/proof';
import { NotAsWanted } from '../errors';

/** Several proofs of one change: one that fails is enough, and one that cannot be read leaves it open. */
export function joint(verdicts: Verdict[]): Verdict {
	const deciding =
		verdicts.find(({ verified }) => verified === false) ??
		verdicts.find(({ verified }) => verified === null);
	if (deciding) return deciding;
	const [first] = verdicts;
	const isOld = verdicts.every(({ alreadySo }) => alreadySo);
	const rest = { ...first };
	delete rest.alreadySo;
	return {
		...rest,
		read: joined(verdicts.map(({ read }) => read)),
		expected: joined(verdicts.map(({ expected }) => expected)),
		found: joined(verdicts.map(({ found }) => found ?? '')),
		...(isOld ? { alreadySo: true as const } : {}),
	};
}

const joined = (words: string[]): string => [...new Set(words.filter(Boolean))].join('; ');

/**
 * The item with what the look says.
 *
 * @throws {NotAsWanted} when the change is not there
 */
export function withVerdict(
	item: INodeExecutionData,
	action: string,
	verdict: Verdict,
	at: Date,
): INodeExecutionData {
	const { isUnknown, ...seen } = verdict;
	const status = isUnknown ? { status: 'unknown' } : {};
	const json = { ...item.json, ...status, ...told(seen, at) } as IDataObject;
	if (verdict.verified !== false) return { ...item, json };
	throw new NotAsWanted(
		`CIPP says that "${action}" is done, and it is not (${verdict.read})`,
		`Expected: ${verdict.expected}. Found: ${verdict.found ?? 'nothing'}. ${adviceOf(verdict)}`,
		{ ...json, status: 'failed' },
	);
}

const adviceOf = ({ beware }: Verdict): string =>
	`${beware ? `${beware}. ` : ''}Look at it in Microsoft's portal or in CIPP, and at CIPP's logbook, before you run it again.`;

/** `verified` beside the status, when it was looked, and what was read. */
export function told({ verified, ...look }: Verdict, at: Date): Record<string, unknown> {
	return { verified, verifiedAt: at.toISOString(), look };
}

/** What stands where no look was possible. */
export const unlooked = (reason: string): Verdict => ({
	verified: null,
	read: 'nothing',
	expected: 'as it was asked for',
	found: null,
	reason,
});
