import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import {
	defaultOf,
	takesSeveral,
	usual,
	type Field,
	type Operation,
	type Resource,
} from '../../operations/vocabulary';
import { flagOf } from '../../cipp/feature-flags';
import { alsoByOldNames, noticesOfOldFields, oldFields } from './old-names';
import { pickerProperty } from './picker-property';
import { requestOptionsProperty } from '../transport/request-options';
import { givesSecret } from '../answers/secrets';
import { outputSecretProperty, toolMayAlsoProperty, toolMayProperty } from '../tool';

/**
 * The properties of a node, from its declarations and what a node adds for single operations.
 *
 * One property for each concept of a resource, shown for the operations that use it: small, and a
 * value survives a change of operation.
 */
export function describeProperties(
	resources: Resource[],
	extra: INodeProperties[] = [],
): INodeProperties[] {
	const properties = [
		resourceProperty(resources),
		...resources.map(operationProperty),
		toolMayProperty,
		toolMayAlsoProperty,
		...resources.flatMap((resource) => propertiesOf(resource)),
		...extra,
		requestOptionsProperty,
	];
	return alsoByOldNames(properties, resources);
}

function resourceProperty(resources: Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: byName(
			resources.map(({ name, value, deprecated }) => ({
				name,
				value,
				...(deprecated ? { description: deprecation(deprecated) } : {}),
			})),
		),
		default: resources.find(({ isFirst }) => isFirst)?.value ?? '',
	};
}

function operationProperty(resource: Resource): INodeProperties {
	const options = Object.entries(resource.operations).map(([value, operation]) => ({
		name: operation.name,
		value,
		action: operation.action,
		description: helpOf(operation),
	}));
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: byName(options),
		default: resource.opensAt,
	};
}

function propertiesOf(resource: Resource): INodeProperties[] {
	const shown = new Shown();
	for (const [value, operation] of Object.entries(resource.operations)) {
		const warns = operation.never ?? operation.warns;
		if (warns) shown.add(notice('warning', warns), value);
		for (const told of deprecationsOf(resource, operation)) shown.add(told, value);
		for (const property of tenantProperties(operation)) shown.add(property, value);
		for (const field of everyField(operation)) {
			if (field.optional) continue;
			for (const property of [propertyOf(field), ...oldFields(field), ...noticesOfOldFields(field)])
				shown.add(property, value);
		}
		if (operation.isOpen) shown.add(additionalFieldsProperty, value);
		if (givesSecret(operation) && operation.answer.kind !== 'own')
			shown.add(outputSecretProperty, value);
		if (operation.answer.kind === 'rows') {
			const hasColumns = operation.answer.simple.length > 0;
			for (const property of hasColumns ? [...listProperties, simplifyProperty] : listProperties) {
				shown.add(property, value);
			}
		}
	}
	const main = shown.limitedTo((operations) => ({
		resource: [resource.value],
		operation: operations,
	}));
	const options = optionsProperty(resource);
	return options ? [...main, options] : main;
}

const everyField = ({ fields, asks = [] }: Operation): Field[] => [...fields, ...asks];

/** Every operation on a tenant asks for it under this name. */
export const theTenant: Field = {
	name: 'tenantDomain',
	label: 'Tenant',
	help: 'The tenant to work on: choose one, or give its default domain or customer ID',
	kind: 'picker',
	picker: 'tenants',
	wire: 'tenantFilter',
	in: 'query',
	form: 'text',
};

const allTenantsProperty: INodeProperties = {
	displayName: 'All Tenants',
	name: 'allTenants',
	type: 'boolean',
	default: usual.allTenants,
	description:
		'Whether to run this for every tenant that CIPP lists instead of one, your own partner tenant included if it is listed',
};

const moreTenantsProperty: INodeProperties = {
	displayName: 'Further Tenants',
	name: 'moreTenants',
	type: 'string',
	default: usual.moreTenants,
	placeholder: 'e.g. fabrikam.com, northwind.com',
	description:
		'Other tenants that this is for too, by default domain or customer ID, separated by commas. What is saved is for all that are named here, and for no other.',
};

function tenantProperties({ tenant }: Operation): INodeProperties[] {
	if (!tenant) return [];
	const named = [pickerProperty(theTenant), ...(takesSeveral(tenant) ? [moreTenantsProperty] : [])];
	if (!tenant.allTenants) return named;
	return [
		allTenantsProperty,
		...named.map((property) => ({
			...property,
			displayOptions: { show: { allTenants: [false] } },
		})),
	];
}

const additionalFieldsProperty: INodeProperties = {
	displayName: 'Additional Fields (JSON)',
	name: 'additionalFields',
	type: 'json',
	default: usual.additionalFields,
	description: 'Fields that CIPP passes on as they are, as a JSON object. The fields above win.',
};

const listProperties: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: usual.returnAll,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: usual.limit,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

