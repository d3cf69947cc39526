import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { attempt } from '../cipp/attempt';
import { mapBounded } from '../cipp/bounded';
import { mapInLanes } from '../cipp/pace/lanes';
import type { CippRequest, Send } from '../cipp/request';
import {
	operationNamed,
	resourceNamed,
	usual,
	type Operation,
	type Resource,
} from '../operations/vocabulary';
import { aboutNothing, aboutOf, type About } from './answers/about';
import { accessFor } from './transport/access';
import { callerIn, type ItemParameters, type Runner } from './context';
import { detailsOf, InvalidInput, nodeError, type ShownError } from './errors';
import { rejectUnknown } from './answers/existing';
import { rejectUncollected } from './answers/collected';
import { fileItem } from './answers/file';
import { secretsSent } from './answers/secrets';
import { withoutSecretsInErrors } from './answers/secret-errors';
import { ItemTenants } from './item-tenants';
import { itemsOf, type Listing } from './answers/items';
import { requestFor } from './parameters';
import { readNumber, switchIn } from './reading/numbers';
import { asksForPlan } from './looks/asks-for-plan';
import { Looks, looksOf, type Order } from './looks/looks';
import { readRequestOptions } from './transport/request-options';
import type { OwnRuns, Run } from './run';
import { ReadsTogether } from './answers/together';
import { refuseIfOlder } from './since';
import { checkTool, isTool, outputsSecret, toolLimit } from './tool';
import { lookAgainIfDoubtful } from './answers/unread';

/**
 * Runs the chosen operation for every item.
 *
 * @param own the code of operations that have some of their own
 */
export async function execute(
	context: IExecuteFunctions,
	resources: Resource[],
	own: OwnRuns,
): Promise<INodeExecutionData[][]> {
	return [await asItems(context, async () => await work(context, resources, own))];
}

async function work(
	context: IExecuteFunctions,
	resources: Resource[],
	own: OwnRuns,
): Promise<INodeExecutionData[]> {
	const operation = chosenOperation(context, resources);
	refuseIfNever(operation);
	const ownWork = operation.answer.kind === 'own' ? operation.answer.work : undefined;
	// What an API request does depends on the endpoint, so it is checked there.
	if (ownWork !== 'apiRequest') checkTool(context, asMeant(context, operation));
	const run = begin(context, operation, siblingsOf(context, resources));
	if (ownWork) return await own[ownWork]!(run);
	const together = new ReadsTogether(run, async (index) => await requestOf(run, index));
	const looks = looksFor(run);
	const results = await forEachItem(
		run,
		async (index) => await runItem(run, index, together, looks),
		async (batch) => await together.grouped(batch),
		looks,
	);
	return results.flat();
}

/** What only asks what would change is a read. */
function asMeant(context: IExecuteFunctions, operation: Operation): Operation {
	const onlyAsks = context.getInputData().every((_item, index) => asksForPlan(context, index));
	return looksOf(operation).length > 0 && onlyAsks ? { ...operation, effect: 'read' } : operation;
}

/** What looks whether a change is really made; nothing where that cannot be seen. */
function looksFor(run: Run): Looks | undefined {
	if (looksOf(run.operation).length === 0) return undefined;
	return new Looks(run, async (index) => await orderOf(run, index));
}

/**
 * What concerns the run as a whole fails every item. Thrown, n8n would send the input out of the regular output
 * of a node that goes on after errors, as if all were done.
 */
async function asItems(
	context: IExecuteFunctions,
	running: () => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const { value, error } = await attempt(running());
	if (!error) return value;
	const failure = nodeError(context.getNode(), error, 0);
	if (!context.continueOnFail() || context.getExecutionCancelSignal()?.aborted) throw failure;
	const details = detailsOf(error, failure);
	return context.getInputData().map((_item, index) => errorItem(failure, details, index));
}

/** @throws {InvalidInput} for what CIPP cannot do for an API client */
export function refuseIfNever({ action, never }: Operation): void {
	if (never) throw new InvalidInput(`"${action}" does not work through the API of CIPP`, never);
}

