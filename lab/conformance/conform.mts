import type { Answered } from './answer.mts';
import { idsIn } from './alike.mts';
import type { Reasons } from './allowed.mts';
import { differences, type Difference } from './compare.mts';
import type { Case } from './request.mts';
import { play, type Side } from './side.mts';

/** What one request showed. */
export interface Verdict {
	endpoint: string;
	request: string;
	differences: Array<Difference & { reason?: string }>;
	/** Why the two could not be compared at all. */
	notPlayed?: string;
	/** What CIPP answered although the sandbox could not be asked. */
	cipp?: Answered;
}

/** Sends each request to both sides and says what differs, one verdict after the other. */
export async function* conform(
	sandbox: Side,
	cipp: Side,
	cases: Case[],
	reasons: Reasons,
): AsyncGenerator<Verdict> {
	const known = idsIn((await sandbox.tenants()) ?? '');
	for (const one of cases) {
		const [ours, theirs] = [await play(sandbox, one), await play(cipp, one)];
		const verdict = { endpoint: one.endpoint, request: one.name };
		if (!ours || !theirs) {
			const notPlayed = whyNot(one, ours ? 'CIPP' : 'the sandbox');
			yield { ...verdict, differences: [], notPlayed, ...(theirs ? { cipp: theirs } : {}) };
			continue;
		}
		const found = differences(ours, theirs, known).map((difference) => {
			const reason = reasons.for(one.endpoint, one.name, difference);
			return reason === undefined ? difference : { ...difference, reason };
		});
		yield { ...verdict, differences: found };
	}
}

const whyNot = ({ microsoft }: Case, who: string): string =>
	microsoft === 'well'
		? `nobody can let the timer of ${who} run`
		: `${who} cannot be put before a Microsoft that is ${microsoft}`;
