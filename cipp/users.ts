import { attempt } from './attempt';
import { CippFailure } from './failure';
import { sentenceOf } from './said';
import type { CippRequest, Send } from './request';
import { readRows, type Row } from './rows';
import { Trouble } from './trouble';

/** The columns that identify a person and prove what an offboarding did to the account. */
const accountColumns = [
	'id',
	'userPrincipalName',
	'displayName',
	'accountEnabled',
	'signInSessionsValidFromDateTime',
	'lastPasswordChangeDateTime',
	'assignedLicenses',
	'licenseAssignmentStates',
	'onPremisesImmutableId',
	'onPremisesSyncEnabled',
	'proxyAddresses',
];

/**
 * Reads an account from Microsoft Graph through CIPP, by user principal name or object ID.
 *
 * ListGraphRequest says clearly when there is no such user (ListUsers answers a bare 500), and needs
 * no permission beyond the one that listing tenants takes.
 *
 * @returns the row, or null when the tenant has no such user
 * @throws {CippFailure} when it could not be read
 * @throws {WrongAccount} when what came back is not that account
 */
export async function readAccount(send: Send, domain: string, user: string): Promise<Row | null> {
	const request = accountRequest(domain, user);
	const { value: rows, error } = await attempt(readRows(send, request));
	if (!error) return accountAskedFor(user, rows, request);
	if (error instanceof CippFailure && tellsOfNoSuchUser(error)) return null;
	throw error;
}

/** The answer to the question for an account is nobody, or somebody else. */
export class WrongAccount extends Trouble {}

/** What answers with somebody else, with nobody in particular or with nothing has not answered. */
function accountAskedFor(user: string, rows: Row[], request: CippRequest): Row {
	const row = rows.find((candidate) => isNamed(candidate, user));
	if (row) return row;
	throw new WrongAccount(
		`CIPP was asked for the account "${user}" and answered with ${rows.length === 0 ? 'nothing' : 'another one'}`,
		'Try again. If it stays so, look for a proxy or a cache between n8n and CIPP.',
		{ request },
	);
}

/** By object ID, user principal name or one of the addresses of the account. */
function isNamed({ id, userPrincipalName, proxyAddresses }: Row, user: string): boolean {
	if (typeof id !== 'string' || id === '') return false;
	const asked = user.trim().toLowerCase();
	const aliases = (Array.isArray(proxyAddresses) ? proxyAddresses : []).map((address) =>
		String(address).replace(/^smtp:/i, ''),
	);
	return [id, userPrincipalName, ...aliases].some((name) => String(name).toLowerCase() === asked);
}

function accountRequest(domain: string, user: string): CippRequest {
	return {
		method: 'GET',
		endpoint: 'ListGraphRequest',
		query: {
			tenantFilter: domain,
			Endpoint: `users/${pathSegment(user)}`,
			$select: accountColumns.join(','),
		},
		fresh: true,
	};
}

/** Path and columns, as Graph takes them, of what `readAccount` sends; undefined for any other request. */
export function accountPath({ endpoint, query = {}, fresh }: CippRequest): string | undefined {
	const { tenantFilter, Endpoint, $select, ...more } = query;
	const asksForAccount = endpoint === 'ListGraphRequest' && $select === accountColumns.join(',');
	if (!asksForAccount || !tenantFilter || !fresh || Object.keys(more).length > 0) return undefined;
	return `${Endpoint}?$select=${$select}`;
}

/** Whether a row is the account that was asked for at this path, whichever name it was asked for by. */
export function isAccountAt(path: string, { id, userPrincipalName }: Row): boolean {
	const asked = path.toLowerCase().split('?')[0];
	return [id, userPrincipalName].some(
		(name) => typeof name === 'string' && `users/${pathSegment(name)}`.toLowerCase() === asked,
	);
}

function tellsOfNoSuchUser(failure: CippFailure): boolean {
	if (failure.answer.status !== 400 && failure.answer.status !== 404) return false;
	// Graph's own words: "not found" alone also occurs in errors of signing in to the tenant.
	return /Resource '[^']*' does not exist|Request_ResourceNotFound/i.test(
		sentenceOf(failure.answer.body),
	);
}

/** CIPP puts the endpoint into a Graph address as it is: what would end the path is encoded here. */
export function pathSegment(text: string): string {
	return text.replace(/[%#?/\\ &+]/g, (character) => encodeURIComponent(character));
}
