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
	return (
		await readEach(
			proofs.filter(({ before }) => before),
			eyes,
		)
	).seen;
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
async function untilSo(changes: Done[], eyes: Eyes): Promise<Judgement[]> {
	const judged = new Array<Judgement>(changes.length);
	let open = changes.map((_change, index) => index);
	for (const pause of changes[0].proof.pauses) {
		if (pause > 0) await eyes.clock.sleep(pause);
		const { seen, found } = await readEach(
			open.map((index) => changes[index].proof),
			eyes,
		);
		for (const [place, index] of open.entries()) {
			const change = changes[index];
			change.proof = found[place];
			change.moment.before = change.moment.befores?.get(nameOf(change.proof.reading));
			judged[index] = judge(change.proof, seenFor(seen, change.proof.reading), change.moment);
		}
		open = open.filter((index) => judged[index].holds !== true && !judged[index].isFinal);
		if (open.length === 0) break;
	}
	return judged;
}

/**
 * Reads what proofs need; what does not exist in the first place is looked for in the next.
 *
 * @returns what was seen, and the proofs as they are to be read
 */
export async function readEach(
	proofs: Proof[],
	{ send, atOnce }: Pick<Eyes, 'send' | 'atOnce'>,
): Promise<{ seen: Map<string, Seen>; found: Proof[] }> {
	const seen = await readAll(
		proofs.map(({ reading }) => reading),
		send,
		atOnce,
	);
	const found = proofs.map((proof) =>
		proof.orElse && 'isGone' in seenFor(seen, proof.reading) ? proof.orElse : proof,
	);
	if (found.every((proof, index) => proof === proofs[index])) return { seen, found };
	const more = await readEach(found, { send, atOnce });
	return { seen: new Map([...seen, ...more.seen]), found: more.found };
}

export const seenFor = (all: Map<string, Seen>, reading: Reading): Seen =>
	all.get(nameOf(reading)) ?? { notRead: 'nobody looked' };
