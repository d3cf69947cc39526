import { normalized } from '../normalized.mts';
import { userAddress, wordsOf, type BatchReply, type Row } from '../requests.mts';
import type { Place } from './place.mts';

interface Membership {
	id: string;
	name: string;
	isExchange: boolean;
}

/** Remove-CIPPGroups: what stays and why first, then what went through Graph, then through Exchange. Never throws. */
export function removeFromGroups(place: Place, userId: string, username: string): string[] {
	try {
		const groups = membershipsOf(place, userId);
		if (groups.length === 0) return [`${username} is not a member of any groups.`];
		const kept = groups.flatMap((group) => reasonToKeep(group, username) ?? []);
		const left = groups
			.filter((group) => !reasonToKeep(group, username))
			.map((group) => ({
				id: String(group.id),
				name: String(group.displayName),
				isExchange: isExchangeGroup(group),
			}));
		return [
			...kept,
			...throughGraph(
				place,
				left.filter(({ isExchange }) => !isExchange),
				userId,
				username,
			),
			...throughExchange(
				place,
				left.filter(({ isExchange }) => isExchange),
				userId,
				username,
			),
		];
	} catch (error) {
		return [`Error preparing bulk group removal requests: ${wordsOf(error)}`];
	}
}

/** When Graph refuses to say which groups there are, they are none. */
function membershipsOf({ ask }: Place, userId: string): Row[] {
	const [all, own] = ask.batch([
		{ id: 'all', method: 'GET', url: 'groups?$top=999' },
		{
			id: 'own',
			method: 'GET',
			url: userAddress(userId, '/memberOf/microsoft.graph.group?$select=id&$top=999'),
		},
	]);
	const ids = valuesOf(own).map(({ id }) => id);
	return valuesOf(all).filter(({ id }) => ids.includes(id));
}

function valuesOf(reply: BatchReply | undefined): Row[] {
	return (reply?.body as { value?: Row[] } | undefined)?.value ?? [];
}

function reasonToKeep(group: Row, username: string): string | undefined {
	const name = String(group.displayName);
	if ((group.assignedLicenses as unknown[]).length > 0)
		return `Skipping removal of ${username} from group '${name}' because it has assigned licenses. This group will be handled during the license removal step.`;
	if (group.membershipRule)
		return `Error: Could not remove ${username} from group '${name}' because it is a Dynamic Group.`;
	if (group.onPremisesSyncEnabled)
		return `Error: Could not remove ${username} from group '${name}' because it is synced with Active Directory.`;
	return undefined;
}

/** Distribution lists and mail-enabled security groups are Exchange's; Graph cannot change them. */
export function isExchangeGroup(group: Row): boolean {
	return group.mailEnabled === true && !(group.groupTypes as string[]).includes('Unified');
}

/** When Graph does not take the removals at all, not a word is said of them. */
function throughGraph(
	{ ask }: Place,
	groups: Membership[],
	userId: string,
	username: string,
): string[] {
	const replies = silently(() =>
		ask.batch(
			groups.map(({ id }) => ({
				id,
				method: 'DELETE',
				url: `groups/${id}/members/${userId}/$ref`,
			})),
		),
	);
	return replies.map(({ id, status, body }) => {
		const name = groups.find((group) => group.id === id)!.name;
		return status < 300
			? `Successfully removed ${username} from group '${name}'`
			: `Could not remove ${username} from group '${name}': ${printed(body)}. This is likely because it's a Dynamic Group or synced with Active Directory`;
	});
}

function silently<Item>(work: () => Item[]): Item[] {
	try {
		return work();
	} catch (error) {
		wordsOf(error);
		return [];
	}
}

/** Graph's error as PowerShell writes an object into a text. */
function printed(body: unknown): string {
	const { code, message } = (body as { error: { code: string; message: string } }).error;
	return `@{code=${code}; message=${message}}`;
}

function throughExchange(
	{ ask }: Place,
	groups: Membership[],
	userId: string,
	username: string,
): string[] {
	const results = ask.cmdlets(
		groups.map(({ name }) => ({
			name: 'Remove-DistributionGroupMember',
			parameters: { Identity: name, Member: userId, BypassSecurityGroupManagerCheck: true },
		})),
	);
	// What Exchange does not answer at all counts as done.
	return groups.map(({ name }, index) => {
		const error = results[index]?.error;
		return error === undefined
			? `Successfully removed ${username} from group ${name}`
			: `Could not remove ${username} from ${name}: ${normalized(error)}`;
	});
}
