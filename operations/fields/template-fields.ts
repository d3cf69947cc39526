import { onOff, text, type DeclaredField } from '../vocabulary';

export const templateId = (wire: string, rest: Partial<DeclaredField> = {}): DeclaredField =>
	text('Template ID', wire, {
		name: 'templateId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'GUID of the template, as Get Many gives it',
		...rest,
	});

/** How CIPP narrows down templates that belong to tenants. */
export const templateList = (): DeclaredField[] => [
	onOff('Include Those for All Tenants', 'includeAllTenants', {
		optional: true,
		help: 'Whether to list the templates for all tenants too. They are listed if this is not added.',
	}),
];