const simplifyProperty: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: usual.simplify,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const notice = (name: string, words: string): INodeProperties => ({
	displayName: words,
	name,
	type: 'notice',
	default: '',
});

/** The optional fields of all operations of a resource, each shown for those that have it. */
function optionsProperty(resource: Resource): INodeProperties | null {
	const shown = new Shown();
	const operations: string[] = [];
	for (const [value, operation] of Object.entries(resource.operations)) {
		const optional = everyField(operation).filter((field) => field.optional);
		if (optional.length > 0) operations.push(value);
		for (const field of optional) {
			for (const property of [propertyOf(field), ...oldFields(field)]) shown.add(property, value);
		}
	}
	if (operations.length === 0) return null;
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { resource: [resource.value], operation: operations } },
		options: shown
			.limitedTo(
				(some): Conditions => (some.length === operations.length ? {} : { '/operation': some }),
			)
			.sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

type Conditions = Record<string, string[]>;

/** Collects properties; equal ones are merged and list their operations. */
class Shown {
	private readonly entries = new Map<string, { property: INodeProperties; operations: string[] }>();

	add(property: INodeProperties, operation: string): void {
		const entry = this.entries.get(JSON.stringify(property));
		if (entry) entry.operations.push(operation);
		else this.entries.set(JSON.stringify(property), { property, operations: [operation] });
	}

	/** @param condition from the operations that have the property; empty for no condition */
	limitedTo(condition: (operations: string[]) => Conditions): INodeProperties[] {
		return [...this.entries.values()].map(({ property, operations }) => {
			const show = { ...property.displayOptions?.show, ...condition(operations) };
			return Object.keys(show).length === 0 ? property : { ...property, displayOptions: { show } };
		});
	}
}

const deprecation = (words: string): string => `Deprecated: ${words}`;

function deprecationsOf({ deprecated }: Resource, operation: Operation): INodeProperties[] {
	const words = [deprecated ?? [], operation.deprecated ?? []].flat();
	return words.map((one) => notice('deprecated', deprecation(one)));
}

/** The help, and after it what else there is to know before choosing it. */
function helpOf({ help, since, deprecated, endpoint = '' }: Described): string {
	const flag = flagOf(endpoint);
	const more = [
		since && `Needs CIPP ${since} or newer.`,
		flag && `Off in CIPP until the feature flag ${flag.id} is on.`,
		deprecated && deprecation(deprecated),
	].filter((sentence) => typeof sentence === 'string');
	return more.length === 0 ? help : `${help.replace(/[.]?$/, '.')} ${more.join(' ')}`;
}

type Described = Pick<Field, 'help' | 'since' | 'deprecated'> & { endpoint?: string };

const described = (field: Field): Pick<INodeProperties, 'description' | 'hint'> => ({
	description: helpOf(field),
	...(field.deprecated ? { hint: deprecation(field.deprecated) } : {}),
});

/**
 * n8n refuses to run what lacks a required value, also when it stands under an old name. What is not
 * required here is refused when the node runs.
 */
const isRequired = ({ required, kind, renamed }: Field): boolean =>
	required === true && kind !== 'picker' && !renamed;

/** A declared field as a property of the editor. */
export function propertyOf(field: Field): INodeProperties {
	const base = {
		displayName: field.label,
		name: field.name,
		default: defaultOf(field),
		...described(field),
		...(field.placeholder ? { placeholder: field.placeholder } : {}),
		...(isRequired(field) ? { required: true } : {}),
	};
	switch (field.kind) {
		case 'picker':
			return { ...pickerProperty(field), ...described(field) };
		case 'toggle':
			return { ...base, type: 'boolean' };
		case 'choice':
			return { ...base, type: 'options', options: choicesOf(field) };
		case 'choices':
			return { ...base, type: 'multiOptions', options: choicesOf(field) };
		case 'multiline':
			return { ...base, type: 'string', typeOptions: { rows: 4 } };
		case 'text':
			return {
				...base,
				type: 'string',
				...(field.isSecret ? { typeOptions: { password: true } } : {}),
			};
		default:
			return { ...base, type: field.kind };
	}
}

/**
 * A choice that may be left empty says so, since n8n shows no way back to nothing; one that has to be
 * made starts with nothing chosen, which is refused before anything is sent.
 */
function choicesOf(field: Field): INodePropertyOptions[] {
	const options = (field.choices ?? []).map(({ value, label, help }) => ({
		name: label,
		value: field.form === 'boolean' ? value === 'true' : value,
		...(help ? { description: help } : {}),
	}));
	const startsEmpty = field.kind === 'choice' && !field.optional && !field.default;
	const nothing = { name: field.required ? '(Choose)' : '(Not Set)', value: '' };
	return [...(startsEmpty ? [nothing] : []), ...byName(options)];
}

function byName<T extends { name: string }>(entries: T[]): T[] {
	return [...entries].sort((a, b) => a.name.localeCompare(b.name));
}
