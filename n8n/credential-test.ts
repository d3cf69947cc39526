import type { ICredentialTestRequest } from 'n8n-workflow';

type Rules = NonNullable<ICredentialTestRequest['rules']>;
type Rule = Rules[number];

/** How the answers of ListApiTest begin that mean trouble, and what to tell. */
const troubles: Array<{ startsWith: string; message: string }> = [
	{
		startsWith: '<',
		message:
			"A web page came back. If CIPP's pages open at this address, it is the address of the user interface: use the API URL that CIPP shows under Integrations > CIPP-API. If not, CIPP's web app is stopped or over its quota, or a firewall or gateway before it refuses n8n.",
	},
	...[
		'Access denied: unable to resolve roles',
		'You do not have permission to view this directory or page',
		'Access to this CIPP API endpoint is not allowed, the user',
	].map((startsWith) => ({
		startsWith,
		message:
			'CIPP does not know this API client, or it is disabled, or its role no longer exists. In CIPP under Integrations > CIPP-API, enable it, give it a role and choose Save to Azure.',
	})),
	...["the '", 'you do', 'the custom'].map((reason) => ({
		startsWith: `Access to this CIPP API endpoint is not allowed, ${reason}`,
		message:
			'The API client lacks a CIPP role with CIPP.Core.Read. Give it a role in CIPP under Integrations > CIPP-API.',
	})),
	...['the API Client', 'your IP'].map((reason) => ({
		startsWith: `Access to this CIPP API endpoint is not allowed, ${reason}`,
		message:
			'CIPP does not accept the address n8n runs on. Add the public IP of this server to the API client in CIPP under Integrations > CIPP-API.',
	})),
];

const redirected =
	'The address leads to another one, or to a page to sign in. Use the API URL that CIPP shows under Integrations > CIPP-API. If a gateway stands before CIPP, let n8n pass without a sign-in, for example with a service token as API key.';

/** What a status means by itself, whatever comes with it. */
const byStatus: Record<number, string> = {
	301: redirected,
	302: redirected,
	303: redirected,
	307: redirected,
	308: redirected,
	401: 'CIPP did not accept the token. Check that the API client is enabled in CIPP (Integrations > CIPP-API, then Save to Azure) and that tenant and client ID are its own.',
	404: 'There is no CIPP API at this address. Compare it with the API URL that CIPP shows under Integrations > CIPP-API.',
	407: 'The proxy on the way to CIPP wants a user name and password.',
	429: 'Too many requests at the moment, say CIPP or what stands before it. Try again in a minute.',
	500: 'CIPP was reached and failed. Look at its web app in the Azure portal: it may have failed to start.',
	502: 'The gateway before CIPP got no answer from it. Try again in a few minutes, and look whether the web app runs in the Azure portal.',
	503: 'CIPP is busy, starting, being updated, stopped, or not set up yet. Try again in a few minutes, and look at it in a browser.',
	504: 'CIPP did not answer the gateway before it in time. Try again in a few minutes.',
};

/** n8n judges these by their status alone; of all others it looks at the body alone. */
export const judgedByStatus = Object.keys(byStatus).map(Number);

/**
 * Rules by which n8n turns the answer of ListApiTest into a verdict.
 *
 * n8n compares one value of the answer for equality. So a text is recognised by a character in which
 * it differs from all other known ones, and success by the key that only the right answer has.
 */
export const answerRules = [
	...Object.entries(byStatus).map(([status, message]) => ({
		type: 'responseCode',
		properties: { value: Number(status), message },
	})),
	...troubles.map(({ startsWith, message }) => {
		const position = tellingPosition(startsWith);
		return whenBody(`[${position}]`, startsWith[position], message);
	}),
	whenBody(
		'AllowedTenants',
		undefined,
		'Something answered, but not as CIPP does. Check the address, and that CIPP is running.',
	),
	// n8n's type wants rules of one kind only; its code takes both.
] as Rules;

function tellingPosition(text: string): number {
	const others = troubles.filter((trouble) => trouble.startsWith !== text);
	for (let position = 0; position < text.length; position += 1) {
		const isUnique = others.every(
			(other) =>
				other.startsWith[position] !== text[position] || sameMessage(other.startsWith, text),
		);
		if (isUnique) return position;
	}
	throw new Error(`"${text}" cannot be told from the other answers`);
}

function sameMessage(one: string, other: string): boolean {
	const messageOf = (text: string) =>
		troubles.find(({ startsWith }) => startsWith === text)?.message;
	return messageOf(one) === messageOf(other);
}

function whenBody(key: string, value: string | undefined, message: string): Rule {
	return { type: 'responseSuccessBody', properties: { key, value: value as string, message } };
}
