import type { INodeExecutionData } from 'n8n-workflow';
import { mapBounded } from '../../cipp/bounded';
import type { Send } from '../../cipp/request';
import { InvalidInput, nodeError } from '../../n8n/errors';
import type { Run } from '../../n8n/run';
import { lookedUpAtOnce } from '../../offboarding/order/find-account';
import { sharingTenantReads } from '../../offboarding/person/tenant-reads';
import type { Leaver } from '../../offboarding/run/leaver';
import type { ReadyStart } from '../../offboarding/run/ready';
import { startAll, type StartSettings } from '../../offboarding/run/start';
import { askedIn, type Asked } from './asked';
import { continuedWait, followToEnd } from './follow';
import { named } from './named';
import { accepted, type Prepared } from './prepared';
import { itemSettings, readSettings } from './settings';

/** Checks what an item asks for and finds its people. Sends nothing that changes anything. */
export type Prepare = (index: number, asked: Asked, send: Send) => Promise<ReadyStart[]>;

interface Around {
	/** Tells leavers what the start does not know. */
	tell?: (leaver: Leaver) => void;
	/** Starts also where nobody may see CIPP's tasks, if nobody is to be waited for. */
	mayGoUnseen?: boolean;
}

/** Starts everyone whom the items name, in whatever way they name them: checks all, sends, follows, verifies, reports. */
export async function startEach(
	run: Run,
	prepare: Prepare,
	{ tell = () => {}, mayGoUnseen = false }: Around = {},
): Promise<INodeExecutionData[]> {
	const continued = await continuedWait(run);
	if (continued) return continued;

	const settings = readSettings(run.context);
	const send = sharingTenantReads(run.send);
	const { ready, rejected } = accepted(run, await prepareAll(run, prepare, send));
	const people = ready.flatMap((one) => one.people);
	const leavers = await start(run, people, {
		// It holds for the run as a whole: where items differ, the lowest.
		maximumPeople: Math.min(...ready.map((one) => one.maximumPeople)),
		mayGoUnseen: mayGoUnseen && !settings.mustVerify,
	});
	leavers.forEach(tell);
	return await followToEnd(run, settings, { leavers, others: rejected });
}

async function start(run: Run, ready: ReadyStart[], settings: StartSettings): Promise<Leaver[]> {
	return await startAll(ready, settings, run.send, run.clock).catch((error: unknown) => {
		throw nodeError(run.context.getNode(), named(run, error), 0);
	});
}

/** What has become of one item. */
interface PreparedItem {
	people: ReadyStart[];
	maximumPeople: number;
}

async function prepareAll(
	run: Run,
	prepare: Prepare,
	send: Send,
): Promise<Array<Prepared<PreparedItem>>> {
	const indexes = run.context.getInputData().map((_item, index) => index);
	const prepared = await mapBounded(
		indexes,
		lookedUpAtOnce,
		async (item): Promise<Prepared<PreparedItem>> => {
			try {
				const asked = askedIn(run, item);
				const how = howToStart(run, asked, item);
				const ready = await prepare(item, asked, send);
				const people = ready.map((one) => ({ ...one, how }));
				return { ready: { people, maximumPeople: maximumPeople(run, asked) } };
			} catch (error) {
				return { item, error: named(run, error) };
			}
		},
	);
	return withoutRepetitions(prepared);
}

/** What an item says about its own people. */
function howToStart(run: Run, asked: Asked, item: number): ReadyStart['how'] {
	return {
		...itemSettings(run.context, item),
		takeSnapshot: asksFor(run, 'skipSnapshot') && asked.skipSnapshot !== true,
		lockOutFirst: asked.lockOutFirst === true,
		removeAdminRoles: asked.removeAdminRoles === true,
		besideOthers: asked.besideOthers === true,
	};
}

/** A list that is longer than this is more often a mistake than a lay-off. */
const usualMaximum = 25;

function maximumPeople(run: Run, asked: Asked): number {
	return asksFor(run, 'maximumPeople') ? Number(asked.maximumPeople ?? usualMaximum) : Infinity;
}

const asksFor = ({ operation }: Run, name: string): boolean =>
	operation.asks?.some(({ wire }) => wire === name) === true;

/** The same person twice in one run would be offboarded twice at the same time. */
function withoutRepetitions(
	prepared: Array<Prepared<PreparedItem>>,
): Array<Prepared<PreparedItem>> {
	const seen = new Map<string, number>();
	return prepared.map((entry): Prepared<PreparedItem> => {
		if (!('ready' in entry)) return entry;
		const { people } = entry.ready;
		const repeated = people.find((one) => seen.has(personOf(one)));
		if (repeated) return { item: repeated.item, error: alreadyStarted(repeated, seen) };
		for (const one of people) seen.set(personOf(one), one.item);
		return entry;
	});
}

const personOf = ({ tenant, account }: ReadyStart): string => `${tenant.customerId}/${account.id}`;

function alreadyStarted(repeated: ReadyStart, seen: Map<string, number>): InvalidInput {
	return new InvalidInput(
		`${repeated.account.userPrincipalName} is already offboarded by item ${seen.get(personOf(repeated))} of this run`,
		'Remove the repetition, for example with a Remove Duplicates node.',
	);
}
