import type { Place } from './commands/place.mts';
import { SandboxClock } from '../microsoft/clock.mts';
import { Faults, type FaultPlace } from './faults.mts';
import { Microsoft } from '../microsoft/microsoft.mts';
import { Progress } from './offboarding/progress.mts';
import { runOffboardingJob } from './offboarding/job.mts';
import { runCommand } from './scheduler/commands.mts';
import { Scheduler } from './scheduler/scheduler.mts';
import { seed } from './seed.mts';
import { findUser, tenantNamed } from '../microsoft/state/lookup.mts';
import type { Tenant } from './tenant.mts';
import { Queues } from './queues.mts';
import { Requests } from './requests.mts';
import type { NewTask } from './scheduler/task.mts';
import type { CippVersion } from './versions.mts';
import type { World } from './world.mts';

/** What the CIPP instance thinks of the API client that calls it. */
export interface ApiClient {
	/** ['*'] and ['*.Read'] are roles of CIPP's own, [] is no role, others like 'Identity.User.ReadWrite' (covers Read) a custom one. */
	permissions: string[];
	/** False: the platform refuses the client before CIPP sees it. */
	enabled: boolean;
	/** False: CIPP has no row for the client. */
	known: boolean;
	addressAllowed: boolean;
	/** Domains or customer ids the client may work on; null is all. */
	allowedTenants: string[] | null;
	/** Endpoint names the client's role blocks. */
	blockedEndpoints: string[];
}

/** One CIPP instance: its tenants, tasks, clock and faults. */
export class Instance implements World {
	readonly clock: SandboxClock;
	readonly microsoft: Microsoft;
	readonly faults: Faults;
	readonly scheduler: Scheduler;
	readonly queues = new Queues();
	readonly client: ApiClient = openClient();
	readonly stepMilliseconds: number;
	readonly cipp: CippVersion;
	/** Whether offboardings report their progress, as newer CIPP versions do. */
	readonly hasProgress: boolean;
	/** Whether the steps of 10.9 are unknown and dropped, as by older CIPP versions. */
	readonly dropsSendSteps: boolean;
	readonly progress = new Progress();
	tenants: Tenant[] = seed();
	/** While CIPP's table of tenants is being filled again it knows no customer, only the partner itself. */
	#hasTenants = true;

	constructor(options: {
		start: Date;
		speed: number;
		stepSeconds: number;
		cipp: CippVersion;
		hasProgress: boolean;
		dropsSendSteps: boolean;
	}) {
		this.clock = new SandboxClock(options.start, options.speed);
		this.microsoft = new Microsoft(this.clock);
		this.faults = new Faults(this.microsoft.conduct);
		this.stepMilliseconds = options.stepSeconds * 1000;
		this.cipp = options.cipp;
		this.hasProgress = options.hasProgress;
		this.dropsSendSteps = options.dropsSendSteps;
		this.scheduler = new Scheduler(this.clock, Math.min(1000, this.stepMilliseconds), {
			offboard: (task, progress) => runOffboardingJob(this, task, progress),
			run: (task) => runCommand(this, task),
		});
		this.scheduler.start();
	}

	/** Back to the seed; the clock goes on. */
	reset(): void {
		this.clock.forget();
		this.tenants = seed();
		this.#hasTenants = true;
		this.scheduler.tasks = [];
		this.scheduler.start();
		this.progress.clear();
		this.queues.clear();
		this.faults.clear();
		Object.assign(this.client, openClient());
	}

	/** The partner's own tenant, which CIPP works on when no tenant is named. */
	get partner(): Tenant {
		return this.tenants.find(({ isPartner }) => isPartner)!;
	}

	managedTenant(filter: string | null | undefined): Tenant | null {
		if (!filter) return this.partner;
		// Azure's tables compare to the letter: in other capitals it is another name.
		return (
			this.listedTenants().find(({ defaultDomainName, initialDomainName, customerId }) =>
				[defaultDomainName, initialDomainName, customerId].includes(filter),
			) ?? null
		);
	}

	/** The same, where CIPP does not ask for tenants with errors too: it takes them for unknown. */
	foundTenant(filter: string): Tenant | null {
		const tenant = this.managedTenant(filter);
		return tenant && tenant.graphErrorCount < 50 ? tenant : null;
	}

	listedTenants(): Tenant[] {
		return this.tenants.filter(
			({ excluded, isPartner }) => !excluded && (isPartner || this.#hasTenants),
		);
	}

	/** Empties CIPP's table of customers until its refresh has run; how many there were. */
	forgetTenants(milliseconds: number): number {
		const { length } = this.listedTenants().filter(({ isPartner }) => !isPartner);
		this.#hasTenants = false;
		this.clock.after(milliseconds, () => {
			this.#hasTenants = true;
		});
		return length;
	}

	/** What CIPP's helpers say of a tenant they refuse. */
	refusal(filter: string, context: string): string {
		// Where CIPP looks for the reason, excluded tenants are left out too.
		return `${context} denied for '${filter}': the tenant is not in CIPP's tenant list.`;
	}

	placeFor(tenantFilter: string): Place {
		const tenant = this.managedTenant(tenantFilter);
		return {
			tenantFilter,
			ask: new Requests(this.microsoft, tenant, tenantFilter),
			report: tenant?.permissionReport ?? null,
			now: this.clock.now(),
			schedule: (task) =>
				task.command === 'Remove-CIPPLicense' && this.#isLost(tenantFilter, task)
					? `Successfully added task: ${task.name}. It will run in about 8 minutes.`
					: this.scheduler.add(task),
		};
	}

	faultPlace(tenantFilter: string, username: string): FaultPlace {
		const tenant = tenantNamed(this.tenants, tenantFilter);
		const user = tenant && findUser(tenant, username);
		const names = [username, user?.userPrincipalName, user?.id].map((name) => name?.toLowerCase());
		return {
			tenant: tenant
				? [tenant.defaultDomainName, tenant.initialDomainName, tenant.customerId]
				: [tenantFilter],
			mentions: (name) => names.includes(name.toLowerCase()),
		};
	}

	#isLost(tenantFilter: string, { parameters }: NewTask): boolean {
		const where = this.faultPlace(tenantFilter, String(parameters.username ?? ''));
		return this.faults.takeLostLicenseTask(where) !== undefined;
	}
}

function openClient(): ApiClient {
	return {
		permissions: ['*'],
		enabled: true,
		known: true,
		addressAllowed: true,
		allowedTenants: null,
		blockedEndpoints: [],
	};
}
