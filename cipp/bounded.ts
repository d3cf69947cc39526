/**
 * Runs `work` for every entry, at most `limit` at a time, and keeps the order of the results.
 * The first rejection rejects the whole; work that has begun is awaited first.
 */
export async function mapBounded<In, Out>(
	entries: In[],
	limit: number,
	work: (entry: In, index: number) => Promise<Out>,
): Promise<Out[]> {
	const results = new Array<Out>(entries.length);
	let next = 0;
	let failure: { error: unknown } | undefined;
	const worker = async (): Promise<void> => {
		while (next < entries.length && !failure) {
			const index = next;
			next += 1;
			try {
				results[index] = await work(entries[index], index);
			} catch (error) {
				failure ??= { error };
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, entries.length) }, worker));
	if (failure) throw failure.error;
	return results;
}
