import { createHash } from 'node:crypto';

/** A GUID that is always the same for the same name, so that seeds and tests can refer to it. */
export function identifier(name: string): string {
	const hash = createHash('sha256').update(name).digest('hex');
	return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export function isIdentifier(text: string): boolean {
	return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}
