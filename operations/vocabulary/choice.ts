export interface Choice {
	value: string;
	label: string;
	help?: string;
}

/** Choices whose label is the value itself. */
export const words = (...values: string[]): Choice[] =>
	values.map((value) => ({ value, label: value }));

/** Choices that CIPP writes in small letters or camelCase, with a label for people. */
export const titled = (...values: string[]): Choice[] =>
	values.map((value) => ({
		value,
		label: value
			.replace(/([a-z])([A-Z])/g, '$1 $2')
			.replace(/^./, (letter) => letter.toUpperCase()),
	}));
