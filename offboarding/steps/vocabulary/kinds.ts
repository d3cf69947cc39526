import { lettersOf } from '../../html-text';

/** What CIPP takes as `{value, label}`; `value` is what counts. */
export interface LabelValue {
	value: string;
	label?: string;
}

/** What is asked of one step. */
export interface Asked<Value = unknown> {
	value: Value;
	/** Whether the switch that belongs to it is on. */
	modifier: boolean;
}

/** A switch that does nothing but modify a step, such as keeping a copy of what is forwarded. */
export interface Modifier {
	/** CIPP's name for it. */
	option: string;
	/** Its name where a report shows what was asked. */
	shownAs: string;
	label: string;
	help: string;
}

/** What a step is asked for with: the field in the editor, and the value of CIPP's option. */
export interface Kind<Value> {
	editor: 'switch' | 'html' | 'person' | 'people';
	placeholder?: string;
	modifier?: Modifier;
	/** The people whom a value names. */
	people(value: Value): LabelValue[];
	/** Whether CIPP can work with a name as it is written. */
	fits(text: string): boolean;
	/** An alias, a group or a team will do as well as a person. */
	takesRecipients?: true;
	/** What was asked, as reports show it. */
	shown(asked: Asked<Value>): unknown;
	/** What a report shows, as it was asked. */
	fromShown(shown: unknown): Asked<Value>;
	/** What CIPP stores as a tenant's default; undefined where that asks for nothing. */
	fromDefault(stored: unknown): Value | undefined;
}

export const onOff: Kind<boolean> = {
	editor: 'switch',
	people: () => [],
	fits: () => true,
	shown: ({ value }) => value,
	// What stands in a report was asked for, also where a table has made a text of true.
	fromShown: (shown) => ({ value: Boolean(shown), modifier: false }),
	fromDefault: (stored) => (stored === true ? true : undefined),
};

/** CIPP's editor leaves such a thing where nothing was written. */
export const isEmptyHtml = (text: string): boolean =>
	lettersOf(text) === '' && !/<img\b/i.test(text);

export const html = (placeholder: string): Kind<string> => ({
	editor: 'html',
	placeholder,
	people: () => [],
	fits: () => true,
	shown: ({ value }) => value,
	fromShown: (shown) => ({ value: String(shown ?? ''), modifier: false }),
	fromDefault: (stored) =>
		typeof stored === 'string' && !isEmptyHtml(stored) ? stored : undefined,
});

/** One person of the same tenant. */
export const onePerson = (
	placeholder: string,
	rest: Partial<Pick<Kind<LabelValue>, 'modifier' | 'fits' | 'takesRecipients'>> = {},
): Kind<LabelValue> => ({
	editor: 'person',
	placeholder,
	people: (value) => [value],
	fits: isReachable,
	shown: ({ value, modifier }) =>
		rest.modifier ? { to: value.value, [rest.modifier.shownAs]: modifier } : value.value,
	fromShown: (shown) => {
		if (!rest.modifier) return { value: { value: String(shown) }, modifier: false };
		const { to, [rest.modifier.shownAs]: modifier } = shown as Record<string, unknown>;
		return { value: { value: String(to) }, modifier: modifier === true };
	},
	fromDefault: () => undefined,
	...rest,
});

/** People of the same tenant. */
export const severalPeople = (
	placeholder: string,
	rest: Partial<Pick<Kind<LabelValue[]>, 'fits'>> = {},
): Kind<LabelValue[]> => ({
	editor: 'people',
	placeholder,
	people: (value) => value,
	fits: isReachable,
	shown: ({ value }) => value.map((person) => person.value),
	fromShown: (shown) => ({
		value: [shown ?? []].flat().map((value) => ({ value: String(value) })),
		modifier: false,
	}),
	fromDefault: () => undefined,
	...rest,
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isObjectId = (text: string): boolean => uuid.test(text);
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);
const isReachable = (text: string): boolean => isAddress(text) || isObjectId(text);
