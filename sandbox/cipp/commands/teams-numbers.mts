import { isIdentifier } from '../../microsoft/state/identifier.mts';
import type { BatchReply } from '../requests.mts';
import { unrolled } from '../powershell.mts';
import { attempt, CippFailure, type Place } from './place.mts';

const assignments = 'admin/teams/telephoneNumberManagement/numberAssignments';

/** Remove-CIPPUserTeamsPhoneDIDs: a line for each number and one that counts them. */
export function removeTeamsNumbers({ ask }: Place, userId: string, username: string): string[] {
	const failed = `Failed to process Teams Phone DIDs removal for: '${username}' - '${userId}'. Error: `;
	return attempt(failed, () => {
		const all = ask.rows(assignments);
		if (all.length === 0) return ['No Teams Phone DIDs found in tenant'];
		const numbers = all.filter(({ assignmentTargetId }) => assignmentTargetId === userId);
		if (numbers.length === 0)
			return [`No Teams Phone DIDs found assigned to user: '${username}' - '${userId}'`];
		const replies = ask.batch(
			numbers.map(({ telephoneNumber, numberType }) => ({
				id: String(telephoneNumber),
				method: 'POST',
				url: `${assignments}/unassignNumber`,
				body: { telephoneNumber, numberType },
			})),
		);
		const done = replies.filter(isDone).length;
		return [
			...replies.map((reply) => sentence(reply, userId, username)),
			`Completed processing ${numbers.length} DIDs for user '${username}': ${done} successful, ${replies.length - done} failed`,
		];
	});
}

const isDone = ({ status }: BatchReply) => status === 202 || status === 204;

function sentence(reply: BatchReply, userId: string, username: string): string {
	const from = `'${reply.id}' from: '${username}' - '${userId}'`;
	if (isDone(reply)) return `Successfully removed Teams Phone DID: ${from}`;
	const { message } = (reply.body as { error: { message: string } }).error;
	return `Failed to remove Teams Phone DID: ${from}. Error: ${message}`;
}

/** assignNumber of Graph's Teams administration. Throws Microsoft's words alone. */
export function assignTeamsNumber(
	{ ask }: Place,
	{ number, type, target }: { number: string; type: string; target: string },
): string {
	return attempt('', () => {
		const targetId = isIdentifier(target) ? target : resolved(ask.rows(userById(target)), target);
		ask.change('POST', `${assignments}/assignNumber`, {
			telephoneNumber: number,
			assignmentTargetId: targetId,
			numberType: type,
		});
		return `Successfully submitted assignment of ${number} to ${target}`;
	});
}

const userById = (name: string) => `v1.0/users/${encodeURIComponent(name)}?$select=id`;

/** Without a name the address is that of all users, and the ids of all of them are sent. */
function resolved(rows: Array<Record<string, unknown>>, target: string): unknown {
	if (rows.length === 0)
		throw new CippFailure(`Could not resolve ${target} to a user or resource account.`);
	return unrolled(rows.map(({ id }) => id));
}

/** unassignNumber, which knows the number alone. */
export function unassignTeamsNumber(
	{ ask }: Place,
	{ number, type, assignedTo }: { number: string; type: string; assignedTo: string },
): string {
	return attempt(`Failed to unassign ${number} from ${assignedTo}. Error: `, () => {
		const body = { telephoneNumber: number, numberType: type };
		ask.change('POST', `${assignments}/unassignNumber`, body);
		return `Successfully submitted unassignment of ${number} from ${assignedTo}`;
	});
}

/** The emergency location of a number. */
export function locateTeamsNumber({ ask }: Place, number: string, locationId: string): string {
	return attempt('', () => {
		ask.change('POST', `${assignments}/updateNumber`, { telephoneNumber: number, locationId });
		return `Successfully assigned emergency location to ${number}`;
	});
}
