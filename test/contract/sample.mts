import type { IDataObject } from 'n8n-workflow';
import { takesSeveral, type Field, type Operation } from '../../operations/vocabulary';

/** Parameters for a run of an operation in n8n: every field filled in, or only the required ones. */
export function sampleParameters(operation: Operation, amount: 'all' | 'required'): IDataObject {
	const [oneOf] = operation.needsOneOf ?? [];
	const fields = operation.fields.filter(
		({ required, wire }) => amount === 'all' || required || wire === oneOf,
	);
	const options = fields.filter((field) => field.optional);
	const main = fields.filter((field) => !field.optional);
	return {
		...(operation.tenant ? { tenantDomain: 'contoso.example' } : {}),
		...(operation.tenant && takesSeveral(operation.tenant) && amount === 'all'
			? { moreTenants: 'fabrikam.example' }
			: {}),
		...Object.fromEntries(main.map((field) => [field.name, sampleValue(field)])),
		options: Object.fromEntries(options.map((field) => [field.name, sampleValue(field)])),
		...(operation.isOpen && amount === 'all' ? { additionalFields: '{"somethingNew":1}' } : {}),
	};
}

/** A value that someone might type into the field. */
function sampleValue(field: Field): IDataObject[string] {
	if (field.tenants) return field.form === 'text' ? 'contoso.example' : '["fabrikam.example"]';
	if (field.choices && field.choices.length > 0) {
		return field.kind === 'choices' ? [field.choices[0].value] : field.choices[0].value;
	}
	const example = field.placeholder?.replace(/^e\.g\. /, '');
	if (field.matches && example && field.matches.test(example)) return example;
	switch (field.form) {
		case 'number':
			return 7;
		case 'boolean':
		case 'flag':
			return true;
		case 'epoch':
		case 'isoDate':
		case 'compactDate':
		case 'schedule':
			return '2031-05-06T07:08:00';
		case 'labelValues':
		case 'texts':
			return 'first, second';
		case 'json':
			return jsonIn(field);
		case 'jsonText':
			// As an expression gives it.
			return JSON.parse(jsonIn(field)) as IDataObject;
		default:
			return `a ${field.name}`;
	}
}

function jsonIn({ placeholder }: Field): string {
	return placeholder?.replace(/^e\.g\. /, '') ?? '{"a":1}';
}
