import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { pickerSources } from '../../operations/vocabulary/pickers';
import { defaultOf, type Field, type Picker } from '../../operations/vocabulary';

const idExample = 'e.g. 1c2d3e4f-0000-4000-8000-000000000000';

/** The name of the list method behind a picker, e.g. `searchUsers`. */
export const listMethodOf = (picker: Picker): string =>
	`search${picker[0].toUpperCase()}${picker.slice(1)}`;

/**
 * A locator: from a list with search, by name, by ID.
 *
 * It is not marked as required, because n8n would then refuse the plain strings that workflows made
 * for other CIPP nodes hold. An empty one is refused when the node runs.
 */
export function pickerProperty(field: Field): INodeProperties {
	const picker = field.picker ?? 'tenants';
	return {
		displayName: field.label,
		name: field.name,
		type: 'resourceLocator',
		default: defaultOf(field),
		description: field.help,
		...(dependsOnTenant(picker)
			? { typeOptions: { loadOptionsDependsOn: ['tenantDomain.value'] } }
			: {}),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select a ${field.label.toLowerCase()}…`,
				typeOptions: { searchListMethod: listMethodOf(picker), searchable: true },
			},
			...typedModes(picker),
		],
	};
}

function typedModes(picker: Picker): INodePropertyMode[] {
	const byId: INodePropertyMode = {
		displayName: 'By ID',
		name: 'id',
		type: 'string',
		placeholder: idExample,
	};
	if (picker === 'tenants') {
		const byDomain = { displayName: 'By Domain', name: 'domain', placeholder: 'e.g. contoso.com' };
		return [{ ...byDomain, type: 'string' }, byId];
	}
	const { label, example } = pickerSources[picker].byName;
	if (label === byId.displayName) return [byId];
	const name = label.replace(/^By /, '').toLowerCase();
	return [{ displayName: label, name, type: 'string', placeholder: example }, byId];
}

function dependsOnTenant(picker: Picker): boolean {
	return picker !== 'tenants' && pickerSources[picker].tenant !== null;
}
