import { list, type DeclaredField } from '../vocabulary';

/** Where a policy works, and what it leaves out there. */
export const location = (label: string, wire: string, example: string): DeclaredField[] => [
	list(`${label}: Include`, wire, {
		optional: true,
		placeholder: `e.g. ${example}`,
		help: 'What the policy covers there: All, or several with commas',
	}),
	list(`${label}: Exclude`, `${wire}Exception`, {
		optional: true,
		placeholder: 'e.g. jane@contoso.com',
		help: 'What it leaves out there; separate several with commas',
	}),
];
