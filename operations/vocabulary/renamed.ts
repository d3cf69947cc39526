/** Workflows that were saved before keep the old name and still run; the editor offers the new one only. */
export interface Renamed {
	/** What it was called, in the order of the years if it was called several things. */
	from: string | string[];
}

export const oldNamesOf = ({ renamed }: { renamed?: Renamed }): string[] =>
	[renamed?.from ?? []].flat();
