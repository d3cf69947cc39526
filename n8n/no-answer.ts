/** Why there was no answer, and what to do. */
export interface NoAnswer {
	message: string;
	advice: string;
	/** True when CIPP surely never saw the request. */
	neverSent: boolean;
	/** False when it will be the same until someone changes a setting. */
	mayPass: boolean;
}

const onPath = (host: string): Record<string, NoAnswer> => ({
	ECONNREFUSED: {
		message: `Nothing answers at ${host}`,
		advice: 'Check the CIPP address in the credential, and that CIPP is running.',
		neverSent: true,
		mayPass: true,
	},
	ENOTFOUND: {
		message: `The host ${host} does not exist`,
		advice: 'Check the spelling of the CIPP address in the credential.',
		neverSent: true,
		mayPass: false,
	},
	EAI_AGAIN: {
		message: `The host ${host} cannot be looked up right now`,
		advice: 'Check the network and DNS of the machine that n8n runs on.',
		neverSent: true,
		mayPass: true,
	},
	EHOSTUNREACH: {
		message: `There is no way to ${host} from here`,
		advice: 'Check the network of the machine that n8n runs on.',
		neverSent: true,
		mayPass: true,
	},
	ECONNRESET: {
		message: `${host} ended the connection without an answer`,
		advice: 'Try again. If it was a change, check first whether CIPP has carried it out.',
		neverSent: false,
		mayPass: true,
	},
	ECONNABORTED: {
		message: `${host} did not answer in time`,
		advice:
			'Raise the timeout under Settings > Request Options. If it was a change, check first whether CIPP has carried it out.',
		neverSent: false,
		mayPass: true,
	},
});

/**
 * Puts a failed exchange into words.
 *
 * @param error what n8n's request helper threw
 */
export function explainNoAnswer(error: unknown, url: string): NoAnswer {
	const host = new URL(url).host;
	const texts = chainOf(error);
	const all = texts.join(' ');
	const signIn = explainSignIn(all);
	if (signIn) return signIn;
	if (/certificate|self.signed|DEPTH_ZERO|UNABLE_TO_VERIFY|CERT_/i.test(all)) {
		return {
			message: `The certificate of ${host} is not trusted`,
			advice:
				'Install the certificate authority on the machine that n8n runs on, or switch on Ignore SSL Issues under Settings > Request Options.',
			neverSent: true,
			mayPass: false,
		};
	}
	const known = onPath(host);
	const code = Object.keys(known).find((name) => all.includes(name));
	if (code) return known[code];
	if (/timeout|ETIMEDOUT/i.test(all)) return known.ECONNABORTED;
	if (/socket hang up/i.test(all)) return known.ECONNRESET;
	return {
		message: texts[0] ?? 'CIPP could not be reached',
		advice: 'Check the CIPP credential and the network of the machine that n8n runs on.',
		neverSent: false,
		mayPass: true,
	};
}

function explainSignIn(text: string): NoAnswer | null {
	if (
		!/Failed to acquire OAuth2 access token|AADSTS|invalid_client|Client authentication failed/i.test(
			text,
		)
	) {
		return null;
	}
	const notSent = { neverSent: true, mayPass: false };
	if (/AADSTS7000215|AADSTS7000222|invalid_client|Client authentication failed/i.test(text)) {
		return {
			message: 'Microsoft refused the client secret',
			advice:
				'Copy the secret of the API client from CIPP (Integrations > CIPP-API) into the credential again. It may have expired.',
			...notSent,
		};
	}
	if (/AADSTS500011|invalid_resource|invalid_scope/i.test(text)) {
		return {
			message: 'Microsoft does not know the Application ID URI of the API client',
			advice:
				'In Entra ID, open the app registration of the API client, then Expose an API, and set the Application ID URI to api://<client ID>.',
			...notSent,
		};
	}
	if (/AADSTS700016|unauthorized_client/i.test(text)) {
		return {
			message: 'Microsoft does not know this client ID in this tenant',
			advice:
				'Check Client ID and Tenant ID in the credential against CIPP (Integrations > CIPP-API).',
			...notSent,
		};
	}
	if (/AADSTS90002/i.test(text)) {
		return {
			message: 'Microsoft does not know this tenant ID',
			advice:
				'Check the Tenant ID in the credential: it is that of the partner tenant CIPP lives in.',
			...notSent,
		};
	}
	if (/ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|socket hang up|timeout/i.test(text)) {
		return {
			message: 'The address that gives tokens could not be reached',
			advice:
				'Check the network of the machine that n8n runs on, and Own Token URL in the credential if you filled it in.',
			neverSent: true,
			mayPass: true,
		};
	}
	return {
		message: 'Microsoft gave no token for CIPP',
		advice: 'Check tenant ID, client ID, client secret and token URL in the credential.',
		...notSent,
	};
}

/** An error's own words and those of its causes: n8n wraps the reason several times. */
function chainOf(error: unknown): string[] {
	const texts: string[] = [];
	for (let current = error, depth = 0; current && depth < 5; depth += 1) {
		if (typeof current !== 'object') break;
		const { message, code, description, body, messages, cause } = current as Record<
			string,
			unknown
		>;
		for (const part of [message, code, description, messages, describe(body)]) {
			if (part) texts.push(String(part));
		}
		current = cause;
	}
	return texts;
}

function describe(body: unknown): string {
	return typeof body === 'object' && body !== null ? JSON.stringify(body) : '';
}