function begin(context: IExecuteFunctions, operation: Operation, siblings: Run['siblings']): Run {
	const requestOptions = readRequestOptions(context);
	const access = accessFor(callerIn(context), requestOptions);
	const itemTenants = new ItemTenants(context, operation, access.tenants);
	return { ...access, context, operation, siblings, itemTenants, requestOptions };
}

function chosenOperation(context: ItemParameters, resources: Resource[]): Operation {
	// Where an expression names a resource that is none, n8n has no operation either.
	const resource = String(context.getNodeParameter('resource', 0, ''));
	const name = String(context.getNodeParameter('operation', 0, ''));
	const operation = operationNamed(resources, resource, name);
	if (operation) return operation;
	throw new InvalidInput(
		`There is no operation "${name}" for the resource "${resource}"`,
		'Open the node and choose resource and operation again.',
	);
}

const siblingsOf = (context: ItemParameters, resources: Resource[]): Run['siblings'] =>
	resourceNamed(resources, context.getNodeParameter('resource', 0) as string)?.operations ?? {};

async function runItem(
	run: Run,
	index: number,
	together: ReadsTogether,
	looks: Looks | undefined,
): Promise<INodeExecutionData[]> {
	const { context, operation } = run;
	const listing = listingOf(context, operation, index);
	const shared = await together.answerFor(index);
	if (shared) return itemsOf(operation, shared, listing, index);
	const order = await (looks ? looks.order(index) : orderOf(run, index));
	const about = aboutOf(operation, order.tenant, order.request);
	if (looks?.isPlan(index)) return await looks.plan(index, about);
	const sentAt = run.clock.now().getTime();
	const items = await itemsFor(run, operation, order.request, listing, index, about);
	looks?.note(index, items, sentAt);
	return items;
}

async function orderOf(run: Run, index: number): Promise<Order> {
	const tenant = await run.itemTenants.of(index);
	const tenants = await run.itemTenants.inFields();
	const request = requestFor(run.context, run.operation, tenant, index, tenants);
	// Before anything is read for a look, which a tool may not be allowed either.
	if (!isPlan(run, index)) checkTool(run.context, run.operation, request);
	await refuseIfOlder(run.version, run.operation, request);
	return { tenant, request };
}

/**
 * Whether an item only asks what would change.
 *
 * @throws {InvalidInput} where nobody can tell that: the change would be made instead
 */
function isPlan({ context, operation }: Run, index: number): boolean {
	if (operation.effect === 'read' && looksOf(operation).length === 0) return false;
	const asks = asksForPlan(context, index);
	if (!asks || looksOf(operation).length > 0) return asks;
	throw new InvalidInput(
		`Nobody can tell what "${operation.action}" would change`,
		'Take "What Would Change" out of the options: it was kept from another operation.',
	);
}

const requestOf = async (run: Run, index: number): Promise<CippRequest> =>
	(await orderOf(run, index)).request;

/**
 * Sends the request of an operation and reads the answer as it is declared.
 *
 * @throws without any secret that was sent or came back
 */
export async function itemsFor(
	run: Run,
	operation: Operation,
	request: CippRequest,
	listing: Listing,
	index: number,
	about: About = aboutNothing,
): Promise<INodeExecutionData[]> {
	const asked = { ...about, secrets: secretsSent(operation, request) };
	return await withoutSecretsInErrors(
		operation,
		asked.secrets,
		async (answerTo) =>
			await itemsBy(answerTo, run, operation, request, { listing, index, about: asked }),
		async (sent) => await run.reads.answerTo(sent, operation.effect),
	);
}

async function itemsBy(
	answerTo: Send,
	{ context, send, reads }: Run,
	operation: Operation,
	request: CippRequest,
	{ listing, index, about }: { listing: Listing; index: number; about: About },
): Promise<INodeExecutionData[]> {
	if (operation.answer.kind === 'file') {
		return [await fileItem(context, operation.answer, request, send, index)];
	}
	const note = await rejectUnknown(operation, request, reads);
	const answer = await answerTo(request);
	const items = itemsOf(operation, answer, listing, index, { ...about, note });
	await lookAgainIfDoubtful(operation, request, items, reads);
	if (operation.answer.kind === 'rows') await rejectUncollected(request, items.length, reads);
	return items;
}

