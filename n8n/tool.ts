import type { INodeProperties } from 'n8n-workflow';
import type { Effect, Operation } from '../operations/vocabulary';
import type { ItemParameters, Runner } from './context';
import { InvalidInput } from './errors';
import { switchIn } from './reading/numbers';

/** Rows that a tool gives a model, unless the author says otherwise: models read every one of them. */
export const toolLimit = 20;

/** Whether an AI agent or an MCP client runs the node. n8n tells in two ways, depending on who does. */
export function isTool(context: Runner): boolean {
	return context.isToolExecution?.() === true || context.getNode().type.endsWith('Tool');
}

/** What the author of the workflow lets a model do with this tool. */
export const toolMayProperty: INodeProperties = {
	displayName: 'Tool May',
	name: 'toolMay',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { '@tool': [true] } },
	options: [
		{
			name: 'Only Read',
			value: 'read',
			description: 'The tool refuses everything that changes something',
		},
		{
			name: 'Read and Change',
			value: 'change',
			description: 'The tool refuses what deletes, wipes or takes access away',
		},
		{
			name: 'Read, Change and Destroy',
			value: 'destroy',
			description: 'The tool refuses nothing. Put a human review step in front of it.',
		},
	],
	default: 'read',
	description: 'What the model can do with this tool, whatever it is asked to do',
};

const rank: Record<Effect, number> = { read: 0, change: 1, destroy: 2 };

/**
 * Holds a tool to what its author lets it do.
 *
 * @throws {InvalidInput} when the operation does more, or would change all tenants at once
 */
export function checkTool(
	context: Runner & ItemParameters,
	operation: Pick<Operation, 'effect' | 'action' | 'tenant'>,
): void {
	if (!isTool(context)) return;
	const may = context.getNodeParameter('toolMay', 0, 'read') as Effect;
	if (rank[operation.effect] > rank[may]) {
		throw new InvalidInput(
			`This tool is not allowed to ${operation.effect}: "${operation.action}" was refused`,
			'The author of the workflow decides this with "Tool May" in the node. Do not try another way; tell the user.',
		);
	}
	const isForAll =
		operation.effect !== 'read' &&
		operation.tenant?.allTenants === true &&
		switchIn(context, 'allTenants', 'All Tenants', 0, false);
	if (isForAll) {
		throw new InvalidInput(
			'A tool does not change all tenants at once',
			'Name one tenant and run it again for the next.',
		);
	}
}
