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
 * @returns e.g. `https://cipp.example.com/api`, without a trailing slash
 * @throws {InvalidAddress} when it is no http(s) address
 */
export function apiAddress(typed: string): string {
	const text = typed.trim();
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
	const path = url.pathname.replace(/\/+$/, '').replace(/\/api$/i, '');
	return `${url.origin}${path}/api`;
}
