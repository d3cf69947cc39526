import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isObject } from '../../cipp/body';
import { InvalidInput } from '../errors';

/** Fields of the credential that hold headers. */
type Held = Pick<ICredentialDataDecryptedObject, string>;

/**
 * Headers that a gateway before CIPP wants: the one of the API key, and the list.
 *
 * @throws {InvalidInput} for a name that no header can have, or one that is needed for CIPP itself
 */
export function gatewayHeaders({
	headerName,
	apiKey,
	gatewayHeaders: list,
}: Held): Record<string, string> {
	const values = isObject(list) && Array.isArray(list.header) ? (list.header as unknown[]) : [];
	const headers = [{ name: headerName, value: apiKey }, ...values.filter(isObject)];
	return Object.fromEntries(
		headers
			.map(({ name, value }) => [textOf(name), textOf(value)])
			.filter(([name]) => name !== '')
			.map(([name, value]) => [checked(name), value]),
	);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function checked(name: string): string {
	if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/^(authorization|host|content-\w+)$/i.test(name)) {
		return name;
	}
	throw new InvalidInput(
		`"${name}" in the CIPP credential cannot be the name of a header for a gateway`,
		'It looks like CF-Access-Client-Id.',
	);
}
