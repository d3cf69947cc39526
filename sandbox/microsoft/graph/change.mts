import { unknownSegment } from '../errors.mts';
import type { Moment } from '../moment.mts';
import { addTo, changeGroup, removeFrom } from './change-group.mts';
import { assignLicense } from './change-licenses.mts';
import { assignNumber, locateNumber, unassignNumber } from './change-number.mts';
import { assignExchangeRole, leaveRole } from './change-role.mts';
import {
	changeUser,
	deleteUser,
	removeMethod,
	requirePerUserMfa,
	resetPassword,
	restoreUser,
	revokeSessions,
	setManager,
	setSponsor,
} from './change-user.mts';
import type { GraphReply, GraphRequest, Method } from './request.mts';

/** `found`: what the address names, in order. What it returns is the body; nothing is 204. */
type Change = (moment: Moment, found: string[], body: unknown) => unknown;

const numbers = 'admin/teams/telephoneNumberManagement/numberAssignments';

/** What can be changed; a star stands for one name in the address. */
const changes: Array<[Method, string, Change]> = [
	['PATCH', 'users/*', changeUser],
	['DELETE', 'users/*', deleteUser],
	['POST', 'users/*/invalidateAllRefreshTokens', revokeSessions],
	['POST', 'users/*/revokeSignInSessions', revokeSessions],
	['POST', 'users/*/authentication/methods/*/resetPassword', resetPassword],
	['PATCH', 'users/*/authentication/requirements', requirePerUserMfa],
	['DELETE', 'users/*/authentication/*/*', removeMethod],
	['POST', 'users/*/assignLicense', assignLicense],
	['PUT', 'users/*/manager/$ref', setManager],
	['POST', 'users/*/sponsors/$ref', setSponsor],
	// Documented is only POST, but CIPP sends PUT.
	['PUT', 'users/*/sponsors/$ref', setSponsor],
	['POST', 'directory/deletedItems/*/restore', restoreUser],
	['PATCH', 'groups/*', changeGroup],
	['POST', 'groups/*/*/$ref', addTo],
	['DELETE', 'groups/*/*/*/$ref', removeFrom],
	['DELETE', 'directoryRoles/*/members/*/$ref', leaveRole],
	['DELETE', 'directoryRoles(roleTemplateId=*)/members/*/$ref', leaveRole],
	['POST', 'roleManagement/exchange/roleAssignments', assignExchangeRole],
	['POST', `${numbers}/assignNumber`, assignNumber],
	['POST', `${numbers}/unassignNumber`, unassignNumber],
	['POST', `${numbers}/updateNumber`, locateNumber],
];

const patterns = changes.map(([method, address, work]) => ({
	method,
	pattern: new RegExp(`^${address.replace(/[$().]/g, '\\$&').replaceAll('*', '([^/]+?)')}$`, 'i'),
	work,
}));

/** Does what a request asks; throws a MicrosoftError and changes nothing where Graph refuses. */
export function change(moment: Moment, { method, path, body }: GraphRequest): GraphReply {
	for (const { method: wanted, pattern, work } of patterns) {
		const found = method === wanted && pattern.exec(path);
		if (!found) continue;
		const answer = work(moment, found.slice(1).map(decodeURIComponent), body);
		return answer === undefined ? { status: 204, body: undefined } : { status: 200, body: answer };
	}
	throw unknownSegment(path.split('/').at(-1) ?? '');
}
