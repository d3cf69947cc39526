/** What was given, as an error shows it: one line, not too long. */
export function shownValue(given: unknown): string {
	if (given === undefined || Number.isNaN(given)) return String(given);
	const text = typeof given === 'string' ? given : (JSON.stringify(given) ?? String(given));
	const line = text.replace(/\p{Cc}+/gu, ' ').trim();
	if (line === '') return 'an empty text';
	return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
