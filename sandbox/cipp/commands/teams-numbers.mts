import { MicrosoftError } from '../../microsoft/errors.mts';
import { graphUser } from '../../microsoft/state/lookup.mts';
import type { PhoneNumber } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';
import { attempt, type Place } from './place.mts';

/** Remove-CIPPUserTeamsPhoneDIDs: a line for each number and one that counts them. */
export function removeTeamsNumbers({ tenant }: Place, userId: string, username: string): string[] {
	const all = tenant?.phoneNumbers ?? [];
	if (all.length === 0) return ['No Teams Phone DIDs found in tenant'];
	const numbers = all.filter(({ targetId }) => targetId === userId);
	if (numbers.length === 0)
		return [`No Teams Phone DIDs found assigned to user: '${username}' - '${userId}'`];
	for (const number of numbers) number.targetId = null;
	return [
		...numbers.map(
			({ telephoneNumber }) =>
				`Successfully removed Teams Phone DID: '${telephoneNumber}' from: '${username}' - '${userId}'`,
		),
		`Completed processing ${numbers.length} DIDs for user '${username}': ${numbers.length} successful, 0 failed`,
	];
}

/** How long Microsoft takes for an assignment it has accepted. */
const assignmentDelay = 10_000;

/** assignNumber of Graph's Teams administration; throws what Graph says. */
export function assignTeamsNumber(
	place: Place,
	{ number, type, target }: { number: string; type: string; target: string },
): string {
	if (place.tenant) {
		const found = numberOf(place.tenant, number, type);
		const user = graphUser(place.tenant, target);
		if (found.targetId && found.targetId !== user.id)
			throw new MicrosoftError(`Telephone number ${number} is already assigned to another user.`);
		place.later(assignmentDelay, () => {
			found.targetId = user.id;
		});
	}
	return `Successfully submitted assignment of ${number} to ${target}`;
}

/** unassignNumber, which knows the number alone. */
export function unassignTeamsNumber(
	place: Place,
	{ number, type, assignedTo }: { number: string; type: string; assignedTo: string },
): string {
	return attempt(`Failed to unassign ${number} from ${assignedTo}. Error: `, () => {
		if (place.tenant) {
			const found = numberOf(place.tenant, number, type);
			place.later(assignmentDelay, () => {
				found.targetId = null;
			});
		}
		return `Successfully submitted unassignment of ${number} from ${assignedTo}`;
	});
}

function numberOf(tenant: Tenant, number: string, type: string): PhoneNumber {
	const found = tenant.phoneNumbers.find(({ telephoneNumber }) => telephoneNumber === number);
	if (!found) throw new MicrosoftError(`Telephone number ${number} was not found in the tenant.`);
	if (found.numberType.toLowerCase() !== type.toLowerCase())
		throw new MicrosoftError(`The number type '${type}' does not fit telephone number ${number}.`);
	return found;
}
