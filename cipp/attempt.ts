/** A result or the error in its place, for code that has to look at the error before it decides. */
export type Attempt<T> = { value: T; error?: undefined } | { value?: undefined; error: Error };

export async function attempt<T>(work: Promise<T>): Promise<Attempt<T>> {
	return await work.then(
		(value) => ({ value }),
		(error: unknown) => ({ error: asError(error) }),
	);
}

/** The same for work that is done at once. */
export function attemptNow<T>(work: () => T): Attempt<T> {
	try {
		return { value: work() };
	} catch (error) {
		return { error: asError(error) };
	}
}

export function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
