import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidInput } from '../../n8n/errors';
import { readNumber, readSwitch } from '../../n8n/reading/numbers';
import { checkToolMayGiveSecrets, isTool } from '../../n8n/tool';
import { usualFollowing } from '../../offboarding/run/follow';
import type { WaitOptions } from '../../offboarding/run/wait';

/** How this run waits and what it puts out. Plain JSON: a parked execution goes on with it. */
export interface OffboardSettings {
	mustVerify: boolean;
	/** Items that put out a result that is not fully done as they do any other. */
	lenientItems: number[];
	hasErrorOutput: boolean;
	wait: WaitOptions;
	/** How long this process may be held before the execution is parked, or for good. */
	patienceMilliseconds: number;
	mayPark: boolean;
}

const minute = 60_000;

/** Long enough for most offboardings without licence removal, short enough not to block a worker. */
const usualPatience = minute;

/** A tool has no execution that could be parked, and its caller gives up sooner or later. */
const toolPatience = 5 * minute;

/** @throws {InvalidInput} when items differ in the pause between looks, or it is none */
export function readSettings(context: IExecuteFunctions): OffboardSettings {
	const items = context.getInputData().map((_item, index) => index);
	const mayPark = canPark(context);
	const seconds = secondsForAll(context, items);
	const interval = seconds > 0 ? seconds * 1_000 : null;
	return {
		// It takes no expression, so it is the same for all items.
		mustVerify: context.getNodeParameter('completion', 0, 'verified') !== 'queued',
		lenientItems: items.filter((item) => optionsOf(context, item).whenNotDone === 'output'),
		hasErrorOutput: context.getNode().onError === 'continueErrorOutput',
		wait: {
			...usualFollowing,
			limitMilliseconds: usualLimit * minute,
			intervalMilliseconds: interval,
			settleMilliseconds: interval === null ? usualFollowing.settleMilliseconds : 3 * interval,
		},
		patienceMilliseconds: mayPark ? usualPatience : toolPatience,
		mayPark,
	};
}

/** How one item's people are followed. */
export interface ItemSettings {
	keepPassword: boolean;
	/** How long the offboarding may take from its start. */
	limitMilliseconds: number;
}

/** @throws {InvalidInput} when the time to give up after is none */
export function itemSettings(context: IExecuteFunctions, item: number): ItemSettings {
	const { outputPassword = false, giveUpAfter = usualLimit } = optionsOf(context, item);
	const minutes = readNumber(giveUpAfter, 'Give Up After (Minutes)', { from: 0 });
	if (minutes === 0) {
		throw new InvalidInput(
			'"Give Up After (Minutes)" is 0, which is no time to wait',
			'Give a number of minutes above 0.',
		);
	}
	const keepPassword = readSwitch(outputPassword, 'Output New Password');
	if (keepPassword) checkToolMayGiveSecrets(context, 'output the new password');
	return { keepPassword, limitMilliseconds: minutes * minute };
}

/** Minutes. */
const usualLimit = 60;

interface RawOptions {
	checkEvery?: unknown;
	giveUpAfter?: unknown;
	outputPassword?: unknown;
	whenNotDone?: unknown;
}

const optionsOf = (context: IExecuteFunctions, item: number): RawOptions =>
	context.getNodeParameter('offboardOptions', item, {}) as RawOptions;

/** Everyone of a run is looked at together, so there is one pause or none. */
function secondsForAll(context: IExecuteFunctions, items: number[]): number {
	const seconds = items.map((item) => secondsBetweenLooks(context, item));
	const [first = 0, ...others] = new Set(seconds);
	if (others.length === 0) return first;
	throw new InvalidInput(
		'"Check Every (Seconds)" differs between items, and they are looked at together',
		'Give the same for all items.',
	);
}

function secondsBetweenLooks(context: IExecuteFunctions, item: number): number {
	const { checkEvery = 0 } = optionsOf(context, item);
	return readNumber(checkEvery, 'Check Every (Seconds)', { from: 0 });
}

/** Parking needs a saved workflow and an execution that n8n can store and continue. */
function canPark(context: IExecuteFunctions): boolean {
	if (isTool(context)) return false;
	try {
		return Boolean(context.getExecutionId()) && Boolean(context.getWorkflow().id);
	} catch {
		return false;
	}
}
