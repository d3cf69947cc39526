import type { Clock, Send } from '../../cipp/request';
import { isOver, listTasks } from '../../cipp/scheduler';
import type { Tenant } from '../../cipp/tenants';
import { checkOrder } from '../order/checks';
import { readSeats } from '../person/seats';
import { rightNow, type When } from '../order/local-time';
import { shareWithManager, type ManagerShare } from '../order/manager';
import { askedSteps, needsSecondTask, type OffboardingOptions } from '../order/order';
import { findNamed } from '../order/named-people';
import { isRead, orElse, readPart, type Part } from '../person/part';
import { remarksOn } from './remarks';
import { needsSeat } from './remarks/licenses';
import type { PlanFacts, Remark } from './remarks/remark';
import { fillOptions, readTenantDefaults, type Choice, type ProfileName } from '../order/profiles';
import { takeSnapshot } from '../person/snapshot';
import type { Snapshot } from '../person/snapshot-shape';
import { readable } from '../person/state-reader';
import type { StepName } from '../steps';
import { askedOf } from '../steps/vocabulary/step';
import { InvalidOrder } from '../invalid-order';
import {
	licenseCommand,
	offboardingCommand,
	licenseTaskName,
	requestBody,
	taskName,
} from '../order/job';
import { scheduleOf } from '../order/when';

/** What an offboarding would do. Plain JSON; nothing has been changed. */
export interface Plan {
	schema: 'cipp-plan/1';
	plannedAt: string;
	tenant: Snapshot['tenant'];
	who: Who;
	/** Every option with who chose it; `false` where one was ruled out. */
	choices: Choice[];
	options: OffboardingOptions;
	when: When;
	/** In the order in which CIPP works. */
	steps: Array<{ step: StepName; source: Choice['source']; what: string }>;
	blockers: Remark[];
	warnings: Remark[];
	/** False as long as there are blockers. */
	canStart: boolean;
	/** What Start would send. */
	request: { method: 'POST'; endpoint: 'ExecOffboardUser'; body: Record<string, unknown> };
	snapshot: Snapshot;
}

/** Enough to see that it is the right person. Null where it could not be read. */
export interface Who {
	id: string;
	userPrincipalName: string;
	displayName: string;
	jobTitle: string | null;
	department: string | null;
	manager: string | null;
	lastSignIn: string | null;
	accountEnabled: boolean;
	isSynced: boolean;
	directReports: string[] | null;
	roles: string[] | null;
	licenses: string[] | null;
	groups: string[] | null;
	devices: string[] | null;
}

export interface PlanWish {
	tenant: Tenant;
	/** User principal name or object ID. */
	user: string;
	options: OffboardingOptions;
	profile?: ProfileName | null;
	/** Fill what is open from the tenant's defaults too. */
	useTenantDefaults?: boolean;
	managerGets?: ManagerShare[];
	/** Left out: at once. */
	when?: When;
	reference?: string;
	/** A snapshot taken before; left out, one is taken now. */
	snapshot?: Snapshot;
}

/**
 * Plans an offboarding. Only reads.
 *
 * @throws {InvalidOrder} when the tenant has no such user
 * @throws {CippFailure} when the account or the tenant's defaults cannot be read
 */
export async function planOffboarding(wish: PlanWish, send: Send, clock: Clock): Promise<Plan> {
	const { tenant } = wish;
	const defaults = wish.useTenantDefaults ? await readTenantDefaults(send, tenant) : null;
	const snapshot = wish.snapshot ?? (await takeSnapshot(tenant, wish.user, send, clock));
	const when = wish.when ?? rightNow(clock.now());
	const { options: own, choices } = fillOptions(wish.options, wish.profile ?? null, defaults);
	const shared = await shareWithManager(own, wish.managerGets ?? [], snapshot.user, tenant, send);
	const options = { ...shared, ...scheduleOf(when) };
	const facts = await readFacts(snapshot, options, tenant, send);
	return planFrom(snapshot, options, choices, facts, clock.now(), wish.reference ?? '', when);
}

