import type { Send } from '../../cipp/request';
import type { Task } from '../../cipp/scheduler';
import { shownSteps } from '../order/order';
import { isRead, readPart } from '../person/part';
import { eachOnce, type KnownPlaces, type ReportName } from '../person/places';
import { StateReader } from '../person/state-reader';
import { placesNamed } from '../steps/reading/said';
import type { Leaver } from './leaver';

/**
 * What the person may open of others, as far as anyone can tell before CIPP's job: it strikes rights from
 * its report whether they are gone or not. Earlier jobs have done so already, and name the places.
 *
 * @param own all tasks of the person that CIPP has
 */
export async function placesBefore(
	leaver: Leaver,
	own: Task[],
	send: Send,
): Promise<KnownPlaces | undefined> {
	const asking = shownSteps(leaver.options).filter(({ fromReport }) => fromReport);
	if (asking.length === 0) return undefined;
	const state = new StateReader(send, leaver);
	const places: KnownPlaces = {};
	for (const step of asking) {
		const report = step.fromReport!;
		const said = own.flatMap((task) => task.said);
		const reported = await reportedBy(report, leaver, state);
		places[report] = eachOnce([...reported, ...placesNamed(step, said)]);
	}
	return places;
}

async function reportedBy(
	report: ReportName,
	{ snapshot }: Leaver,
	state: StateReader,
): Promise<string[]> {
	const known = snapshot?.[report];
	if (known && isRead(known)) return known.grants.map(({ place }) => place);
	const reading =
		report === 'mailboxesOfOthers' ? state.mailboxesElsewhere() : state.calendarsElsewhere();
	const part = await readPart(reading);
	return isRead(part) ? part.places : [];
}
