import type { INodeExecutionData } from 'n8n-workflow';
import { isObject } from '../../cipp/body';
import type { CippRequest, Send } from '../../cipp/request';
import { notRead, rowsOf, type Row } from '../../cipp/rows';
import type { SharedReads } from '../../cipp/shared-reads';
import type { Answer, Operation, SecondLook, Unread } from '../../operations/vocabulary';
import { NotAsWanted } from '../errors';

/** Whether a row only tells that nothing was read. */
export const isUnread = (row: Row, unread: Unread[]): boolean =>
	unread.some((columns) => matches(row, columns));

/** A row without any of the columns is of another kind. */
const matches = (row: Row, columns: Unread): boolean =>
	Object.keys(columns).some((name) => name in row) &&
	Object.entries(columns).every(([name, pattern]) => pattern.test(textOf(row[name])));

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** @throws {NotAsWanted} when none of the rows is more than a sign that CIPP could not read them */
export function rejectUnread(endpoint: string, rows: Row[], unread: Unread[] = []): void {
	if (rows.length === 0 || !rows.every((row) => isUnread(row, unread))) return;
	const [row] = rows;
	const columns = unread.find((candidate) => matches(row, candidate)) ?? {};
	const words = Object.keys(columns).map((name) => textOf(row[name]));
	const said = words.find((text) => /[a-z]{2} [a-z]{2}/i.test(text));
	throw new NotAsWanted(
		`${endpoint}: ${said ?? 'CIPP could not read this, and gives a row with nothing in it'}`,
		'Check the access of CIPP to this tenant in its permission check, then try again.',
		row,
	);
}

/**
 * Asks once more where what was read may be nothing but a refusal: an empty list, or a row that is as it
 * would be if Microsoft had not answered.
 *
 * @throws {CippFailure} when Microsoft refuses the second look as well
 */
export async function lookAgainIfDoubtful(
	{ endpoint, answer }: Pick<Operation, 'endpoint' | 'answer'>,
	request: CippRequest,
	items: INodeExecutionData[],
	reads: SharedReads,
): Promise<void> {
	const rows = items.map(({ json }) => json as Row);
	const look = lookOf(answer);
	if (look === undefined || isStored(request) || !isDoubtful(answer, rows)) return;
	await lookAgain(endpoint, look, request, async (second) => await reads.answerTo(second, 'read'));
}

/**
 * @param endpoint the one that gave nothing
 * @param request what it was asked
 * @throws {CippFailure} when Microsoft refuses
 */
export async function lookAgain(
	endpoint: string,
	look: SecondLook,
	request: CippRequest,
	send: Send,
): Promise<void> {
	const found = rowsOf(endpoint, await send(requestOf(look, request)));
	if ('exchange' in look && look.compliance && found.length === 0) {
		throw notRead(endpoint, 'The compliance centre of this tenant gave CIPP no answer');
	}
}

function isDoubtful(answer: Answer, rows: Row[]): boolean {
	if (answer.kind === 'rows') return rows.length === 0;
	const [row] = rows;
	return answer.kind === 'row' && answer.doubtful !== undefined && row !== undefined
		? matches(row, answer.doubtful)
		: false;
}

const lookOf = (answer: Answer): SecondLook | undefined =>
	answer.kind === 'rows' || answer.kind === 'row' ? answer.empty : undefined;

/** What CIPP has stored, it gives without asking Microsoft; over all tenants it always does. */
const isStored = (request: CippRequest): boolean =>
	sentAs('UseReportDB', request) === 'true' || sentAs('tenantFilter', request) === 'AllTenants';

function requestOf(look: SecondLook, request: CippRequest): CippRequest {
	const tenantFilter = sentAs('tenantFilter', request);
	const filled = (text: string): string =>
		text.replace(
			/\{(\w+)(?:\|(\w+))?\}/g,
			(_all, name: string, usual?: string) => sentAs(name, request) || (usual ?? ''),
		);
	if ('graph' in look) {
		return {
			method: 'GET',
			endpoint: 'ListGraphRequest',
			query: {
				...(tenantFilter ? { tenantFilter } : {}),
				Endpoint: filled(look.graph),
				NoPagination: 'true',
			},
		};
	}
	const { exchange: Cmdlet, parameters = {}, compliance } = look;
	const cmdParams = Object.fromEntries(
		Object.entries(parameters).map(([name, value]) => [name, filled(value)]),
	);
	return {
		method: 'POST',
		endpoint: 'ListExoRequest',
		body: {
			TenantFilter: tenantFilter,
			Cmdlet,
			cmdParams,
			...(compliance ? { Compliance: true } : {}),
		},
	};
}

/** What was sent under a name, in whatever case CIPP reads it. */
function sentAs(name: string, { query = {}, body }: CippRequest): string {
	const given: Record<string, unknown> = { ...query, ...(isObject(body) ? body : {}) };
	const key = Object.keys(given).find((other) => other.toLowerCase() === name.toLowerCase());
	return key === undefined ? '' : textOf(given[key]);
}
