import { at } from './compare';
import { holds, isRow } from './holds';
import { judge } from './judge';
import type { Proof, Seen } from './proof';
import { expectedBy, foundIn } from './words';

/** What a change would do, as far as what is there tells it. */
export interface Plan {
	/** Null where nobody can tell. */
	wouldChange: boolean | null;
	says: string;
	read: string;
	expected: string;
	found: string | null;
}

/** @param now in milliseconds */
export function wouldChange(proof: Proof, seen: Seen, now: number): Plan {
	const judgement = judge(proof, seen, { sentAt: now, before: seen, ordinal: 1 });
	const plan = { read: proof.read, expected: expectedBy(proof), found: judgement.found };
	if (judgement.reason && judgement.isFinal)
		return { wouldChange: null, says: `cannot be read: ${judgement.reason}`, ...plan };
	if (judgement.holds === true && proof.must !== 'be one more')
		return { wouldChange: false, says: alreadySo(proof), ...plan };
	return { ...whatChanges(proof, seen, now), ...plan };
}

const alreadySo = ({ must }: Proof): string =>
	must === 'be gone' ? 'not found: already gone' : 'already so';

function whatChanges(proof: Proof, seen: Seen, now: number): Pick<Plan, 'wouldChange' | 'says'> {
	if (proof.must === 'be one more') return { wouldChange: true, says: 'would make one' };
	if (proof.must === 'be gone') return { wouldChange: true, says: 'would be gone' };
	const rows = 'rows' in seen ? seen.rows : [];
	const [where = {}] = proof.wheres;
	const row = rows.find((one) => isRow(one, where));
	if (!row && Object.keys(proof.columns).length === 0)
		return { wouldChange: true, says: 'not there yet: would be added' };
	if (!row) return { wouldChange: null, says: 'not found' };
	const open = Object.entries(proof.columns).filter(
		([path, condition]) => holds(row, path, condition, now) !== true,
	);
	const each = open.map(([path, condition]) => {
		const from = foundIn(row, { [path]: condition }).slice(path.length + 1);
		const to = expectedBy({ ...proof, wheres: [{}], columns: { [path]: condition } });
		return at(row, path) === undefined
			? to
			: `${path} from ${from} to ${to.slice(path.length + 1)}`;
	});
	return { wouldChange: true, says: `would change ${each.join(', ')}` };
}

/** Several looks at one change. */
export function jointPlan(plans: Plan[]): Omit<Plan, 'read' | 'expected' | 'found'> & {
	look: Array<Omit<Plan, 'wouldChange' | 'says'>>;
} {
	const look = plans.map(({ read, expected, found }) => ({ read, expected, found }));
	if (plans.length === 0)
		return { wouldChange: null, says: 'cannot be told before it is done', look };
	const open = plans.filter((plan) => plan.wouldChange !== false);
	const deciding = open.length > 0 ? open : plans;
	return {
		wouldChange: deciding.some((plan) => plan.wouldChange === null) ? null : open.length > 0,
		says: [...new Set(deciding.map(({ says }) => says))].join('; '),
		look,
	};
}
