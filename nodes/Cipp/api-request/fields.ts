import type {
	FieldType,
	IDataObject,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { Field, Operation } from '../../../operations/vocabulary';
import { endpointNamed, type Endpoint } from './endpoints';

/** Which of an endpoint's operations is meant; none of CIPP's own names holds a space. */
export const actionId = 'what to do';

/** A field of an endpoint, as any of its operations has it. */
export interface EndpointField {
	/** The name that CIPP reads: what someone who thinks in endpoints looks for. */
	id: string;
	field: Field;
	/** Every operation needs it. */
	isRequired: boolean;
}

/** All fields of an endpoint: those of all its operations, each once. */
export function fieldsOf({ operations }: Endpoint): EndpointField[] {
	const found = new Map<string, EndpointField>();
	for (const operation of operations) {
		for (const field of operation.fields) {
			const id = idOf(field);
			if (field.form === 'label' || found.has(id)) continue;
			const isRequired = operations.every(({ fields }) =>
				fields.some((other) => idOf(other) === id && other.required),
			);
			found.set(id, { id, field, isRequired });
		}
	}
	return [...found.values()];
}

/** The same name may stand in the query and in the body; a field that is itself a name has none. */
export function idOf({ in: place, wire, name }: Field): string {
	if (wire === '') return name;
	return place === 'query' ? `?${wire}` : wire;
}

/** Whether it has to be said which operation is meant, because each sends something else. */
export function hasSwitch({ operations }: Endpoint): boolean {
	const sent = operations.map(({ method, fixed, bodyIsList, tenant, effect }) =>
		JSON.stringify([method, fixed ?? {}, bodyIsList, effect === 'read' || tenant !== null]),
	);
	return new Set(sent).size > 1;
}

/** The name of an operation in the choice of what to do; unique within an endpoint. */
export const actionOf = ({ action }: Operation): string => action;

/** What the editor offers to fill in for the chosen endpoint. */
export async function mapEndpointFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = this.getCurrentNodeParameter('apiEndpoint', { extractValue: true });
	const name = typeof chosen === 'string' ? chosen : '';
	if (name === '') return { fields: [], emptyFieldsNotice: 'Choose an endpoint first.' };
	const endpoint = endpointNamed(name);
	if (endpoint.operations.length === 0) {
		return {
			fields: [],
			emptyFieldsNotice: `${endpoint.name} is newer than this package or is not in it. Give its parameters as JSON.`,
		};
	}
	const fields = [...actionField(endpoint), ...fieldsOf(endpoint).map(mapped)];
	return {
		fields,
		...(fields.length === 0
			? { emptyFieldsNotice: `${endpoint.name} takes nothing but the tenant.` }
			: {}),
	};
}

function actionField(endpoint: Endpoint): ResourceMapperField[] {
	if (!hasSwitch(endpoint)) return [];
	return [
		{
			id: actionId,
			displayName: 'What to Do',
			required: true,
			display: true,
			defaultMatch: false,
			canBeUsedToMatch: false,
			type: 'options',
			options: endpoint.operations
				.map(actionOf)
				.sort()
				.map((action) => ({ name: action, value: action })),
		},
	];
}

function mapped({ id, field, isRequired }: EndpointField): ResourceMapperField {
	const options = optionsOf(field);
	return {
		id,
		displayName: field.wire === '' ? field.label : `${field.label} (${field.wire})`,
		required: isRequired,
		// The others are a click away, so that an endpoint with forty of them stays readable.
		removed: !isRequired,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		type: options ? 'options' : typeOf(field),
		...(options ? { options } : {}),
		...(field.default === undefined || Array.isArray(field.default)
			? {}
			: { defaultValue: field.default }),
	};
}

function optionsOf(field: Field): ResourceMapperField['options'] {
	if (field.kind === 'choice') {
		return field.choices?.map(({ value, label }) => ({ name: label, value }));
	}
	// A toggle of the mapper is false as soon as it is there, which this field would send.
	if (field.form === 'boolean') {
		return [
			{ name: 'Yes', value: true },
			{ name: 'No', value: false },
		];
	}
	return undefined;
}

/** Lists are texts with commas or arrays, JSON is a text or a value: `n8n/wire.ts` takes either. */
function typeOf({ kind }: Field): FieldType {
	switch (kind) {
		case 'toggle':
			return 'boolean';
		case 'number':
			return 'number';
		case 'dateTime':
			return 'dateTime';
		default:
			return 'string';
	}
}

/** What is filled in; null when the fields were left alone. */
export function filledIn(typed: unknown): IDataObject | null {
	const value = (typed as { value?: unknown } | null | undefined)?.value;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	return value as IDataObject;
}
