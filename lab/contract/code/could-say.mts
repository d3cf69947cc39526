/**
 * Whether a sentence of CIPP's code, with `…` for values, can become one that the pattern finds: each
 * value is tried as any of the pattern's own words, and as a word and numbers that are not in it.
 */
export function couldSay(sentence: string, pattern: RegExp): boolean {
	const words = ['x', '0', '5', ...new Set(pattern.source.match(/[A-Za-z]{2,}/g) ?? [])];
	return fillings(sentence.split('…'), words).some((text) => pattern.test(text));
}

function fillings([first, ...rest]: string[], words: string[]): string[] {
	const holes = rest.slice(0, 4); // more values than that do not make the difference
	const tail = rest
		.slice(4)
		.map((part) => `x${part}`)
		.join('');
	const filled = holes.reduce(
		(texts, part) => texts.flatMap((text) => words.map((word) => `${text}${word}${part}`)),
		[first],
	);
	return filled.map((text) => text + tail);
}