/** Makes a plan of what has been read. */
export function planFrom(
	snapshot: Snapshot,
	options: OffboardingOptions,
	choices: Choice[],
	facts: PlanFacts,
	now: Date,
	reference: string,
	when: When,
): Plan {
	const { user } = snapshot;
	const { blockers, warnings } = remarksOn(snapshot, options, facts, now);
	const wrong = wrongWith(user.userPrincipalName, options, now, blockers);
	const all = [...wrong, ...blockers];
	return {
		schema: 'cipp-plan/1',
		plannedAt: now.toISOString(),
		tenant: snapshot.tenant,
		who: whoIs(snapshot),
		choices,
		options,
		when,
		steps: askedSteps(options).map((step) => ({
			step: step.name,
			source: choices.find(({ option }) => option === step.name)?.source ?? 'you',
			what: step.will(snapshot, askedOf(step, options)),
		})),
		blockers: all,
		warnings,
		canStart: all.length === 0,
		request: {
			method: 'POST',
			endpoint: 'ExecOffboardUser',
			body: requestBody(
				{
					tenant: { ...snapshot.tenant, initialDomainName: '' },
					accounts: [user],
					options,
				},
				reference,
			),
		},
		snapshot,
	};
}

/** What the checks before a start would refuse, unless a blocker says it already. */
function wrongWith(
	user: string,
	options: OffboardingOptions,
	now: Date,
	known: Remark[],
): Remark[] {
	try {
		checkOrder([user], options, now);
		return [];
	} catch (error) {
		if (!(error instanceof InvalidOrder)) return [];
		const { field, message, advice } = error;
		if (known.some(({ step }) => step === field)) return [];
		return [{ code: 'invalidOrder', step: field as StepName, message, cure: advice }];
	}
}

function whoIs(snapshot: Snapshot): Who {
	const { id, userPrincipalName, displayName, accountEnabled, isSynced } = snapshot.user;
	const profile = orElse(snapshot.profile, {});
	const manager = orElse(snapshot.manager, null);
	return {
		id,
		userPrincipalName,
		displayName,
		jobTitle: (profile.jobTitle as string | undefined) ?? null,
		department: (profile.department as string | undefined) ?? null,
		manager: manager ? `${manager.displayName} (${manager.userPrincipalName})` : null,
		lastSignIn: orElse(snapshot.lastSignIn, null),
		accountEnabled,
		isSynced,
		directReports: named(snapshot.directReports, (person) => person.userPrincipalName),
		roles: named(snapshot.roles, (role) => role.displayName),
		licenses: named(snapshot.licenses, ({ name, direct, groups }) => {
			const sources = [
				...(direct ? ['direct'] : []),
				...groups.map((group) => `through ${group.displayName}`),
			];
			return `${name} (${sources.join(', ')})`;
		}),
		groups: named(snapshot.groups, ({ displayName, kind, isDynamic, isSynced: synced }) => {
			const marks = [
				kindNames[kind],
				...(isDynamic ? ['dynamic'] : []),
				...(synced ? ['synced'] : []),
			];
			return `${displayName} (${marks.join(', ')})`;
		}),
		devices: named(snapshot.devices, ({ name, system }) => `${name} (${system})`),
	};
}

const kindNames = {
	security: 'security',
	mailEnabledSecurity: 'mail-enabled security',
	microsoft365: 'Microsoft 365',
	distribution: 'distribution',
};

function named<T>(part: Part<T[]>, name: (entry: T) => string): string[] | null {
	return isRead(part) ? part.map(name) : null;
}

/** Looks up what the snapshot does not hold. Each reading fails for itself. */
async function readFacts(
	snapshot: Snapshot,
	options: OffboardingOptions,
	tenant: Tenant,
	send: Send,
): Promise<PlanFacts> {
	const { user } = snapshot;
	const open = async (command: string, name: string) => {
		const tasks = await readable(
			'ListScheduledItems',
			listTasks(send, command, tenant.defaultDomainName),
		);
		return tasks.filter((task) => !isOver(task) && task.name.toLowerCase() === name.toLowerCase());
	};
	return {
		pending: await readPart(open(offboardingCommand, taskName(user))),
		licenseTasks: needsSecondTask(options)
			? await readPart(open(licenseCommand, licenseTaskName(user)))
			: [],
		named: await findNamed(options, tenant, send),
		seats: needsSeat(snapshot, options)
			? await readPart(readSeats(send, tenant.defaultDomainName))
			: [],
	};
}
