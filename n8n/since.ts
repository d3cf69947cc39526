import { isNewer, type InstanceVersion } from '../cipp/version';
import type { CippRequest } from '../cipp/request';
import type { Operation } from '../operations/vocabulary';
import { InvalidInput } from './errors';

/**
 * Refuses what this CIPP is too old for. An older one does not know an endpoint, or passes over a field
 * without a word.
 *
 * @throws {InvalidInput}
 */
export async function refuseIfOlder(
	version: InstanceVersion,
	operation: Operation,
	request: CippRequest,
): Promise<void> {
	const [newest] = newerParts(operation, request).sort((a, b) =>
		isNewer(a.since, b.since) ? -1 : 1,
	);
	if (!newest) return;
	const older = await version.olderThan(newest.since);
	if (older === null) return;
	throw new InvalidInput(
		`${newest.what} needs CIPP ${newest.since} or newer, and this one is ${older}`,
		newest.isField
			? 'Leave it out, or update CIPP. This version would pass over it without a word.'
			: 'Update CIPP, then try again. Nothing was sent.',
	);
}

interface Part {
	what: string;
	since: string;
	isField: boolean;
}

/** What of a request older versions do not know. */
function newerParts({ action, since, fields }: Operation, request: CippRequest): Part[] {
	return [
		...(since === undefined ? [] : [{ what: `"${action}"`, since, isField: false }]),
		...fields.flatMap((field) =>
			field.since !== undefined && isSent(field.wire, request)
				? [{ what: `"${field.label}"`, since: field.since, isField: true }]
				: [],
		),
	];
}

function isSent(wire: string, { query, body }: CippRequest): boolean {
	const [name] = wire.split('.');
	return [query, ...(Array.isArray(body) ? body : [body])].some(
		(part) => typeof part === 'object' && part !== null && name in part,
	);
}
