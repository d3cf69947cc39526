import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { attempt } from '../../cipp/attempt';
import { mapBounded } from '../../cipp/bounded';
import type { Send } from '../../cipp/request';
import { InvalidInput, nodeError, NotAsWanted } from '../../n8n/errors';
import type { Leaver, RetryDecision } from '../../offboarding/run/leaver';
import type { ManagerShare } from '../../offboarding/order/manager';
import { prepareFromPlan, prepareStart } from '../../offboarding/run/prepare-start';
import type { ProfileName } from '../../offboarding/order/profiles';
import type { OffboardingReport } from '../../offboarding/after/report';
import { prepareRetry } from '../../offboarding/after/retry';
import type { Snapshot } from '../../offboarding/person/snapshot-shape';
import { startAll, type ReadyStart, type StartSettings } from '../../offboarding/run/start';
import { sharingTenantReads } from '../../offboarding/person/tenant-reads';
import { continuedWait, followToEnd } from '../Cipp/offboard/follow';
import { named } from '../Cipp/offboard/named';
import { accepted, type Prepared } from '../Cipp/offboard/prepared';
import { readSettings, type OffboardSettings } from '../Cipp/offboard/settings';
import { askedIn, optionsIn, peopleIn, tenantOf, type Asked } from './asked';
import { documentIn, requiredDocument } from './documents';
import { wishedTime } from './when';
import { lookedUpAtOnce } from '../../offboarding/order/find-account';
import type { Run } from '../../n8n/run';

type Prepare = (index: number, asked: Asked, send: Send) => Promise<ReadyStart[]>;

/** Starts everyone that the items name. */
export async function startOffboardings(run: Run): Promise<INodeExecutionData[]> {
	return await startEach(run, async (item, asked, send) => {
		const when = wishedTime(run, asked);
		const tenant = await tenantOf(run, item);
		return await mapBounded(peopleIn(asked), lookedUpAtOnce, async (user) => {
			const wish = {
				item,
				tenant,
				user,
				options: optionsIn(asked),
				profile: (asked.profile as ProfileName | undefined) ?? null,
				useTenantDefaults: asked.useTenantDefaults === true,
				managerGets: (asked.managerGets as ManagerShare[] | undefined) ?? [],
				reference: referenceIn(asked),
				when,
			};
			return await prepareStart(wish, send, run.clock);
		});
	});
}

/** Starts what plans say. */
export async function startPlans(run: Run): Promise<INodeExecutionData[]> {
	return await startEach(run, async (item, asked, send) => {
		const plan = requiredDocument(run, item, asked, 'plan');
		const tenant = await run.tenants.resolve(plan.tenant.customerId);
		const reference = referenceIn(asked) || String(plan.request.body.reference ?? '');
		const isForced = asked.despiteBlockers === true;
		return [await prepareFromPlan(item, plan, tenant, reference, isForced, send, run.clock)];
	});
}

/** What a retry keeps of the first attempt. */
interface Retried {
	report: OffboardingReport;
	snapshot: Snapshot | null;
	decisions: RetryDecision[];
}

/** Does what is still open of reports again. */
export async function retryOffboardings(run: Run): Promise<INodeExecutionData[]> {
	const retries = new Map<number, Retried>();
	const prepare: Prepare = async (item, asked, send) => {
		const report = requiredDocument(run, item, asked, 'report');
		const tenant = await run.tenants.resolve(report.tenant.customerId);
		const snapshot = documentIn(run, item, asked, 'snapshot');
		const wish = {
			report: { ...report, tenant },
			snapshot,
			permanentToo: asked.permanentToo === true,
			licensesDirectly: asked.licensesDirectly === true,
		};
		const { ready, decisions } = await prepareRetry(item, wish, send, run.clock);
		retries.set(item, { report, snapshot, decisions });
		return [ready];
	};
	const tell = (leaver: Leaver): void => {
		const { report, snapshot, decisions } = retries.get(leaver.item)!;
		leaver.retry = decisions;
		// What was before the first attempt is what a restore needs.
		if (snapshot) leaver.snapshot = snapshot;
		// A role that was not taken the first time is not forgotten.
		if (!leaver.roles && report.adminRoles) leaver.roles = report.adminRoles;
	};
	return await startEach(run, prepare, tell);
}

