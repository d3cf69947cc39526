import type { Operation } from '../../operations/vocabulary';
import type { RecordedRequest } from '../../sandbox/index.mts';
import type { FactParameter, Facts } from './facts.mts';

/**
 * What is wrong with a request that an operation sent, by CIPP's own code: method, path, place, name
 * and form of everything, nothing missing, nothing that CIPP does not read.
 */
export function differences(
	operation: Operation,
	request: RecordedRequest,
	facts: Facts,
): string[] {
	const sent = sentParameters(request);
	return [
		...wrongAddress(operation, request, facts),
		...sent.flatMap((parameter) => wrongParameter(parameter, operation, facts)),
		...missing(sent, facts, operation),
	];
}

interface Sent {
	place: 'query' | 'body';
	name: string;
	value: unknown;
}

function sentParameters({ query, body }: RecordedRequest): Sent[] {
	const bodies = Array.isArray(body) ? body : [body ?? {}];
	return [
		...Object.entries(query).map(([name, value]): Sent => ({ place: 'query', name, value })),
		...bodies.flatMap((one) =>
			Object.entries(one as object).map(([name, value]): Sent => ({ place: 'body', name, value })),
		),
	];
}

function wrongAddress(operation: Operation, request: RecordedRequest, facts: Facts): string[] {
	const found: string[] = [];
	const method = methodFor(operation, facts);
	if (request.method !== method) found.push(`method ${request.method}, not ${method}`);
	if (request.path !== `/api/${operation.endpoint}`) found.push(`path ${request.path}`);
	if (facts.bodyIsArray && !isOpenBody(operation, facts) && !Array.isArray(request.body)) {
		found.push('the body is not a list');
	}
	return found;
}

const isOpenBody = ({ does }: Operation, { openBodies = [] }: Facts): boolean =>
	does !== undefined && openBodies.includes(does);

/** An endpoint that lists may do more when it gets a body; then it takes a POST. */
function methodFor(operation: Operation, facts: Facts): string {
	const isFurtherAction = operation.does !== undefined && facts.effect === 'read';
	return isFurtherAction && operation.effect !== 'read' && operation.fixed?.body
		? 'POST'
		: facts.method;
}

function wrongParameter(
	{ place, name, value }: Sent,
	operation: Operation,
	facts: Facts,
): string[] {
	const known = facts[place]?.[name];
	if (!known) {
		const isOpen = operation.isOpen || facts.bodyOpen || isOpenBody(operation, facts);
		if (place === 'body' && isOpen) return [];
		const elsewhere = place === 'query' ? facts.body?.[name] : facts.query?.[name];
		return [
			`${place} ${name} is not read${elsewhere ? ` there, but in the ${place === 'query' ? 'body' : 'query'}` : ''}`,
		];
	}
	if (JSON.stringify(value).includes('[object '))
		return [`${place} ${name} is an object made text`];
	const types = [known.type, ...(known.alsoAccepts ?? [])];
	if (!types.some((type) => fits(value, type, place))) {
		return [`${place} ${name} is ${JSON.stringify(value)}, not ${types.join(' or ')}`];
	}
	return wrongChoice(place, name, value, known);
}

function wrongChoice(place: string, name: string, value: unknown, known: FactParameter): string[] {
	if (!known.enum || known.enum.length === 0) return [];
	const allowed = known.enum.map((word) => String(word).toLowerCase());
	return wordsIn(value)
		.filter((word) => !allowed.includes(word.toLowerCase()))
		.map((word) => `${place} ${name} is "${word}", not one of ${known.enum?.join(', ')}`);
}

function wordsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(wordsIn);
	if (typeof value === 'object' && value !== null && 'value' in value) return wordsIn(value.value);
	return typeof value === 'string' ? [value] : [];
}

/** Whether a value on the wire is what a type of the facts means. */
function fits(value: unknown, type: string, place: 'query' | 'body'): boolean {
	if (place === 'query') return fitsText(String(value), type);
	const list = type.match(/^array<(.*)>$/);
	if (list) return Array.isArray(value) && value.every((entry) => fits(entry, list[1], place));
	switch (type) {
		case 'string':
		case 'date-iso':
		case 'date-yyyymmdd':
			return typeof value === 'string' && (type === 'string' || fitsText(value, type));
		case 'boolean':
			return typeof value === 'boolean';
		case 'presence':
			return value !== '' && value !== false && value !== null;
		case 'integer':
			return Number.isInteger(value);
		case 'number':
			return typeof value === 'number';
		case 'date-epoch':
			return (
				Number.isInteger(value) && Number(value) > 1_000_000_000 && Number(value) < 10_000_000_000
			);
		case 'LabelValue':
			return typeof value === 'object' && value !== null && 'value' in value;
		case 'object':
			return typeof value === 'object' && value !== null;
		default:
			return false;
	}
}

function fitsText(text: string, type: string): boolean {
	switch (type) {
		case 'boolean':
			return text === 'true' || text === 'false';
		case 'integer':
		case 'number':
			return /^-?\d+$/.test(text);
		case 'date-epoch':
			return /^\d{10}$/.test(text);
		case 'date-iso':
			return /^\d{4}-\d\d-\d\d/.test(text);
		case 'date-yyyymmdd':
			return /^\d{8}$/.test(text);
		default:
			return text !== '';
	}
}

/** What CIPP cannot do without. */
function missing(sent: Sent[], facts: Facts, operation: Operation): string[] {
	const isSent = (name: string) => sent.some((parameter) => parameter.name === name);
	const known = (['query', 'body'] as const).flatMap((place) =>
		Object.entries(facts[place] ?? {}).map(([name, parameter]) => ({ place, name, parameter })),
	);
	return known
		.filter(({ name, parameter }) => parameter.required && !isSent(name))
		.filter(({ name }) => !(name in (operation.omits ?? {})))
		.map(({ place, name }) => `${place} ${name} is required and not sent`);
}
