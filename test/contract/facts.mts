import { readFileSync } from 'node:fs';
import { corrections } from './corrections.mts';
import type { Facts } from './facts-shape.mts';

export type { FactParameter, Facts } from './facts-shape.mts';

const table = JSON.parse(readFileSync(new URL('facts.json', import.meta.url), 'utf8')) as Record<
	string,
	Facts
>;

/** The table, corrected where CIPP's code says more than it. */
export const facts: Record<string, Facts> = {
	...table,
	...Object.fromEntries(
		Object.entries(corrections).map(([endpoint, { source: _source, ...corrected }]) => [
			endpoint,
			{ ...table[endpoint], ...corrected },
		]),
	),
};

/**
 * What CIPP's code says about an endpoint.
 *
 * @throws when the table has no such endpoint, with what to do about it
 */
export function factsOf(endpoint: string): Facts {
	if (Object.hasOwn(facts, endpoint)) return facts[endpoint];
	const near = namesLike(endpoint).join(', ');
	const spelling = near ? ` declare it as it is written there (${near}), or,` : '';
	throw new Error(
		`${endpoint} is not in facts.json:${spelling} where CIPP has it since a later version, add its row as CIPP's own code reads it.`,
	);
}

/** Endpoints of the table that differ by case, by what they do, or by an ending. */
function namesLike(endpoint: string): string[] {
	const subjectOf = (name: string) =>
		name.toLowerCase().replace(/^(list|exec|add|edit|remove)/, '');
	const wanted = subjectOf(endpoint);
	return Object.keys(facts).filter((name) => {
		const subject = subjectOf(name);
		return subject.startsWith(wanted) || (subject.length > 3 && wanted.startsWith(subject));
	});
}
