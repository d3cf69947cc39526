/**
 * Runs `work` for every entry, at most `limit` at a time, and keeps the order of the results.
 * Entries of one lane are worked on one after the other, in their order; a long lane leaves the other
 * workers to the other lanes. Without a lane, an entry waits for no other.
 *
 * The first rejection rejects the whole; work that has begun is awaited first.
 */
export async function mapInLanes<In, Out>(
	entries: In[],
	limit: number,
	laneOf: (entry: In) => string | undefined,
	work: (entry: In, index: number) => Promise<Out>,
): Promise<Out[]> {
	const results = new Array<Out>(entries.length);
	const ready = lanesOf(entries, laneOf);
	let failure: { error: unknown } | undefined;
	const worker = async (): Promise<void> => {
		for (let lane = ready.shift(); lane && !failure; lane = ready.shift()) {
			const index = lane.indexes[lane.done];
			lane.done += 1;
			try {
				results[index] = await work(entries[index], index);
			} catch (error) {
				failure ??= { error };
			}
			// Whoever worked on a lane is free for its next entry, so no other worker has to wait for it.
			if (lane.done < lane.indexes.length) ready.push(lane);
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, ready.length) }, worker));
	if (failure) throw failure.error;
	return results;
}

interface Lane {
	indexes: number[];
	done: number;
}

function lanesOf<In>(entries: In[], laneOf: (entry: In) => string | undefined): Lane[] {
	const lanes: Lane[] = [];
	const named = new Map<string, Lane>();
	entries.forEach((entry, index) => {
		const name = laneOf(entry);
		const known = name === undefined ? undefined : named.get(name);
		if (known) {
			known.indexes.push(index);
			return;
		}
		const lane: Lane = { indexes: [index], done: 0 };
		lanes.push(lane);
		if (name !== undefined) named.set(name, lane);
	});
	return lanes;
}
