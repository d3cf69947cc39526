import type { Clock, Send } from '../request';
import { judge, verdictOf, type Judgement, type Moment } from './judge';
import type { Proof, Reading, Seen, Verdict } from './proof';
import { nameOf, readAll } from './read';

/** With what is looked. */
export interface Eyes {
	send: Send;
	clock: Clock;
	/** Requests under way at the same time. */
	atOnce: number;
}

/** A change that CIPP says is done, and what would prove it. */
export interface Done {
	proof: Proof;
	moment: Moment;
}

/** What stands there before a change, for proofs that need it; the reading itself never fails. */
export async function lookBefore(proofs: Proof[], eyes: Eyes): Promise<Map<string, Seen>> {
	return await readAll(
		proofs.filter(({ before }) => before).map(({ reading }) => reading),
		eyes.send,
		eyes.atOnce,
	);
}

/**
 * Looks whether changes are really made, again and again with growing pauses where one does not show yet.
 * What needs the same reading shares it. Nothing is sent that changes anything.
 *
 * @returns a verdict for each, in their order
 */
export async function lookAfter(changes: Done[], eyes: Eyes): Promise<Verdict[]> {
	const verdicts = new Array<Verdict>(changes.length);
	const byPace = new Map<string, number[]>();
	for (const [index, { proof }] of changes.entries()) {
		const pace = proof.pauses.join();
		byPace.set(pace, [...(byPace.get(pace) ?? []), index]);
	}
	await Promise.all(
		[...byPace.values()].map(async (indexes) => {
			const judged = await untilSo(
				indexes.map((index) => changes[index]),
				eyes,
			);
			for (const [place, index] of indexes.entries()) {
				const { proof, moment } = changes[index];
				verdicts[index] = verdictOf(proof, judged[place], moment);
			}
		}),
	);
	return verdicts;
}

/** Of changes with the same pauses. */
async function untilSo(changes: Done[], { send, clock, atOnce }: Eyes): Promise<Judgement[]> {
	const judged = new Array<Judgement>(changes.length);
	let open = changes.map((_change, index) => index);
	for (const pause of changes[0].proof.pauses) {
		if (pause > 0) await clock.sleep(pause);
		const seen = await readAll(
			open.map((index) => changes[index].proof.reading),
			send,
			atOnce,
		);
		for (const index of open) {
			const { proof, moment } = changes[index];
			judged[index] = judge(proof, seenFor(seen, proof.reading), moment);
		}
		open = open.filter((index) => judged[index].holds !== true && !judged[index].isFinal);
		if (open.length === 0) break;
	}
	return judged;
}

export const seenFor = (all: Map<string, Seen>, reading: Reading): Seen =>
	all.get(nameOf(reading)) ?? { notRead: 'nobody looked' };
