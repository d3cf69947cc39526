import type { Operation } from './operation';

export interface Resource {
	name: string;
	value: string;
	operations: Record<string, Operation>;
}

export function resource(
	name: string,
	value: string,
	operations: Record<string, Operation>,
): Resource {
	return { name, value, operations };
}
