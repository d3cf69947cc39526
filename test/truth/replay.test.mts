import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCipp } from '../engine/engine.mts';
import { recordedCipp, type RecordedCipp } from './cipp-of.mts';
import { disputed } from './disputed.mts';
import { areHere, nodeOf, recordings, type Recording } from './recordings.mts';
import { disagreement, verdictOf } from './verdict.mts';

/** All of a node take seconds; many tests at once make that more. */
const limit = 600_000;

if (!areHere) {
	it('the recordings of what really happened are not here, so none was played', () => {
		expect(areHere).toBe(false);
	});
}

describe.runIf(areHere)('what the node says agrees with what really happened', () => {
	const all = areHere ? recordings() : [];
	const byNode = groups(all);
	let cipp: RecordedCipp;
	beforeAll(async () => {
		cipp = await recordedCipp();
	});
	afterAll(async () => {
		await cipp.close();
	});

	it.each([...byNode.keys()].sort())(
		'in every recording of %s',
		async (node) => {
			const found: string[] = [];
			for (const recording of byNode.get(node) ?? []) {
				const what = await played(cipp, node, recording);
				if (what !== undefined) found.push(`${nameOf(recording)}: ${what}`);
			}
			expect(found).toEqual([]);
		},
		limit,
	);

	it('and every recording still has an operation', () => {
		expect(all.filter((recording) => !nodeOf(recording)).map(({ op }) => op)).toEqual([]);
	});

	it('and every recording that is disputed is one', () => {
		const names = new Set(all.map(nameOf));
		expect(Object.keys(disputed).filter((name) => !names.has(name))).toEqual([]);
	});
});

function groups(all: Recording[]): Map<string, Recording[]> {
	const found = new Map<string, Recording[]>();
	for (const recording of all) {
		const node = nodeOf(recording);
		if (node) found.set(node, [...(found.get(node) ?? []), recording]);
	}
	return found;
}

const nameOf = ({ op, mode, amount, field }: Recording): string =>
	[op, mode, amount, field].filter(Boolean).join(' ');

async function played(
	cipp: RecordedCipp,
	node: string,
	recording: Recording,
): Promise<string | undefined> {
	cipp.play(recording.exchanges);
	const result = await runCipp(recording.params, {
		credential: cipp.credential,
		looks: true,
		node: { type: `n8n-nodes-cipp.${node}` },
	});
	const what = disagreement(recording, verdictOf(result, recording.effect));
	return nameOf(recording) in disputed ? undefined : what;
}
