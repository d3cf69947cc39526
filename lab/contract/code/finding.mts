/** Something that differs, and what of ours stands on it. */
export interface Finding {
	/** The endpoint, or `offboarding`, `feature flags`, `base roles`. */
	about: string;
	what: string;
}

/** Names compared as PowerShell does. */
export function sameName(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}

/** Those of `names` that `others` do not have. */
export function missingFrom(others: string[], names: string[]): string[] {
	return names.filter((name) => !others.some((other) => sameName(other, name)));
}
