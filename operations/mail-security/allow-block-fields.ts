import { mustChoose } from '../fields/protection-fields';
import { list, multiline, toggle, words, type DeclaredField } from '../vocabulary';

export const listType = (wire: string): DeclaredField =>
	mustChoose(
		'List',
		wire,
		[
			{ value: 'Sender', label: 'Senders', help: 'Addresses and domains' },
			{ value: 'Url', label: 'URLs' },
			{ value: 'FileHash', label: 'Files', help: 'SHA-256 hashes' },
			{ value: 'IP', label: 'IP Addresses', help: 'IPv6 addresses' },
		],
		'What kind of entries they are',
	);

export const entries = (wire: string, help: string): DeclaredField =>
	list('Entries', wire, {
		name: 'entries',
		required: true,
		placeholder: 'e.g. jane@fabrikam.com, example.com',
		help,
	});

export const entrySettings: DeclaredField[] = [
	entries('entries', 'What goes into the list; separate several with commas'),
	listType('listType'),
	mustChoose(
		'Allow or Block',
		'listMethod',
		words('Allow', 'Block'),
		'Whether the entries are let through or held back',
	),
	multiline('Notes', 'notes', {
		optional: true,
		placeholder: 'e.g. Asked for in TICKET-4711',
		help: 'Why the entries are there',
	}),
	toggle('Never Expires', 'NoExpiration', {
		optional: true,
		help: 'Whether the entries stay for good; wins over the next option. With neither, Exchange lets them end by itself.',
	}),
	toggle('Remove After 45 Days', 'RemoveAfter', {
		optional: true,
		help: 'Whether the entries end 45 days after their last use',
	}),
];
