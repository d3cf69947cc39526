import type { Place } from './place.mts';

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
