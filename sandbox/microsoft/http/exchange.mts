import { MicrosoftError } from '../errors.mts';
import type { CmdletReply } from '../exchange/cmdlet.mts';
import type { Microsoft } from '../microsoft.mts';
import { tenantNamed } from '../state/lookup.mts';
import type { Tenant } from '../state/tenant.mts';
import { exchangeWording, replied, type Reply } from './reply.mts';

interface BatchRequest {
	id: string;
	url?: string;
	body: unknown;
}

/** /adminapi/{version}/{tenant}/…: cmdlets one by one or in a batch, and what is asked of a mailbox by its address. */
export function exchangeReply(
	microsoft: Microsoft,
	tenants: Tenant[],
	{ path, query, body }: { path: string; query: URLSearchParams; body: unknown },
): Reply {
	const [, name = '', rest = ''] = /^\/adminapi\/[^/]+\/([^/]+)\/(.*)$/i.exec(path) ?? [];
	const tenant = tenantNamed(tenants, name);
	if (!tenant)
		return exchangeWording(
			new MicrosoftError(`The tenant '${name}' was not found.`, 400, 'InvalidTenant'),
		);
	if (/^InvokeCommand$/i.test(rest)) return invoked(microsoft, tenant, body, query.get('$select'));
	if (/^\$batch$/i.test(rest)) return batch(microsoft, tenant, body);
	return ofMailbox(microsoft, tenant, rest);
}

function batch(microsoft: Microsoft, tenant: Tenant, body: unknown): Reply {
	const requests = (body as { requests?: BatchRequest[] } | null)?.requests ?? [];
	const responses = requests.map((request) => {
		const select = /\$select=([^&]*)/.exec(request.url ?? '')?.[1] ?? null;
		return { id: request.id, ...invoked(microsoft, tenant, request.body, select) };
	});
	return { status: 200, body: { responses } };
}

/** {CmdletInput: {CmdletName, Parameters}}. */
function invoked(
	microsoft: Microsoft,
	tenant: Tenant,
	body: unknown,
	select: string | null,
): Reply {
	const input = (body as { CmdletInput?: { CmdletName?: string; Parameters?: unknown } } | null)
		?.CmdletInput;
	return replied(exchangeWording, () => {
		const name = input?.CmdletName ?? '';
		return wired(microsoft.exchange(tenant, { name, parameters: input?.Parameters }), select);
	});
}

/** Without objects but with a warning, there is no list either. */
function wired({ rows, warnings }: CmdletReply, select: string | null = null): Reply {
	const value = rows.length === 0 && warnings.length > 0 ? null : selected(rows, select);
	return { status: 200, body: { '@adminapi.warnings': warnings, value } };
}

function selected(rows: unknown[], select: string | null): unknown[] {
	const columns = select?.toLowerCase().split(',').filter(Boolean);
	if (!columns?.length) return rows;
	return rows.map((row) =>
		Object.fromEntries(
			Object.entries(row as object).filter(([name]) => columns.includes(name.toLowerCase())),
		),
	);
}

/** Mailbox('…')/Exchange.GetMailboxStatistics() and mailbox('…')/MobileDevice/Exchange.GetMobileDeviceStatistics(). */
function ofMailbox(microsoft: Microsoft, tenant: Tenant, rest: string): Reply {
	const [, identity = '', call = ''] = /^mailbox\('(.*?)'\)\/(.*)$/i.exec(rest) ?? [];
	const run = (name: string, parameters: unknown, shown = (row: unknown) => row) =>
		replied(exchangeWording, () => {
			const { rows, warnings } = microsoft.exchange(tenant, { name, parameters });
			return wired({ rows: rows.map(shown), warnings });
		});
	if (/^Exchange\.GetMailboxStatistics/i.test(call)) {
		const Archive = /archive=true/i.test(call);
		return run('Get-MailboxStatistics', { Identity: identity, Archive }, withBytes);
	}
	if (/^MobileDevice\/Exchange\.GetMobileDeviceStatistics/i.test(call)) {
		const Mailbox = Buffer.from(identity, 'base64').toString('utf8');
		return run('Get-MobileDeviceStatistics', { Mailbox });
	}
	return exchangeWording(
		new MicrosoftError(`Resource not found for the segment '${rest}'.`, 404, 'NotFound'),
	);
}

/** Asked this way, a size is its number of bytes and no text. */
function withBytes(row: unknown): unknown {
	const sizes = Object.entries(row as object).map(([name, value]) => {
		const bytes = /\(([\d,]+) bytes\)$/.exec(String(value))?.[1];
		return [name, bytes === undefined ? (value as unknown) : Number(bytes.replaceAll(',', ''))];
	});
	return Object.fromEntries(sizes);
}
