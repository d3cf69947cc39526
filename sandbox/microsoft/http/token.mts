import { MicrosoftError } from '../errors.mts';
import type { Microsoft } from '../microsoft.mts';
import { tenantNamed } from '../state/lookup.mts';
import type { Tenant } from '../state/tenant.mts';
import type { Reply } from './reply.mts';

const lifetimeSeconds = 3599;

/** Entra's token endpoint: a token for any tenant it knows, to whoever asks, in whatever way. */
export function tokenReply(microsoft: Microsoft, tenants: Tenant[], name: string): Reply {
	const tenant = tenantNamed(tenants, name);
	if (!tenant)
		return refusal(
			400,
			'invalid_request',
			90002,
			`Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
		);
	try {
		microsoft.checkToken(tenant);
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		return refusal(
			503,
			'temporarily_unavailable',
			90033,
			'A transient error has occurred. Please try again.',
		);
	}
	return {
		status: 200,
		body: {
			token_type: 'Bearer',
			expires_in: lifetimeSeconds,
			access_token: tokenFor(tenant),
			refresh_token: 'refresh',
			scope: 'https://graph.microsoft.com/.default',
		},
	};
}

function refusal(status: number, name: string, code: number, text: string): Reply {
	return {
		status,
		body: { error: name, error_description: `AADSTS${code}: ${text}`, error_codes: [code] },
	};
}

/** A token that only says whose it is; nothing here checks signatures. */
function tokenFor({ customerId }: Tenant): string {
	const part = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
	const now = Math.floor(Date.now() / 1000);
	const claims = {
		tid: customerId,
		iat: now,
		exp: now + lifetimeSeconds,
		scp: 'Directory.ReadWrite.All User.ReadWrite.All',
		roles: ['Directory.ReadWrite.All', 'Sites.FullControl.All'],
	};
	return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

/** The tenant a token was made for; undefined when it is none of ours. */
export function tenantOfToken(
	tenants: Tenant[],
	authorization: string | undefined,
): Tenant | undefined {
	const claims = /^Bearer [^.]*\.([^.]+)\./i.exec(authorization ?? '')?.[1];
	try {
		const { tid } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString('utf8'));
		return tenantNamed(tenants, String(tid));
	} catch {
		return undefined;
	}
}
