import type { Choice } from './choice';
import type { DeclaredField, Field, Form, Picker } from './field';
import type { NamedTenants } from './tenant';

/** What a field says beside its label and its name on the wire. */
export type Rest = Partial<Omit<DeclaredField, 'label' | 'kind'>> & { help: string };

function field(
	kind: Field['kind'],
	form: Form,
	label: string,
	wire: string,
	rest: Rest,
): DeclaredField {
	return { name: nameOf(wire), form, ...rest, wire, label, kind };
}

/** n8n's parameter names hold no dots. */
const nameOf = (wire: string): string => wire.replace(/\W+/g, '_');

export const text = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('text', 'text', label, wire, rest);
/** `#RRGGBB`, with a picker of colors. */
export const color = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('color', 'text', label, wire, rest);
export const multiline = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('multiline', 'text', label, wire, rest);
export const number = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('number', 'number', label, wire, rest);
/** Sent only when switched on. */
export const toggle = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('toggle', 'flag', label, wire, rest);
/** Sent as true or false: for switches where leaving it out means something else than false. */
export const onOff = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('toggle', 'boolean', label, wire, rest);
/** A switch that has to be set to yes or no, because either changes something. */
export const decide = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('choice', 'boolean', label, wire, { ...rest, choices: yesOrNo, required: true });
const yesOrNo: Choice[] = [
	{ value: 'true', label: 'Yes' },
	{ value: 'false', label: 'No' },
];
export const choice = (label: string, wire: string, choices: Choice[], rest: Rest): DeclaredField =>
	field('choice', 'text', label, wire, { ...rest, choices });
export const choices = (
	label: string,
	wire: string,
	options: Choice[],
	rest: Rest,
): DeclaredField => field('choices', 'flags', label, wire, { ...rest, choices: options });
/** Exactly one of several names is sent, with the value true. */
export const oneFlag = (
	label: string,
	options: Choice[],
	rest: Rest & { name: string },
): DeclaredField =>
	field('choice', 'key', label, '', { ...rest, choices: options, required: true });
export const dateTime = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('dateTime', 'epoch', label, wire, rest);
export const json = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('json', 'json', label, wire, rest);
/** JSON that CIPP reads as a text. */
export const jsonText = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('json', 'jsonText', label, wire, rest);
/** Several texts, as a list or separated by commas. */
export const list = (label: string, wire: string, rest: Rest): DeclaredField =>
	field('text', 'texts', label, wire, rest);
/** Further tenants, in whatever form CIPP reads them. */
export const tenants = (
	label: string,
	wire: string,
	named: NamedTenants,
	rest: Rest,
): DeclaredField => field('text', 'labelValues', label, wire, { ...rest, tenants: named });
export const pick = (label: string, picker: Picker, wire: string, rest: Rest): DeclaredField =>
	field('picker', 'text', label, wire, { ...rest, picker });
