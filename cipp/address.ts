import { Trouble } from './trouble';

/** Why an address cannot be used, in words for the person who typed it. */
export class InvalidAddress extends Trouble {
	constructor(message: string) {
		super(message, 'Correct the address in the CIPP credential.');
	}
}

/**
 * Where the API lives, for an address typed with or without `/api`, with or without a slash.
 *
 * @param mayBeInClear someone chose to send the token without encryption to another machine
 * @returns e.g. `https://cipp.example.com/api`, without a trailing slash
 * @throws {InvalidAddress} when it is no http(s) address
 */
export function apiAddress(typed: string, mayBeInClear = false): string {
	const text = withScheme(typed.trim());
	if (!URL.canParse(text)) {
		throw new InvalidAddress(
			`The CIPP address "${text}" is not a web address. It looks like https://cippxxxxx.azurewebsites.net`,
		);
	}
	const url = new URL(text);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw new InvalidAddress(`The CIPP address "${text}" has to start with https://`);
	}
	if (url.username || url.password) {
		throw new InvalidAddress('The CIPP address must not contain a user name or password');
	}
	refuseInClear(url, mayBeInClear);
	const path = url.pathname.replace(/\/+$/, '').replace(/\/api$/i, '');
	return `${url.origin}${path}/api`;
}

/** People copy the name of a host without what stands before it. */
const withScheme = (text: string): string =>
	/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/|$)/i.test(text) ? `https://${text}` : text;

/** Everyone on the way could read the token and use it. */
function refuseInClear({ protocol, hostname }: URL, mayBeInClear: boolean): void {
	if (protocol === 'https:' || mayBeInClear || isLoopback(hostname)) return;
	throw new InvalidAddress(
		`The CIPP address begins with http://, so the token would go to ${hostname} without encryption. Begin it with https://, or switch on Allow Unencrypted HTTP in the credential`,
	);
}

const isLoopback = (host: string): boolean =>
	/^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);
