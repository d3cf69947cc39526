import type { Instance } from '../instance.mts';
import { read, valueText } from '../loose-json.mts';

/** One API request as an endpoint sees it. */
export interface Call {
	instance: Instance;
	endpoint: string;
	method: string;
	query: Query;
	body: unknown;
	headers: Record<string, string>;
	address: string;
}

/** Query parameters; names in any case, a repeated name joined with commas. */
export class Query {
	readonly #values: Record<string, string>;

	constructor(values: Record<string, string>) {
		this.#values = values;
	}

	get(name: string): string | undefined {
		const key = Object.keys(this.#values).find(
			(candidate) => candidate.toLowerCase() === name.toLowerCase(),
		);
		return key === undefined ? undefined : this.#values[key];
	}

	/** Only the text true counts. */
	isTrue(name: string): boolean {
		return this.get(name)?.toLowerCase() === 'true';
	}

	/** A presence test: any value counts, 'false' as well. */
	has(name: string): boolean {
		return (this.get(name) ?? '') !== '';
	}

	all(): Record<string, string> {
		return { ...this.#values };
	}
}

/** Reads a query string the way CIPP's hosts do. */
export function queryOf(url: URL): Query {
	const values: Record<string, string> = {};
	for (const [name, value] of url.searchParams) {
		const known =
			Object.keys(values).find((candidate) => candidate.toLowerCase() === name.toLowerCase()) ??
			name;
		values[known] = known in values ? `${values[known]},${value}` : value;
	}
	return new Query(values);
}

/** A parameter CIPP looks for in the query first and then in the body. */
export function parameter(call: Call, name: string): unknown {
	return call.query.get(name) ?? read(call.body, name);
}

/** The same as text; a label/value object gives its value. */
export function textParameter(call: Call, name: string): string {
	return valueText(parameter(call, name));
}
