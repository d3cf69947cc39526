import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import type { Field, Picker } from '../operations/vocabulary';

interface PickerKind {
	searchListMethod: string;
	name: Pick<INodePropertyMode, 'displayName' | 'name' | 'placeholder'>;
	id: Pick<INodePropertyMode, 'displayName' | 'name' | 'placeholder'>;
	/** The choice depends on this parameter. */
	dependsOn: string[];
}

const kinds: Record<Picker, PickerKind> = {
	tenants: {
		searchListMethod: 'searchTenants',
		name: { displayName: 'By Domain', name: 'domain', placeholder: 'e.g. contoso.com' },
		id: {
			displayName: 'By ID',
			name: 'id',
			placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		},
		dependsOn: [],
	},
	users: {
		searchListMethod: 'searchUsers',
		name: { displayName: 'By UPN', name: 'upn', placeholder: 'e.g. jane@contoso.com' },
		id: {
			displayName: 'By ID',
			name: 'id',
			placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		},
		dependsOn: ['tenantDomain.value'],
	},
};

/**
 * A locator: from a list with search, by name, by ID.
 *
 * It is not marked as required, because n8n would then refuse the plain strings that workflows made
 * for other CIPP nodes hold. An empty one is refused when the node runs.
 */
export function pickerProperty(field: Field): INodeProperties {
	const kind = kinds[field.picker ?? 'tenants'];
	return {
		displayName: field.label,
		name: field.name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: field.help,
		...(kind.dependsOn.length > 0 ? { typeOptions: { loadOptionsDependsOn: kind.dependsOn } } : {}),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select a ${field.label.toLowerCase()}…`,
				typeOptions: { searchListMethod: kind.searchListMethod, searchable: true },
			},
			{ ...kind.name, type: 'string' },
			{ ...kind.id, type: 'string' },
		],
	};
}
