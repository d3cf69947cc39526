import type { Operation } from './operation';
import { oldNamesOf, type Renamed } from './renamed';

export interface Resource {
	name: string;
	value: string;
	/** The operation that is chosen when someone chooses the resource. */
	opensAt: string;
	/** The resource that is chosen when someone adds the node. */
	isFirst?: true;
	/** Its old value. */
	renamed?: Renamed;
	/** Why not to use it any more, and what instead. A sentence without a full stop. */
	deprecated?: string;
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

/** The resource that a workflow names, also by names that are old. */
export const resourceNamed = (resources: Resource[], name: string): Resource | undefined =>
	resources.find((one) => isCalled(name, one.value, one));

/**
 * The operation that a workflow names, also by names that are old.
 *
 * @returns undefined when there is none
 */
export function operationNamed(
	resources: Resource[],
	resource: string,
	operation: string,
): Operation | undefined {
	const found = resourceNamed(resources, resource);
	const entries = Object.entries(found?.operations ?? {});
	return entries.find(([value, one]) => isCalled(operation, value, one))?.[1];
}

const isCalled = (name: string, value: string, told: { renamed?: Renamed }): boolean =>
	name === value || oldNamesOf(told).includes(name);
