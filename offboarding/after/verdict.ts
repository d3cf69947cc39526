import type { Proof } from '../steps/vocabulary/proof';

/** What looking into the tenant told of a step: the same words in a report and in a verification. */
export type Verdict = 'verified' | 'not verified' | 'not verifiable';

export function verdictOf({ verified }: Pick<Proof, 'verified'>): Verdict {
	if (verified === null) return 'not verifiable';
	return verified ? 'verified' : 'not verified';
}
