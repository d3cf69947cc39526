/** A property of a request body; PowerShell does not care about the case of names. */
export function read(body: unknown, name: string): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
	const key = Object.keys(body).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
	return key === undefined ? undefined : (body as Record<string, unknown>)[key];
}

/** PowerShell's `-eq $true`: the boolean, the number 1, or the text in any case. */
export function isTrue(value: unknown): boolean {
	return (
		value === true || value === 1 || (typeof value === 'string' && value.toLowerCase() === 'true')
	);
}

/** A plain value or the value of a label/value object, as text; '' when there is none. */
export function valueText(given: unknown): string {
	const value = read(given, 'value') ?? given;
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
		return String(value);
	return typeof value === 'object' && value !== null ? printed(value) : '';
}

/** An object where a text is expected: @{a=1}. Nothing is found by such a name. */
export function printed(given: object): string {
	if (Array.isArray(given)) return given.map(valueText).join(' ');
	const entries = Object.entries(given).map(([name, value]) => `${name}=${String(value ?? '')}`);
	return entries.length > 0 ? `@{${entries.join('; ')}}` : '';
}

/** Convert.ToBoolean: empty is false, true and false in any case, everything else throws. */
export function toBoolean(value: unknown): boolean {
	if (value === undefined || value === null) return false;
	if (typeof value === 'boolean') return value;
	if (typeof value === 'number') return value !== 0;
	if (typeof value === 'object')
		throw new Error(
			'Exception calling "ToBoolean" with "1" argument(s): "Unable to cast object of type \'System.Management.Automation.PSObject\' to type \'System.IConvertible\'."',
		);
	const text = String(value).trim().toLowerCase();
	if (text === 'true') return true;
	if (text === 'false') return false;
	throw new Error(
		`Exception calling "ToBoolean" with "1" argument(s): "String '${String(value)}' was not recognized as a valid Boolean."`,
	);
}
