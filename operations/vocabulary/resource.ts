import type { Operation } from './operation';

export interface Resource {
	name: string;
	value: string;
	/** The operation that is chosen when someone chooses the resource. */
	opensAt: string;
	/** The resource that is chosen when someone adds the node. */
	isFirst?: true;
	operations: Record<string, Operation>;
}

/**
 * @param value what workflows call it
 * @param opensAt the operation that is chosen at first
 */
export function resource<T extends Record<string, Operation>>(
	name: string,
	value: string,
	opensAt: keyof T & string,
	operations: T,
): Resource {
	return { name, value, opensAt, operations };
}

/** The resources of a node, and the one of them at which it opens. */
export const opensAt = (first: Resource, resources: Resource[]): Resource[] =>
	resources.map((one) => (one === first ? { ...one, isFirst: true } : one));
