/** What an OpenAPI file says about one endpoint, without its sentences. */
export interface Summary {
	method: string;
	role: string;
	query: string[];
	body: string[];
}

interface Schema {
	$ref?: string;
	type?: string;
	properties?: Record<string, unknown>;
	items?: Schema;
}

interface Call {
	parameters?: Array<{ name?: string; in?: string; $ref?: string }>;
	requestBody?: { content?: Record<string, { schema?: Schema }> };
	'x-cipp-role'?: string;
}

export interface OpenApi {
	paths: Record<string, Record<string, Call>>;
	components?: {
		schemas?: Record<string, Schema>;
		parameters?: Record<string, { name?: string; in?: string }>;
	};
}

/** Endpoint names, methods, roles and parameter names of a CIPP OpenAPI file, sorted by name. */
export function summarise(file: OpenApi): Record<string, Summary> {
	const entries = Object.entries(file.paths).map(([path, calls]): [string, Summary] => {
		const [[method, call]] = Object.entries(calls);
		const parameters = (call.parameters ?? []).map((parameter) => resolved(file, parameter));
		return [
			path.replace(/^\/api\//, ''),
			{
				method: method.toUpperCase(),
				role: call['x-cipp-role'] ?? '',
				query: parameters
					.flatMap((entry) => (entry.in === 'query' && entry.name ? [entry.name] : []))
					.sort(),
				body: bodyNames(file, call).sort(),
			},
		];
	});
	return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
}

function resolved(
	file: OpenApi,
	parameter: { name?: string; in?: string; $ref?: string },
): { name?: string; in?: string } {
	const name = parameter.$ref?.split('/').at(-1);
	return name ? (file.components?.parameters?.[name] ?? {}) : parameter;
}

function bodyNames(file: OpenApi, call: Call): string[] {
	const schema = Object.values(call.requestBody?.content ?? {})[0]?.schema;
	return schema ? propertiesOf(file, schema) : [];
}

function propertiesOf(file: OpenApi, schema: Schema): string[] {
	const name = schema.$ref?.split('/').at(-1);
	if (name) return propertiesOf(file, file.components?.schemas?.[name] ?? {});
	if (schema.items) return propertiesOf(file, schema.items);
	return Object.keys(schema.properties ?? {});
}
