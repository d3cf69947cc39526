import type { Effect } from './effect';
import type { DeclaredField, Field } from './field';

/** Declared fields as an operation has them. */
export const placedIn =
	(place: Field['in'], effect: Effect) =>
	(field: DeclaredField): Field => ({
		in: place,
		...(effect === 'read' ? field : withoutChoiceMade(field)),
	});

/** What a change does is chosen by whoever runs it, not by the order of a list. */
function withoutChoiceMade({ default: usual, ...field }: DeclaredField): DeclaredField {
	const mustBeChosen = field.kind === 'choice' && field.required;
	return mustBeChosen || usual === undefined ? field : { ...field, default: usual };
}
