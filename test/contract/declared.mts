import { nodeResources } from '../../operations';

/** Every declared operation with where it stands. */
export const declared = Object.entries(nodeResources).flatMap(([node, resources]) =>
	resources.flatMap((resource) =>
		Object.entries(resource.operations).map(([name, operation]) => ({
			title: `${node}: ${resource.name}: ${operation.name}`,
			node,
			resource,
			name,
			operation,
		})),
	),
);

/**
 * Offboarding and API Request send what no declaration says; their own tests look at it. What CIPP can never
 * do is not sent at all.
 */
export const simple = declared.filter(
	({ operation }) => operation.answer.kind !== 'own' && !operation.never,
);
