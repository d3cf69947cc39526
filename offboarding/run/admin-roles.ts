import type { Status } from '../../cipp/outcome';
import type { Clock, Send } from '../../cipp/request';
import type { Row } from '../../cipp/rows';
import { isObject } from '../../cipp/body';
import { sendStep } from './direct';
import type { Leaver } from './leaver';
import { StateReader } from '../person/state-reader';
import { RoleResult } from '../person/roles';

/**
 * Takes the admin roles that someone holds directly, which no offboarding of CIPP does, and reads
 * whether they are gone. Roles through a group leave with the group.
 *
 * @throws {CannotRead} when the roles cannot be listed
 */
export async function removeAdminRoles(
	leaver: Leaver,
	send: Send,
	clock: Clock,
): Promise<RoleResult[]> {
	const before = await rolesHeld(leaver, send);
	const results: RoleResult[] = [];
	for (const row of before) results.push(await removeRole(row, leaver, send));
	if (before.length === 0) return [];
	const isAnyTaken = results.some(({ outcome }) => outcome !== 'failed');
	const left = await rolesLeft(leaver, send, clock, isAnyTaken ? 4 : 1);
	return results.map((result) => judged(result, !left.has(result.name)));
}

async function removeRole(row: Row, leaver: Leaver, send: Send): Promise<RoleResult> {
	const name = String(row.DisplayName);
	if (!row.roleTemplateId) {
		return {
			name,
			outcome: 'failed',
			said: [],
			verified: null,
			advice: 'CIPP cannot take away a role that the tenant made itself: do it in Entra.',
		};
	}
	const { id, userPrincipalName } = leaver.account;
	const { said, outcome } = await sendStep(
		{
			method: 'POST',
			endpoint: 'ExecRemoveAdminRole',
			body: {
				tenantFilter: leaver.tenant.defaultDomainName,
				RoleTemplateId: row.roleTemplateId,
				RoleName: name,
				Users: [{ value: id, label: userPrincipalName, addedFields: { userPrincipalName } }],
			},
		},
		send,
	);
	return { name, outcome, said, verified: null, advice: '' };
}

function judged(result: RoleResult, isGone: boolean): RoleResult {
	const outcome: Status = isGone ? 'succeeded' : 'failed';
	const advice = isGone ? '' : result.advice || 'The role is still there: remove it in Entra.';
	return { ...result, verified: isGone, outcome, advice };
}

/** A removal takes a while to show. */
async function rolesLeft(
	leaver: Leaver,
	send: Send,
	clock: Clock,
	maximumLooks: number,
): Promise<Set<string>> {
	for (let looks = 1; ; looks += 1) {
		const left = new Set((await rolesHeld(leaver, send)).map((row) => String(row.DisplayName)));
		if (left.size === 0 || looks === maximumLooks) return left;
		await clock.sleep(looks * 2_000);
	}
}

async function rolesHeld(leaver: Leaver, send: Send): Promise<Row[]> {
	const rows = await new StateReader(send, leaver).rows('ListRoles', {});
	return rows.filter(({ Members }) =>
		(Array.isArray(Members) ? Members : []).some(
			(member) => isObject(member) && member.id === leaver.account.id,
		),
	);
}
