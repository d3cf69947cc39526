import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { attempt } from '../../cipp/attempt';
import { mapBounded } from '../../cipp/bounded';
import { NotAsWanted } from '../../n8n/errors';
import { leaverFrom } from '../../offboarding/run/stored-leaver';
import type { Leaver, RetryDecision } from '../../offboarding/run/leaver';
import type { ManagerShare } from '../../offboarding/order/manager';
import { prepareFromPlan, prepareStart } from '../../offboarding/run/prepare';
import type { ProfileName } from '../../offboarding/order/profiles';
import type { OffboardingReport } from '../../offboarding/after/report';
import { claimOf, verifyNow } from '../../offboarding/after/verify-now';
import { prepareRetry } from '../../offboarding/after/retry';
import type { Snapshot } from '../../offboarding/person/snapshot-shape';
import { continuedWait, followToEnd } from '../offboarding/follow';
import { accepted, type Prepared } from '../offboarding/prepared';
import { itemSettings, readSettings, type ItemSettings } from '../offboarding/settings';
import { startEach, type Prepare } from '../offboarding/start';
import { askedIn, optionsIn, peopleIn, tenantOf, type Asked } from '../offboarding/asked';
import { documentIn, requiredDocument } from './documents';
import { wishedTime } from './when';
import { lookedUpAtOnce } from '../../offboarding/order/find-account';
import type { Run } from '../../n8n/run';

/** Starts everyone that the items name. */
export async function startOffboardings(run: Run): Promise<INodeExecutionData[]> {
	return await startEach(run, async (item, asked, send) => {
		const when = wishedTime(run, asked);
		const tenant = await tenantOf(run, item);
		const wish = {
			item,
			tenant,
			users: peopleIn(asked),
			options: optionsIn(asked),
			profile: (asked.profile as ProfileName | undefined) ?? null,
			useTenantDefaults: asked.useTenantDefaults === true,
			managerGets: (asked.managerGets as ManagerShare[] | undefined) ?? [],
			reference: referenceIn(asked),
			when,
		};
		return await prepareStart(wish, send, run.clock);
	});
}

/** Starts what plans say. */
export async function startPlans(run: Run): Promise<INodeExecutionData[]> {
	return await startEach(run, async (item, asked, send) => {
		const plan = requiredDocument(run, item, asked, 'plan');
		const tenant = await run.itemTenants.resolve(String(plan.tenant?.customerId ?? ''));
		const isForced = asked.despiteBlockers === true;
		const reference = referenceIn(asked);
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
		const tenant = await run.itemTenants.resolve(report.tenant.customerId);
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
	return await startEach(run, prepare, { tell });
}

/** Follows what was only queued, from the reports that say so. */
export async function waitForOffboardings(run: Run): Promise<INodeExecutionData[]> {
	const continued = await continuedWait(run);
	if (continued) return continued;
	const settings = readSettings(run.context);
	const items = run.context.getInputData().map((_item, index) => index);
	type Given = { item: number; report: OffboardingReport; how: ItemSettings };
	const reports = await mapBounded(
		items,
		lookedUpAtOnce,
		async (item): Promise<Prepared<Given>> => {
			const { value, error } = await attempt(givenReport(run, item));
			return error ? { item, error } : { ready: { item, ...value } };
		},
	);
	const { ready, rejected } = accepted(run, reports);
	const leavers = ready.flatMap(({ item, report, how }) => leaverIn(report, item, how));
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
async function givenReport(
	run: Run,
	item: number,
): Promise<{ report: OffboardingReport; how: ItemSettings }> {
	const how = itemSettings(run.context, item);
	const report = requiredDocument(run, item, askedIn(run, item), 'report');
	if (report.following) {
		const tenant = await run.itemTenants.resolve(String(report.following.tenant?.customerId ?? ''));
		return { report: { ...report, following: leaverFrom(report.following, tenant) }, how };
	}
	if (report.status === 'succeeded') {
		await checkStillTrue(run, report);
		return { report, how };
	}
	const advice = `${report.advice} There is nothing to wait for. Retry does again what is open.`;
	throw new NotAsWanted(report.summary, advice.trim(), { ...report });
}

/**
 * What is final goes through as it is, if the tenant agrees: a report is JSON that anyone may have written.
 *
 * @throws {NotAsWanted} when it does not
 */
async function checkStillTrue(run: Run, report: OffboardingReport): Promise<void> {
	const tenant = await run.itemTenants.resolve(String(report.tenant.customerId));
	const claim = { ...claimOf(report), tenant };
	const { verdict, summary } = await verifyNow(claim, run.send, run.clock);
	if (verdict !== 'not verified') return;
	throw new NotAsWanted(summary, 'Retry does again what is open.', { ...report });
}

function leaverIn(
	{ following, snapshot }: OffboardingReport,
	item: number,
	{ keepPassword, limitMilliseconds }: ItemSettings,
): Leaver[] {
	if (!following) return [];
	const leaver: Leaver = { ...following, item, limitMilliseconds };
	// As this item says, whatever the start was told.
	delete leaver.keepsPassword;
	if (keepPassword) leaver.keepsPassword = true;
	// What was not so at once has been told: who waits now waits for the rest.
	delete leaver.openNow;
	if (snapshot) leaver.snapshot = snapshot;
	return [leaver];
}

const referenceIn = (asked: Asked): string => (asked.reference as string | undefined) ?? '';