/** Follows what was only queued, from the reports that say so. */
export async function waitForOffboardings(run: Run): Promise<INodeExecutionData[]> {
	const settings = readSettings(run.context);
	const continued = await continuedWait(run, settings);
	if (continued) return continued;
	const items = run.context.getInputData().map((_item, index) => index);
	type Given = { item: number; report: OffboardingReport };
	const reports = await mapBounded(
		items,
		lookedUpAtOnce,
		async (item): Promise<Prepared<Given>> => {
			const { value, error } = await attempt(givenReport(run, item));
			return error ? { item, error } : { ready: { item, report: value } };
		},
	);
	const { ready, rejected } = accepted(run, reports);
	const leavers = ready.flatMap(({ item, report }) => leaverIn(report, item));
	// What is final already goes through as it is.
	const finals = ready
		.filter(({ report }) => !report.following)
		.map(({ item, report }) => ({
			json: report as unknown as IDataObject,
			pairedItem: { item },
		}));
	return await followToEnd(run, settings, { leavers, others: [...rejected, ...finals] });
}

/**
 * @throws {NotAsWanted} when the report tells that it went wrong, once and for all
 * @throws {UnknownTenant} when CIPP no longer manages the tenant
 */
async function givenReport(run: Run, item: number): Promise<OffboardingReport> {
	const report = requiredDocument(run, item, askedIn(run, item), 'report');
	if (report.following) {
		const tenant = await run.tenants.resolve(report.following.tenant.customerId);
		return { ...report, following: { ...report.following, tenant } };
	}
	if (report.status === 'succeeded') return report;
	const advice = `${report.advice} There is nothing to wait for. Retry does again what is open.`;
	throw new NotAsWanted(report.summary, advice.trim(), { ...report });
}

function leaverIn({ following, snapshot }: OffboardingReport, item: number): Leaver[] {
	return following ? [{ ...following, item, ...(snapshot ? { snapshot } : {}) }] : [];
}

async function startEach(
	run: Run,
	prepare: Prepare,
	tell: (leaver: Leaver) => void = () => {},
): Promise<INodeExecutionData[]> {
	const settings = readSettings(run.context);
	const continued = await continuedWait(run, settings);
	if (continued) return continued;

	const send = sharingTenantReads(run.send);
	const { ready, rejected } = accepted(run, await prepareAll(run, prepare, send));
	const { value: leavers, error } = await start(run, ready.flat(), settings);
	if (error) throw nodeError(run.context.getNode(), error, 0);
	leavers.forEach(tell);
	return await followToEnd(run, settings, { leavers, others: rejected });
}

async function start(run: Run, ready: ReadyStart[], settings: OffboardSettings) {
	return await startAll(ready, startSettings(run, settings), run.send, run.clock).then(
		(value) => ({ value, error: undefined }),
		(error: unknown) => ({ value: [], error: named(run, error) }),
	);
}

/** The same for all items: what the first one says. */
function startSettings(run: Run, { wait }: OffboardSettings): StartSettings {
	const asked = askedIn(run, 0);
	return {
		maximumPeople: Number(asked.maximumPeople ?? usualMaximum),
		takeSnapshots: asksForSnapshot(run) && asked.skipSnapshot !== true,
		lockOutFirst: asked.lockOutFirst === true,
		removeAdminRoles: asked.removeAdminRoles === true,
		besideOthers: asked.besideOthers === true,
		keepPassword: wait.keepPassword,
	};
}

const asksForSnapshot = ({ operation }: Run): boolean =>
	operation.asks?.some(({ wire }) => wire === 'skipSnapshot') === true;

/** A list that is longer than this is more often a mistake than a lay-off. */
const usualMaximum = 25;

async function prepareAll(
	run: Run,
	prepare: Prepare,
	send: Send,
): Promise<Array<Prepared<ReadyStart[]>>> {
	const indexes = run.context.getInputData().map((_item, index) => index);
	const prepared = await mapBounded(
		indexes,
		lookedUpAtOnce,
		async (item): Promise<Prepared<ReadyStart[]>> => {
			try {
				return { ready: await prepare(item, askedIn(run, item), send) };
			} catch (error) {
				return { item, error: named(run, error) };
			}
		},
	);
	return withoutRepetitions(prepared);
}

/** The same person twice in one run would be started twice at the same time. */
function withoutRepetitions(
	prepared: Array<Prepared<ReadyStart[]>>,
): Array<Prepared<ReadyStart[]>> {
	const seen = new Map<string, number>();
	return prepared.map((entry): Prepared<ReadyStart[]> => {
		if (!('ready' in entry)) return entry;
		for (const { item, tenant, account } of entry.ready) {
			const person = `${tenant.customerId}/${account.id}`;
			const earlier = seen.get(person);
			if (earlier !== undefined) {
				const error = new InvalidInput(
					`${account.userPrincipalName} is already offboarded by item ${earlier} of this run`,
					'Remove the repetition, for example with a Remove Duplicates node.',
				);
				return { item, error };
			}
			seen.set(person, item);
		}
		return entry;
	});
}

const referenceIn = (asked: Asked): string => (asked.reference as string | undefined) ?? '';
