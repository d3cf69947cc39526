import { isRead } from '../../person/part';
import type { Snapshot } from '../../person/snapshot-shape';
import type { Elsewhere } from '../../person/state-reader';
import { say } from './before';
import { counted } from './counted';
import { denied, proven, type Proof } from './proof';
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

/** CIPP keeps some permissions in its report after removing them, so what is listed is looked up live. */
export async function noneElsewhere(
	what: string,
	reported: Elsewhere,
	rightsHeldIn: (place: string) => Promise<string[]>,
): Promise<Proof> {
	const report = `CIPP's cached report${reported.asOf ? ` of ${reported.asOf}` : ''}`;
	if (reported.places.length === 0) return proven(`${report} lists no other ${what}`);
	const held: string[] = [];
	for (const place of reported.places) {
		const rights = await rightsHeldIn(place);
		if (rights.length > 0) held.push(`${place} (${rights.join(', ')})`);
	}
	return held.length === 0
		? proven(`no access to ${reported.places.join(', ')}, which ${report} still lists`)
		: denied(`still access to ${counted(held.length, what)}: ${held.join(', ')}`);
}
