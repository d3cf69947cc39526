import {
	choice,
	json,
	list,
	multiline,
	number,
	onOff,
	text,
	words,
	type DeclaredField,
	jsonText,
} from '../vocabulary';

/** n8n wants its color picker for everything named a color; this one is text. */
const nameOf = (wire: string) => wire.replace('Color', 'Rgb');

/** The settings of a label, at the top of the body or inside an object of it. */
export function labelSettings(prefix: '' | 'parameters.' = ''): DeclaredField[] {
	const value = (label: string, wire: string, help: string, example: string) =>
		text(label, prefix + wire, {
			name: nameOf(wire),
			optional: true,
			anyCharacter: true,
			placeholder: `e.g. ${example}`,
			help,
		});
	const yesNo = (label: string, wire: string, help: string) =>
		onOff(label, prefix + wire, { name: wire, optional: true, help: `Whether ${help}` });
	const count = (label: string, wire: string, help: string, example: number) =>
		number(label, prefix + wire, {
			name: wire,
			optional: true,
			placeholder: `e.g. ${example}`,
			help,
		});
	const object = (label: string, wire: string, help: string, example: string) =>
		json(label, prefix + wire, {
			name: wire,
			optional: true,
			placeholder: `e.g. ${example}`,
			help,
		});
	const several = (label: string, wire: string, help: string, example: string) =>
		list(label, prefix + wire, {
			name: wire,
			optional: true,
			placeholder: `e.g. ${example}`,
			help,
		});
	const oneOf = (label: string, wire: string, help: string, ...options: string[]) =>
		choice(label, prefix + wire, words(...options), {
			name: wire,
			optional: true,
			default: options[0],
			help,
		});
	const marking = (label: string, wire: string) => [
		yesNo(label, `ApplyContentMarking${wire}Enabled`, 'documents and mail get it'),
		value(`${label}: Text`, `ApplyContentMarking${wire}Text`, 'What it says', 'Confidential'),
		value(`${label}: Color`, `ApplyContentMarking${wire}FontColor`, 'Color as #RRGGBB', '#FF0000'),
		value(`${label}: Font`, `ApplyContentMarking${wire}FontName`, 'Name of the font', 'Calibri'),
		count(`${label}: Size`, `ApplyContentMarking${wire}FontSize`, 'Size of the font in points', 10),
		count(
			`${label}: Margin`,
			`ApplyContentMarking${wire}Margin`,
			'Distance to the edge in points',
			5,
		),
		oneOf(
			`${label}: Alignment`,
			`ApplyContentMarking${wire}Alignment`,
			'Where it stands in the line',
			'Left',
			'Center',
			'Right',
		),
	];
	return [
		value('Display Name', 'DisplayName', 'What people see in Office', 'Confidential'),
		multiline('Tooltip', `${prefix}Tooltip`, {
			name: 'Tooltip',
			optional: true,
			placeholder: 'e.g. For staff only',
			help: 'What people read when they point at the label',
		}),
		multiline('Comment', `${prefix}Comment`, {
			name: 'Comment',
			optional: true,
			placeholder: 'e.g. Asked for in TICKET-4711',
			help: 'Note for administrators',
		}),
		value(
			'Content Type',
			'ContentType',
			'What the label is for, with commas between: File, Email, Site, UnifiedGroup and so on',
			'File, Email',
		),
		count('Priority', 'Priority', 'Rank among the labels; the highest number is the strictest', 3),
		jsonText('Conditions', `${prefix}Conditions`, {
			name: 'Conditions',
			optional: true,
			placeholder: 'e.g. {"And":[]}',
			help: 'When Office applies the label by itself',
		}),
		yesNo('Encrypt', 'EncryptionEnabled', 'content is encrypted'),
		oneOf(
			'Encryption: Rights',
			'EncryptionProtectionType',
			'Who sets the rights: the label, or people themselves',
			'Template',
			'RemoveProtection',
			'UserDefined',
		),
		several(
			'Encryption: Rights Definitions',
			'EncryptionRightsDefinitions',
			'Who may do what. Needed with Template unless a template ID is given. Rights with a comma need a list from an expression.',
			'contoso.com:VIEW',
		),
		value(
			'Encryption: Template ID',
			'EncryptionTemplateId',
			'GUID of a template of rights in the same tenant',
			'1c2d3e4f-0000-4000-8000-000000000000',
		),
		value(
			'Encryption: Linked Template ID',
			'EncryptionLinkedTemplateId',
			'GUID of the template that the label is tied to',
			'1c2d3e4f-0000-4000-8000-000000000000',
		),
		value(
			'Encryption: Template Scopes',
			'EncryptionAipTemplateScopes',
			'For whom the template of rights is offered',
			'sales@contoso.com',
		),
		value(
			'Encryption: Expires After',
			'EncryptionContentExpiredOnDateInDaysOrNever',
			'Days until content can no longer be opened, or Never',
			'Never',
		),
		count(
			'Encryption: Offline Days',
			'EncryptionOfflineAccessDays',
			'Days that content opens without a connection; -1 for always',
			7,
		),
		yesNo('Encryption: Do Not Forward', 'EncryptionDoNotForward', 'mail cannot be forwarded'),
		yesNo(
			'Encryption: Encrypt Only',
			'EncryptionEncryptOnly',
			'mail is encrypted without other limits',
		),
		yesNo('Encryption: Ask in Office', 'EncryptionPromptUser', 'Office asks people for the rights'),
		...marking('Header', 'Header'),
		...marking('Footer', 'Footer'),
		yesNo('Watermark', 'ApplyWaterMarkingEnabled', 'documents get a watermark'),
		value('Watermark: Text', 'ApplyWaterMarkingText', 'What it says', 'Confidential'),
		value('Watermark: Color', 'ApplyWaterMarkingFontColor', 'Color as #RRGGBB', '#FF0000'),
		value('Watermark: Font', 'ApplyWaterMarkingFontName', 'Name of the font', 'Calibri'),
		count('Watermark: Size', 'ApplyWaterMarkingFontSize', 'Size of the font in points', 48),
		oneOf(
			'Watermark: Layout',
			'ApplyWaterMarkingLayout',
			'How it lies on the page',
			'Diagonal',
			'Horizontal',
		),
		yesNo('Sites and Groups', 'SiteAndGroupProtectionEnabled', 'it protects sites and groups too'),
		oneOf(
			'Sites and Groups: Privacy',
			'SiteAndGroupProtectionPrivacy',
			'Who can join',
			'Private',
			'Public',
			'Unspecified',
		),
		value(
			'Sites and Groups: Level',
			'SiteAndGroupProtectionLevel',
			'Level of protection, in the words of New-Label',
			'BlockAccess',
		),
		yesNo(
			'Sites and Groups: Guests',
			'SiteAndGroupProtectionAllowAccessToGuestUsers',
			'guests can be members',
		),
		yesNo(
			'Sites and Groups: Mail of Guests',
			'SiteAndGroupProtectionAllowEmailFromGuestUsers',
			'guests can write to the group',
		),
		yesNo(
			'Sites and Groups: Full Access',
			'SiteAndGroupProtectionAllowFullAccess',
			'unmanaged devices get full access',
		),
		yesNo(
			'Sites and Groups: Web Only',
			'SiteAndGroupProtectionAllowLimitedAccess',
			'unmanaged devices get access in the browser only',
		),
		yesNo(
			'Sites and Groups: No Access',
			'SiteAndGroupProtectionBlockAccess',
			'unmanaged devices are kept out',
		),
		object(
			'Advanced Settings (JSON)',
			'AdvancedSettings',
			'Settings by name, as an object; color as #RRGGBB',
			'{"color":"#40E0D0"}',
		),
		prefix
			? object(
					'Settings (JSON)',
					'Settings',
					'Settings by name, as an object',
					'{"color":"#40E0D0"}',
				)
			: object(
					'Settings (JSON)',
					'Settings',
					'A list of settings, as the column Settings of Get Many',
					'[{"Key":"color","Value":"#40E0D0"}]',
				),
		// Each is JSON with commas, which a list typed as text would be split at.
		json('Translations (JSON)', `${prefix}LocaleSettings`, {
			name: 'LocaleSettings',
			optional: true,
			placeholder:
				'e.g. ["{\\"localeKey\\":\\"displayName\\",\\"Settings\\":[{\\"Key\\":\\"fr-fr\\",\\"Value\\":\\"Public\\"}]}"]',
			help: 'Names and tooltips in other languages: a list whose entries are each JSON as text',
		}),
	];
}
