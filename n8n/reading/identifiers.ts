import { namesAnIdentifier, type Field } from '../../operations/vocabulary';
import { InvalidInput } from '../errors';
import { shownValue } from './shown-value';

/**
 * CIPP builds addresses of Microsoft Graph from what it is given, without encoding it: with `../` or `?` in
 * it the request goes somewhere else, and at `#` it ends.
 *
 * @throws {InvalidInput} when an ID has a character that no ID has
 */
export function checkIdentifier(text: string, field: Field): void {
	if (!namesAnIdentifier(field)) return;
	const found = text.match(
		/[/\\?#]|%[\da-f]{2}|\.\.|\p{Cc}|\u200c|\u200d|[\u200e\u200f\u202a-\u202e]/iu,
	);
	if (!found) return;
	if (/#EXT#/i.test(text)) {
		throw new InvalidInput(
			`"${field.label}" is the sign-in name of a guest, which CIPP cuts off at its #: ${shownValue(text)}`,
			'Give the object ID instead: the column id of User: Get Many.',
		);
	}
	throw new InvalidInput(
		`"${field.label}" has ${nameOf(found[0])} in it, which cannot be: ${shownValue(text)}`,
		field.help,
	);
}

const nameOf = (character: string): string =>
	/\p{Cc}|[\u200c-\u202e]/u.test(character) ? 'a character that cannot be seen' : `"${character}"`;
