import { graphRequest } from '../graph/request.mts';
import type { BatchItem, Microsoft } from '../microsoft.mts';
import { isSharePointOf } from '../sharepoint/sites.mts';
import type { Tenant } from '../state/tenant.mts';
import { exchangeReply } from './exchange.mts';
import { graphWording, replied, sharePointWording, type Reply } from './reply.mts';
import { tenantOfToken, tokenReply } from './token.mts';

/** A request as it was meant for one of Microsoft's hosts. */
export interface Call {
	host: string;
	method: string;
	/** Without query; still encoded. */
	path: string;
	query: URLSearchParams;
	search: string;
	body: unknown;
	authorization: string | undefined;
}

/**
 * The host a request is meant for. It stands first in the path, as a bench puts it that sends all of a program's
 * requests here; without one the path tells.
 */
export function addressed(path: string): { host: string; path: string } {
	const [, first, rest] = /^\/([^/]+)(\/.*)?$/.exec(path) ?? [];
	if (first?.includes('.') && first !== 'v1.0')
		return { host: first.toLowerCase(), path: rest ?? '/' };
	if (/\/oauth2\/(v2\.0\/)?token$/i.test(path)) return { host: 'login.microsoftonline.com', path };
	return /^\/adminapi\//i.test(path)
		? { host: 'outlook.office365.com', path }
		: { host: 'graph.microsoft.com', path };
}

/** What Microsoft answers, whichever of its hosts was meant. */
export function serviceReply(microsoft: Microsoft, tenants: Tenant[], call: Call): Reply {
	const { host, path } = call;
	if (/^login\.(microsoftonline\.com|windows\.net)$/.test(host))
		return tokenReply(microsoft, tenants, decodeURIComponent(path.split('/')[1] ?? ''));
	if (/^\/adminapi\//i.test(path))
		return exchangeReply(microsoft, tenants, { ...call, path: decodeURIComponent(path) });
	if (host.endsWith('.sharepoint.com')) return sharePointReply(microsoft, tenants, call);
	const tenant = tenantOfToken(tenants, call.authorization);
	if (!tenant) return unauthorized();
	if (host === 'graph.microsoft.com') return graphReply(microsoft, tenant, call);
	if (/teams\.microsoft\.com$/.test(host)) return teamsReply(microsoft, tenant, path);
	if (host === 'admin.microsoft.com') return { status: 200, body: { items: [] } };
	return {
		status: 404,
		body: { error: { code: 'NotFound', message: `Nothing answers for ${host}.` } },
	};
}

function unauthorized(): Reply {
	const message = 'Access token is empty or not one of this sandbox.';
	return { status: 401, body: { error: { code: 'InvalidAuthenticationToken', message } } };
}

function graphReply(
	microsoft: Microsoft,
	tenant: Tenant,
	{ method, path, search, body }: Call,
): Reply {
	const version = /^\/v1\.0\//i.test(path) ? 'v1.0' : 'beta';
	if (/^\/[^/]+\/\$batch$/i.test(path))
		return replied(graphWording, () => {
			const { requests = [] } = (body ?? {}) as { requests?: BatchItem[] };
			const responses = microsoft.graphBatch(tenant, version, requests);
			const headers = { 'Content-Type': 'application/json' };
			return { status: 200, body: { responses: responses.map((each) => ({ ...each, headers })) } };
		});
	return replied(graphWording, () =>
		microsoft.graph(tenant, graphRequest(method, `${path}${search}`, body)),
	);
}

function sharePointReply(microsoft: Microsoft, tenants: Tenant[], call: Call): Reply {
	const url = `https://${call.host}${decodeURIComponent(call.path)}`;
	const tenant = tenants.find((each) => isSharePointOf(each, url));
	if (!tenant) return { status: 404, body: '404 FILE NOT FOUND' };
	return replied(sharePointWording, () => {
		const body = microsoft.sharePoint(tenant, { method: call.method, url, body: call.body });
		return { status: body === undefined ? 204 : 200, body };
	});
}

function teamsReply(microsoft: Microsoft, tenant: Tenant, path: string): Reply {
	if (/\/telephone-numbers$/i.test(path))
		return replied(graphWording, () => ({
			status: 200,
			body: { TelephoneNumbers: microsoft.teamsNumbers(tenant) },
		}));
	if (/^\/Skype\.Ncs\/locations$/i.test(path)) return { status: 200, body: [] };
	return { status: 404, body: { error: { code: 'NotFound', message: `No ${path} here.` } } };
}
