import { MicrosoftError } from '../errors.mts';
import type { Moment } from '../moment.mts';
import { change } from './change.mts';
import { run } from './query.mts';
import { onlyReads, type GraphReply, type GraphRequest } from './request.mts';
import { groupResource, userResource } from './resources.mts';

/** What Graph answers; throws a MicrosoftError where it refuses. */
export function answerGraph(moment: Moment, request: GraphRequest): GraphReply {
	if (!onlyReads(request)) return change(moment, request);
	return request.method === 'GET' ? read(moment, request) : byIds(moment, request);
}

function read({ tenant }: Moment, request: GraphRequest): GraphReply {
	const { path, version, options } = request;
	const page = run(tenant, { path, version, options }, startOf(options.$skiptoken));
	const context = contextOf(version, path);
	if (/\/\$count$/i.test(path)) return { status: 200, body: page.total };
	if (page.isOne)
		return {
			status: 200,
			body: {
				'@odata.context': `${contextOf(version, path.split('/')[0])}/$entity`,
				...page.rows[0],
			},
		};
	return {
		status: 200,
		body: {
			'@odata.context': context,
			...(options.$count?.toLowerCase() === 'true' ? { '@odata.count': page.total } : {}),
			...(page.next === undefined ? {} : { '@odata.nextLink': linkTo(request, page.next) }),
			value: page.rows,
		},
	};
}

function contextOf(version: string, path: string): string {
	return `https://graph.microsoft.com/${version}/$metadata#${path}`;
}

function linkTo({ path, version, options }: GraphRequest, next: number): string {
	const link = new URL(`https://graph.microsoft.com/${version}/${path}`);
	for (const [name, value] of Object.entries(options)) link.searchParams.set(name, value);
	link.searchParams.set('$skiptoken', Buffer.from(`row:${next}`).toString('base64url'));
	return link.toString();
}

function startOf(token: string | undefined): number {
	if (!token) return 0;
	const row = /^row:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
	if (row === undefined) throw new MicrosoftError('Skip token is null or not valid.');
	return Number(row);
}

function byIds({ tenant }: Moment, { body }: GraphRequest): GraphReply {
	const ids = ((body as { ids?: unknown[] } | undefined)?.ids ?? []).map(String);
	const everything = [
		...tenant.users.map((user) => userResource(tenant, user)),
		...tenant.groups.map(groupResource),
	];
	return { status: 200, body: { value: everything.filter(({ id }) => ids.includes(String(id))) } };
}
