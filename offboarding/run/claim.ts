import { deletionIn, scheduledFor } from '../order/order';
import type { Account } from '../person/account';
import { isRead } from '../person/part';
import { eachOnce, type KnownPlaces } from '../person/places';
import type { Snapshot } from '../person/snapshot-shape';
import type { Step } from '../steps';
import { namesLeft, placesNamed } from '../steps/reading/said';
import { askedOf, type Claim } from '../steps/vocabulary/step';
import type { Leaver } from './leaver';

/** What has to be true of one step once a leaver's offboarding is done. */
export function claimOn(step: Step, leaver: Leaver): Claim {
	const { options, task, direct, snapshot, placesBefore } = leaver;
	const isDirect = direct?.[step.name] !== undefined;
	const account = isDirect ? leaver.account : countedFrom(leaver.account, beganAt(leaver));
	const said = [...(task?.said ?? []), ...(direct?.[step.name]?.said ?? [])];
	return {
		account,
		asked: askedOf(step, options),
		left: namesLeft(step, said),
		places: placesOf(step, said, placesBefore, snapshot),
		isToBeDeleted: deletionIn(options) !== undefined,
	};
}

/** Every place that anyone knows of: from before the job, and from what CIPP says. */
export function placesOf(
	step: Step,
	said: string[],
	before: KnownPlaces = {},
	snapshot?: Snapshot | null,
): string[] {
	const { fromReport } = step;
	if (!fromReport) return [];
	const part = snapshot?.[fromReport];
	const reported = part && isRead(part) ? part.grants.map(({ place }) => place) : [];
	return eachOnce([...(before[fromReport] ?? []), ...reported, ...placesNamed(step, said)]);
}

/** Of a job that waited for its time: what the person did in between proves nothing. Null where it did not. */
export const beganAt = ({ options, task }: Ordered): string | null =>
	scheduledFor(options) ? (task?.scheduledFor ?? null) : null;

type Ordered = Pick<Leaver, 'options'> & { task: { scheduledFor: string | null } | null };

/** Sessions and password have to be newer than the start of the job that is to have reset them. */
export function countedFrom(account: Account, began: string | null): Account {
	const later = (date: string | null): string | null =>
		began !== null && (date === null || date < began) ? began : date;
	return {
		...account,
		sessionsValidFrom: later(account.sessionsValidFrom),
		passwordChanged: later(account.passwordChanged),
	};
}
