import type { INode, INodeProperties } from 'n8n-workflow';
import type { CippRequest } from '../cipp/request';
import { effects, type Effect, type Operation } from '../operations/vocabulary';
import type { Runner } from './context';
import { effectOf, namesAllTenants } from './effect-of';
import { InvalidInput } from './errors';

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
			description: 'The tool refuses what keeps people out, deletes, wipes or takes access away',
		},
		{
			name: 'Read, Change and Contain',
			value: 'contain',
			description:
				'The tool may also do what an incident needs at once: block sign-in, end sessions, reset passwords, block devices. It refuses what deletes, wipes or takes access away.',
		},
		{
			name: 'Read, Change, Contain and Destroy',
			value: 'destroy',
			description: 'The tool refuses no kind of change. Put a human review step in front of it.',
		},
	],
	default: 'read',
	description: 'What the model can do with this tool, whatever it is asked to do',
};

/** What no setting of Tool May opens by itself. */
export const toolMayAlsoProperty: INodeProperties = {
	displayName: 'Tool May Also',
	name: 'toolMayAlso',
	type: 'multiOptions',
	noDataExpression: true,
	displayOptions: { show: { '@tool': [true] } },
	options: [
		{
			name: 'Change All Tenants at Once',
			value: 'allTenants',
			description: 'If Tool May allows the change. Otherwise the tool takes one tenant at a time.',
		},
		{
			name: 'Give Out Secrets',
			value: 'secrets',
			description:
				'Lets the model read passwords and keys, if Output Secret is on as well. They then are in the chat and in what the model remembers.',
		},
		{
			name: 'Run What Acts Everywhere',
			value: 'everywhere',
			description:
				'If Tool May allows it: operations that name no tenant and act on all of them or on any',
		},
	],
	default: [],
	description: 'What the model can do beyond Tool May. Nothing, if it is left empty.',
};

type Also = 'allTenants' | 'secrets' | 'everywhere';
const alsos: Also[] = ['allTenants', 'secrets', 'everywhere'];

interface Leave {
	may: Effect;
	also: Also[];
}

/**
 * What the author has chosen, as it is stored: what an expression gives could come from the model.
 *
 * @throws {InvalidInput} for everything but the exact words
 */
function leaveIn({ parameters }: INode): Leave {
	const { toolMay = 'read', toolMayAlso = [] } = parameters;
	const may = effects.find((effect) => effect === toolMay);
	if (may === undefined) throw unreadable('Tool May', toolMay);
	const also: unknown[] | null = Array.isArray(toolMayAlso) ? toolMayAlso : null;
	if (!also?.every((one): one is Also => alsos.some((known) => known === one))) {
		throw unreadable('Tool May Also', toolMayAlso);
	}
	return { may, also };
}

const unreadable = (label: string, value: unknown): InvalidInput =>
	new InvalidInput(
		`This tool is not allowed to do anything: "${label}" is ${JSON.stringify(value)}, which is none of its choices`,
		`Choose one in the node. Expressions are not read there. ${tellUser}`,
	);

const tellUser = 'Do not try another way; tell the user.';

type Doing = Pick<Operation, 'effect' | 'action' | 'worse' | 'actsEverywhere' | 'secret'>;

/**
 * Holds a tool to what its author lets it do.
 *
 * @param request what is about to be sent; without it, only what surely is too much is refused
 * @throws {InvalidInput} when the operation does more
 */
export function checkTool(context: Runner, operation: Doing, request?: CippRequest): void {
	if (!isTool(context)) return;
	const { may, also } = leaveIn(context.getNode());
	const effect = request ? effectOf(operation, request) : operation.effect;
	if (effects.indexOf(effect) > effects.indexOf(may)) {
		throw refused(`This tool is not allowed to ${effect}: "${operation.action}" was refused`);
	}
	if (outputsSecret(context.getNode()) && operation.secret) {
		checkToolMayGiveSecrets(context, operation.action);
	}
	if (effect === 'read') return;
	if (operation.actsEverywhere && !also.includes('everywhere')) {
		throw refused(
			`This tool is not allowed to act everywhere: "${operation.action}" was refused`,
			'Tool May Also',
		);
	}
	if (request && namesAllTenants(request) && !also.includes('allTenants')) {
		throw new InvalidInput(
			'A tool does not change all tenants at once',
			'Name one tenant and run it again for the next.',
		);
	}
}

/** @throws {InvalidInput} when a tool is about to give out a secret and its author has not allowed that */
export function checkToolMayGiveSecrets(context: Runner, action: string): void {
	if (!isTool(context) || leaveIn(context.getNode()).also.includes('secrets')) return;
	throw refused(
		`This tool is not allowed to give out secrets: "${action}" was refused`,
		'Tool May Also',
	);
}

const refused = (message: string, setting = 'Tool May'): InvalidInput =>
	new InvalidInput(
		message,
		`The author of the workflow decides this with "${setting}" in the node. ${tellUser}`,
	);

/** Whether the author wants secrets to come out. Read as it is stored: no expression, no other word. */
export const outputsSecret = ({ parameters }: INode): boolean => parameters.outputSecret === true;

/** The switch of operations that give out a password, a key or a token. */
export const outputSecretProperty: INodeProperties = {
	displayName: 'Output Secret',
	name: 'outputSecret',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to put out the password, key or link that the answer holds, as secret. Anyone who can see this execution can then read it. Off, it is hidden and lost.',
};
