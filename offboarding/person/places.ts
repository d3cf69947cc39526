import { mapBounded } from '../../cipp/bounded';
import { isRead, readPart, type Part } from './part';
import type { Elsewhere, Snapshot } from './snapshot-shape';
import type { StateReader } from './state-reader';

/** Lists of what belongs to others and what the leaver may open of it, as CIPP's cached report has them. */
export type ReportName = 'mailboxesOfOthers' | 'calendarsOfOthers';

/** User principal names of the owners of what the leaver may open, as far as anyone knew before CIPP's job. */
export type KnownPlaces = Partial<Record<ReportName, string[]>>;

/** Asks about one of those places, live. */
export const rightsHeldIn = (
	state: StateReader,
	report: ReportName,
): ((place: string) => Promise<string[]>) =>
	report === 'mailboxesOfOthers'
		? async (mailbox) => await state.mailboxRightsHeldIn(mailbox)
		: async (calendar) => await state.calendarRightsHeldIn(calendar);

/** Each place once, however it is written. */
export function eachOnce(places: string[]): string[] {
	return [...new Map(places.map((place) => [place.toLowerCase(), place])).values()];
}

/** Calls at the same time. */
const asksAtOnce = 3;

/**
 * The rights that are really there: CIPP keeps some in its report after they are gone, and strikes others
 * although they are still there, so every place that anyone knows of is asked.
 */
export async function withLiveRights(
	snapshot: Snapshot,
	known: KnownPlaces,
	state: StateReader,
): Promise<Snapshot> {
	const live = async (report: ReportName): Promise<Part<Elsewhere>> => {
		const part = snapshot[report];
		const reported = isRead(part) ? part.grants : [];
		const places = eachOnce([...reported.map(({ place }) => place), ...(known[report] ?? [])]);
		if (!isRead(part) && places.length === 0) return part;
		const ask = rightsHeldIn(state, report);
		const held = await mapBounded(places, asksAtOnce, async (place) => await readPart(ask(place)));
		const grants = places.flatMap((place, index) => {
			const rights = held[index];
			const listed = reported.find((grant) => grant.place.toLowerCase() === place.toLowerCase());
			// What cannot be asked is left as the report has it.
			if (!isRead(rights)) return listed ? [listed] : [];
			return rights.length === 0 ? [] : [{ ...listed, place, rights: listed?.rights ?? rights }];
		});
		return { asOf: isRead(part) ? part.asOf : null, grants };
	};
	return {
		...snapshot,
		mailboxesOfOthers: await live('mailboxesOfOthers'),
		calendarsOfOthers: await live('calendarsOfOthers'),
	};
}
