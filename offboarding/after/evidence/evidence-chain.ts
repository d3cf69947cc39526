import { hashOf } from '../../canonical-json';
import type { Evidence } from './evidence-shape';

export interface ChainProblem {
	/** Place in the list, from 0. */
	index: number;
	caseId: string;
	problem: string;
}

export interface ChainVerdict {
	isIntact: boolean;
	/** Hash of the last record, to be kept elsewhere; null without records. */
	last: string | null;
	problems: ChainProblem[];
}

/**
 * Checks a list of records, oldest first: that none was changed, left out or moved. That the last ones
 * were not cut off only shows against a hash that was kept elsewhere.
 *
 * @param first what the first record has as its previous hash; null at the beginning of a chain
 */
export function verifyChain(records: Evidence[], first: string | null = null): ChainVerdict {
	const problems: ChainProblem[] = [];
	let previous = first;
	for (const [index, record] of records.entries()) {
		const caseId = String(record?.case?.id ?? '');
		const integrity = record?.integrity;
		if (!integrity?.hash) {
			problems.push({ index, caseId, problem: 'has no hash' });
			previous = null;
			continue;
		}
		if (!isUnchanged(record)) {
			problems.push({ index, caseId, problem: 'was changed after it was made' });
		}
		if (integrity.previous !== previous) {
			problems.push({
				index,
				caseId,
				problem: 'does not follow the record before: one is missing, added or moved',
			});
		}
		previous = integrity.hash;
	}
	return { isIntact: problems.length === 0, last: previous, problems };
}

/** Whether a record still has the hash that it was made with. */
export function isUnchanged(record: Evidence): boolean {
	const { hash, ...integrity } = record.integrity;
	return hashOf({ ...record, integrity }) === hash;
}
