import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	IWorkflowBase,
} from 'n8n-workflow';
import type { Leaver } from '../../offboarding/run/leaver';
import type { OffboardSettings } from './settings';

/** What travels through the waiting workflow: everyone's offboarding so far. */
export interface Continuation {
	leavers: Leaver[];
	/** Items of which nothing was sent, as they go out in the end. */
	others: INodeExecutionData[];
	/** Of the parked node: what it was told by expressions cannot be asked for in there. */
	settings: OffboardSettings;
	isFinished: boolean;
	/** Until the next look. */
	waitSeconds: number;
}

/** n8n holds a worker for waits up to 65 seconds and stores the execution for longer ones. */
export const shortestParking = 70;
/** A day: a start further away is looked for again, in case it was moved or cancelled. */
const longestParking = 24 * 3_600;

/**
 * Hands the rest of the wait to a small workflow that n8n stores between looks, so that no worker is
 * held. n8n replaces this node's output by what that workflow puts out in the end.
 *
 * @returns the final items when the wait was over at once, else null: the execution is parked
 */
export async function park(
	context: IExecuteFunctions,
	continuation: Continuation,
): Promise<INodeExecutionData[] | null> {
	const { id } = context.getWorkflow();
	const executionId = context.getExecutionId();
	const result = await context.executeWorkflow(
		{ code: waitingWorkflow(context) },
		[{ json: continuation as unknown as IDataObject }],
		undefined,
		{ parentExecution: { executionId, workflowId: String(id), shouldResume: true } },
	);
	context.setMetadata({
		subExecution: { executionId: result.executionId, workflowId: String(id) },
	});
	return result.waitTill ? null : (result.data[0] ?? []);
}

export function secondsToPark(pauseMilliseconds: number): number {
	const seconds = Math.ceil(pauseMilliseconds / 1_000);
	return Math.min(Math.max(seconds, shortestParking), longestParking);
}

/** Start, wait, look; again until all are finished; then report. The node itself looks and reports. */
function waitingWorkflow(context: IExecuteFunctions): IWorkflowBase {
	const { type, typeVersion, credentials, onError, parameters } = context.getNode();
	const requestOptions = context.getNodeParameter('requestOptions', 0, {}) as INodeParameters;
	const self = (name: string, stage: 'look' | 'report', x: number): INode => ({
		id: `cipp-${stage}`,
		name,
		type,
		typeVersion,
		position: [x, 0],
		credentials,
		// n8n sorts the items of the error output out when this node is resumed, not in there.
		...(stage === 'report' && onError && onError !== 'stopWorkflow'
			? { onError: 'continueRegularOutput' as const }
			: {}),
		parameters: {
			resource: parameters.resource,
			operation: parameters.operation,
			// Worked out: in there no other node can be referred to.
			requestOptions,
			continuation: stage,
		},
	});
	const core = (
		id: string,
		name: string,
		version: number,
		x: number,
		values: IDataObject,
	): INode => ({
		id: `cipp-${id}`,
		name,
		type: `n8n-nodes-base.${id}`,
		typeVersion: version,
		position: [x, 0],
		parameters: values as INode['parameters'],
	});
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		name: 'CIPP: wait for offboarding',
		active: false,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		activeVersionId: null,
		settings: { executionOrder: 'v1' },
		nodes: [
			core('executeWorkflowTrigger', 'Start', 1.1, 0, { inputSource: 'passthrough' }),
			{
				...core('wait', 'Wait', 1.1, 200, { amount: '={{ $json.waitSeconds }}', unit: 'seconds' }),
				webhookId: 'cipp-wait',
			},
			self('Look', 'look', 400),
			core('if', 'Finished?', 2.2, 600, {
				conditions: {
					combinator: 'and',
					options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
					conditions: [
						{
							id: 'finished',
							leftValue: '={{ $json.isFinished }}',
							rightValue: '',
							operator: { type: 'boolean', operation: 'true', singleValue: true },
						},
					],
				},
			}),
			self('Report', 'report', 800),
		],
		connections: {
			Start: { main: [to('Wait')] },
			Wait: { main: [to('Look')] },
			Look: { main: [to('Finished?')] },
			'Finished?': { main: [to('Report'), to('Wait')] },
		},
	} as unknown as IWorkflowBase;
}
