import type { Faults, TokenFaultKind } from '../faults.mts';
import type { Registration, Tokens } from './tokens.mts';

export interface TokenRequest {
	tenant: string;
	form: URLSearchParams;
	authorization: string | undefined;
}

export interface TokenAnswer {
	status: number;
	body: Record<string, unknown>;
}

/** Entra's token endpoint for the client credentials of one app. Null: no answer at all. */
export async function answerTokenRequest(
	request: TokenRequest,
	registration: Registration,
	tokens: Tokens,
	faults: Faults,
): Promise<TokenAnswer | null> {
	const { form, tenant } = request;
	const fault = faults.takeToken();
	if (fault === 'down') return null;
	if (fault) return refusal(fault, registration);
	if (tenant !== registration.homeTenantId)
		return error(
			400,
			'invalid_request',
			90002,
			`Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
		);
	if (form.get('grant_type') !== 'client_credentials')
		return error(
			400,
			'unsupported_grant_type',
			70003,
			`The app requested an unsupported grant type '${form.get('grant_type') ?? ''}'.`,
		);
	const { clientId, clientSecret } = credentials(request);
	if (clientId !== registration.clientId) return unknownClient(clientId, registration);
	if (clientSecret !== registration.clientSecret) return refusal('invalidSecret', registration);
	const scope = form.get('scope') ?? '';
	if (scope !== `api://${registration.clientId}/.default`)
		return noResource(scope.replace(/\/\.default$/, ''), registration);
	return {
		status: 200,
		body: {
			token_type: 'Bearer',
			expires_in: 3599,
			ext_expires_in: 3599,
			access_token: await tokens.issue(),
		},
	};
}

function credentials({ form, authorization }: TokenRequest): {
	clientId: string;
	clientSecret: string;
} {
	const basic = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1];
	if (!basic)
		return { clientId: form.get('client_id') ?? '', clientSecret: form.get('client_secret') ?? '' };
	const [clientId, ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
	return {
		clientId: decodeURIComponent(clientId),
		clientSecret: decodeURIComponent(secret.join(':')),
	};
}

function refusal(kind: Exclude<TokenFaultKind, 'down'>, registration: Registration): TokenAnswer {
	switch (kind) {
		case 'invalidSecret':
			return error(
				401,
				'invalid_client',
				7000215,
				`Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${registration.clientId}'.`,
			);
		case 'unknownClient':
			return unknownClient(registration.clientId, registration);
		case 'noApplicationIdUri':
			return noResource(`api://${registration.clientId}`, registration);
	}
}

function unknownClient(clientId: string, { homeTenantId }: Registration): TokenAnswer {
	return error(
		400,
		'unauthorized_client',
		700016,
		`Application with identifier '${clientId}' was not found in the directory '${homeTenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
	);
}

function noResource(resource: string, { homeTenantId }: Registration): TokenAnswer {
	return error(
		400,
		'invalid_resource',
		500011,
		`The resource principal named ${resource} was not found in the tenant named ${homeTenantId}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
	);
}

function error(status: number, name: string, code: number, text: string): TokenAnswer {
	return {
		status,
		body: { error: name, error_description: `AADSTS${code}: ${text}`, error_codes: [code] },
	};
}
