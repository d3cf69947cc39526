import type { Field } from './field';

/**
 * What stands in a field until someone fills it in, where its declaration says nothing else. Workflows
 * do not store a value that is the default: changing one changes workflows that run already.
 */
const untouched = {
	picker: { mode: 'list', value: '' },
	toggle: false,
	number: 0,
	dateTime: '',
	choice: '',
	choices: [] as string[],
	json: '',
	color: '',
	multiline: '',
	text: '',
} satisfies Record<Field['kind'], unknown>;

/** What the parameter of a field holds until someone fills it in. */
export function defaultOf({ kind, default: usual }: Field) {
	return usual ?? structuredClone(untouched[kind]);
}

/** The same for parameters that operations have without declaring them. */
export const usual = {
	allTenants: false,
	moreTenants: '',
	additionalFields: '',
	returnAll: false,
	limit: 50,
	simplify: true,
	lookAfterwards: true,
};
