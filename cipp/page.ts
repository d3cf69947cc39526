import { isHtml } from './body';
import type { CippAnswer } from './request';
import type { Words } from './trouble';

/** A page where data was meant, or the way to one. CIPP itself never answers with either. */
export function isPageOrRedirect({ status, headers, body }: CippAnswer): boolean {
	if (isRedirect(status) || isHtml(body)) return true;
	if (typeof body !== 'string' || body.trim() === '') return false;
	// A host's own pages begin with a comment or `<?xml` as well. Azure's refusal is a text that it calls HTML.
	return (
		/^\s*</.test(body) || (status < 300 && /^text\/html\b/i.test(headers['content-type'] ?? ''))
	);
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** What stands in CIPP's place, by status: only some pages mean that the address is wrong. */
export function explainPage(answer: CippAnswer): Words {
	const { status, body } = answer;
	if (isRedirect(status)) return explainRedirect(answer);
	const heading = headingOf(body);
	const shown = heading === '' ? '' : ` ("${heading}")`;
	if (status < 300) return userInterface(shown);
	const { message, advice } = explainStatus(status, heading);
	return { message: `${message}${shown}, status ${status}`, advice };
}

const userInterface = (shown: string): Words => ({
	message: `A web page came back instead of data${shown}: the address is that of a user interface`,
	advice:
		"Put the API's own address into the credential. CIPP shows it under Integrations > CIPP-API as the API URL.",
});

/** Azure's own pages, and those of gateways and firewalls such as Cloudflare's. */
function explainStatus(status: number, heading: string): Words {
	if (status === 403 && /stopped|unavailable|disabled/i.test(heading)) return stopped;
	switch (status) {
		case 403:
			return {
				message: "CIPP's web app is stopped or over its quota, or a firewall before it refuses n8n",
				advice:
					"If the web app runs in the Azure portal, let this server's public IP address pass the firewall or gateway before it.",
			};
		case 404:
			return {
				message: 'There is no CIPP at this address',
				advice:
					'Compare the address in the credential with the API URL in CIPP (Integrations > CIPP-API). The web app may have been renamed or deleted.',
			};
		case 407:
			return {
				message: 'The proxy wants a user name and password',
				advice:
					'Put them into Proxy under Settings > Request Options: http://user:password@host:3128',
			};
		case 429:
			return {
				message: 'What stands before CIPP asks to slow down: too many requests',
				advice: 'Let fewer items run at once, or try again in a minute.',
			};
		case 500:
			return {
				message: "CIPP's web app failed before CIPP could answer",
				advice: 'Look at the web app in the Azure portal: it may have failed to start.',
			};
		case 503:
			return {
				message: "CIPP's web app is starting, being updated, or stopped",
				advice: later,
			};
	}
	if (status > 500) {
		return { message: 'The gateway before CIPP got no answer from it', advice: later };
	}
	return {
		message: 'Something before CIPP refused the request',
		advice:
			'A gateway, firewall or proxy stands between n8n and CIPP. Its page says what it does not like; let n8n pass there.',
	};
}

const later =
	'Try again in a few minutes. If it stays so, look whether the web app runs in the Azure portal.';

const stopped: Words = {
	message: "CIPP's web app is stopped, being updated, or over its quota",
	advice: 'Look at it in the Azure portal and start it, or try again in a few minutes.',
};

/** Redirects are not followed: they lead to a sign-in, or to a host that must get no token. */
function explainRedirect({ headers, origin = unknownOrigin }: CippAnswer): Words {
	const { location = '' } = headers;
	if (!URL.canParse(location, origin)) return userInterface('');
	const from = new URL(origin);
	const { host, hostname, protocol } = new URL(location, origin);
	if (host !== from.host && !isMicrosoftSignIn(hostname)) return elsewhere(host);
	if (host === from.host && protocol !== from.protocol) {
		return {
			message: `CIPP answers at ${protocol}//${host} only`,
			advice: `Put https:// before the address in the credential.`,
		};
	}
	return userInterface('');
}

const unknownOrigin = 'https://unknown.invalid';

const elsewhere = (host: string): Words => ({
	message: `The way to CIPP leads to ${host} instead`,
	advice: `A gateway before CIPP sends n8n there, perhaps to sign in. Let n8n pass without it, for example with a service token as the API key of the credential. If CIPP has moved there, put https://${host} into the credential.`,
});

const isMicrosoftSignIn = (hostname: string): boolean =>
	/^login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn|windows\.net|microsoft\.com|live\.com)$/i.test(
		hostname,
	);

/** What a page says of itself, on one line. */
function headingOf(body: unknown): string {
	const page = String(body).slice(0, 8_000);
	const title = textIn(page, /<title[^>]*>([^<]*)/i);
	const headline = textIn(page, /<h1[^>]*>(.*?)<\/h1>/is);
	const parts = [title, headline].filter(
		(part, at, all) => part !== '' && all.indexOf(part) === at,
	);
	return parts.join(': ').slice(0, 120);
}

function textIn(page: string, pattern: RegExp): string {
	const [, found = ''] = page.match(pattern) ?? [];
	return found
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(amp|#0?38);/g, '&')
		.replace(/&(#0?39|apos|rsquo|lsquo);/g, "'")
		.replace(/&(nbsp|#160);/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
