import { choice, json, text, type Choice, type DeclaredField } from '../vocabulary';

/** For endpoints with `selectedTenants`: CIPP checks access against the partner tenant instead. */
export const needsFullAccess = 'The API client must not be limited to some tenants.';

/** CIPP reads these as a text that holds JSON. */
export const jsonText = (label: string, help: string, placeholder: string): DeclaredField =>
	json(label, 'PowerShellCommand', {
		name: 'settingsJson',
		form: 'jsonText',
		required: true,
		placeholder,
		help,
	});

/** The GUID or name of what an operation works on. */
export const identity = (label: string, wire: string, help: string): DeclaredField =>
	text(label, wire, {
		name: 'identity',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help,
	});

export const ruleName = (wire: string): DeclaredField =>
	text('Rule Name', wire, {
		name: 'ruleName',
		required: true,
		placeholder: 'e.g. All Staff',
		help: "The column RuleName of Get Many, which can differ from the policy's name. The default policy has none.",
	});

export const template = (wire = 'ID'): DeclaredField =>
	text('Template ID', wire, {
		name: 'templateId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'The column GUID of Get Many',
	});

/** A choice that nobody should get by accident: it has to be made. */
export const mustChoose = (
	label: string,
	wire: string,
	choices: Choice[],
	help: string,
): DeclaredField => choice(label, wire, choices, { required: true, help });

/** Many names, left out for one reason. */
export const leftOut = (reason: string, ...names: string[]): Record<string, string> =>
	Object.fromEntries(names.map((name) => [name, reason]));
