import { attempt } from '../../../cipp/attempt';
import { mapBounded } from '../../../cipp/bounded';
import { isRead } from '../../person/part';
import { eachOnce, rightsHeldIn, type ReportName } from '../../person/places';
import type { Snapshot } from '../../person/snapshot-shape';
import { CannotRead } from '../../person/state-reader';
import { say } from './before';
import { counted } from './counted';
import { denied, notReadable, proven, type Proof } from './proof';
import type { Look } from './step';
import { unknown } from './will';

/** Rights that the person holds in what belongs to others, as CIPP's cached report has them. */
type Part = Snapshot['mailboxesOfOthers'];

const placesOf = (grants: Array<{ place: string; rights: string[] }>): string =>
	grants.map(({ place, rights }) => `${place} (${rights.join(', ')})`).join(', ');

export function heldElsewhere(part: Part, one: string, many: string): string {
	return say(part, ({ grants }) => {
		if (grants.length === 0) return `no ${one}`;
		return `${grants.length} ${grants.length === 1 ? one : many}: ${placesOf(grants)}`;
	});
}

export function takenElsewhere(part: Part, one: string, many: string): string {
	if (!isRead(part)) return unknown(`takes away rights in other ${many}`, part);
	const { grants, asOf } = part;
	const report = `CIPP's report${asOf ? ` of ${asOf}` : ''}`;
	if (grants.length === 0) return `${report} lists no other ${one}`;
	const places = `${grants.length} ${grants.length === 1 ? one : many}: ${placesOf(grants)}`;
	return `takes away rights in ${places}; from ${report}`;
}

/**
 * CIPP keeps some permissions in its report after removing them, and strikes others although Exchange
 * refused. So each place that is known from before its job, from its sentences or from its report is looked
 * up live, and a report that names nobody proves nothing.
 */
export const noneElsewhere =
	(what: string, report: ReportName) =>
	async ({ state, places: known }: Look<boolean>): Promise<Proof> => {
		const reading =
			report === 'mailboxesOfOthers' ? state.mailboxesElsewhere() : state.calendarsElsewhere();
		const { value: reported, error } = await attempt(reading);
		if (error && (known.length === 0 || !(error instanceof CannotRead))) throw error;
		const places = eachOnce([...known, ...(reported?.places ?? [])]);
		const source = `CIPP's cached report${reported?.asOf ? ` of ${reported.asOf}` : ''}`;
		if (places.length === 0) {
			return notReadable(
				`${source} lists no other ${what}, which proves nothing: CIPP strikes rights from it that are still there`,
			);
		}
		const proof = await noneIn(places, what, rightsHeldIn(state, report));
		return { ...proof, read: `${proof.read}; ${source} names no further ${what}` };
	};

/** @throws {CannotRead} when nothing is found and not every place could be asked */
async function noneIn(
	places: string[],
	what: string,
	ask: (place: string) => Promise<string[]>,
): Promise<Proof> {
	const asked = await mapBounded(places, 3, async (place) => await attempt(ask(place)));
	const held = places.flatMap((place, index) => {
		const rights = asked[index].value ?? [];
		return rights.length > 0 ? [`${place} (${rights.join(', ')})`] : [];
	});
	if (held.length > 0) {
		return denied(`still access to ${counted(held.length, what)}: ${held.join(', ')}`);
	}
	const failure = asked.find(({ error }) => error)?.error;
	if (failure) throw failure;
	return proven(`no access to ${places.join(', ')}, each asked just now`);
}
