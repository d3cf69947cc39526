import { readFileSync } from 'node:fs';
import type { Finding } from './finding.mts';
import { isNewer } from './version.mts';

/** A difference between facts and code that is right so. */
interface Explained extends Finding {
	why: string;
	/** First and last version for which it counts; left out: any. */
	since?: string;
	until?: string;
}

const explained = JSON.parse(
	readFileSync(new URL('explained.json', import.meta.url), 'utf8'),
) as Explained[];

/** What is left once what explained.json explains for that version is taken out. */
export function unexplained(findings: Finding[], version: string): Finding[] {
	const known = explained.filter(
		({ since, until }) => !isNewer(since, version) && !(until && isNewer(version, `${until}.999`)),
	);
	return findings.filter(
		({ about, what }) => !known.some((entry) => entry.about === about && entry.what === what),
	);
}