function listingOf(context: ItemParameters & Runner, operation: Operation, index: number): Listing {
	const outputSecret = outputsSecret(context.getNode());
	if (operation.answer.kind !== 'rows') return { limit: null, simplify: false, outputSecret };
	const returnAll = switchIn(context, 'returnAll', 'Return All', index, usual.returnAll);
	return {
		limit: returnAll ? null : limitOf(context, index),
		simplify: switchIn(context, 'simplify', 'Simplify', index, usual.simplify),
		outputSecret,
	};
}

/** An expression that gives nothing is no limit: with none at all, a list would look empty. */
function limitOf(context: ItemParameters & Runner, index: number): number {
	const usualLimit = isTool(context) ? toolLimit : usual.limit;
	const given = context.getNodeParameter('limit', index, usualLimit);
	return readNumber(given, 'Limit', { from: 1, whole: true });
}

/**
 * Works on all items, a few at a time or in the batches asked for; a failed one hides no other.
 *
 * @param groupsOf which items of a batch are worked on together; the results keep the order of the items
 * @param looks what is read before and after the changes of a batch
 */
export async function forEachItem(
	run: Run,
	work: (index: number) => Promise<INodeExecutionData[]>,
	groupsOf: (batch: number[]) => Promise<number[][]> = eachAlone,
	looks?: Looks,
): Promise<INodeExecutionData[][]> {
	const { context, clock, requestOptions } = run;
	const indexes = context.getInputData().map((_item, index) => index);
	const size = requestOptions.batch?.size ?? indexes.length;
	const { atOnce } = requestOptions;
	const laneOf = ([first]: number[]) => run.itemTenants.lane(first);
	const results: INodeExecutionData[][] = indexes.map(() => []);
	for (let start = 0; start < indexes.length; start += size) {
		if (start > 0) {
			await clock.sleep(requestOptions.batch?.intervalMilliseconds ?? 0);
			run.reads.forget();
		}
		const batch = indexes.slice(start, start + size);
		await looks?.begin(batch);
		const groups = await groupsOf(batch);
		const workOnItem = withErrorItems(run, work);
		await mapInLanes(groups, atOnce, laneOf, async (group) => {
			await mapBounded(group, atOnce, async (index) => {
				results[index] = await workOnItem(index);
			});
		});
		for (const [index, seen] of (await looks?.end()) ?? []) {
			results[index] = await withErrorItems(run, async () => seen())(index);
		}
	}
	return results;
}

const eachAlone = async (batch: number[]): Promise<number[][]> => batch.map((index) => [index]);

function withErrorItems(run: Run, work: (index: number) => Promise<INodeExecutionData[]>) {
	let stopped: Error | undefined;
	return async (index: number): Promise<INodeExecutionData[]> => {
		// Other groups still have items to begin.
		if (stopped) throw stopped;
		try {
			return await work(index);
		} catch (error) {
			const failure = nodeError(run.context.getNode(), error, index);
			if (!run.context.continueOnFail()) {
				stopped ??= failure;
				throw failure;
			}
			return [errorItem(failure, detailsOf(error, failure), index)];
		}
	};
}

/** The item in place of a failed one, with what its error carries. */
export const failedItem = (error: ShownError, index: number): INodeExecutionData =>
	errorItem(error, error.context.data as IDataObject | undefined, index);

/**
 * The item that goes on, or out of the error output, in place of a result.
 *
 * n8n takes an item for a failed one if its JSON has these keys and no other. An `error` beside the
 * JSON would do as well, but then n8n drops the rest of the JSON.
 */
export function errorItem(
	error: { message: string; description?: string | null },
	details: IDataObject | undefined,
	index: number,
): INodeExecutionData {
	return {
		json: {
			error: error.message,
			message: error.description ?? '',
			...(details === undefined ? {} : { details }),
		},
		pairedItem: { item: index },
	};
}
