import type { Place } from './commands/place.mts';
import { SandboxClock } from '../microsoft/clock.mts';
import { Faults, type FaultPlace } from './faults.mts';
import { Progress } from './offboarding/progress.mts';
import { runOffboardingJob } from './offboarding/job.mts';
import { runCommand } from './scheduler/commands.mts';
import { Scheduler } from './scheduler/scheduler.mts';
import { seed } from './seed.mts';
import { findUser, tenantNamed } from '../microsoft/state/lookup.mts';
import type { Tenant } from './tenant.mts';
import { Queues } from './queues.mts';
import type { World } from './world.mts';

/** What the CIPP instance thinks of the API client that calls it. */
export interface ApiClient {
	/** ['*'] or permissions like 'Identity.User.ReadWrite' (covers Read), '*.Read'. */
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
	readonly faults = new Faults();
	readonly scheduler: Scheduler;
	readonly queues = new Queues();
	readonly client: ApiClient = openClient();
	readonly stepMilliseconds: number;
	/** Whether offboardings report their progress, as newer CIPP versions do. */
	readonly hasProgress: boolean;
	readonly progress = new Progress();
	tenants: Tenant[] = seed();

	constructor(options: { start: Date; speed: number; stepSeconds: number; hasProgress: boolean }) {
		this.clock = new SandboxClock(options.start, options.speed);
		this.stepMilliseconds = options.stepSeconds * 1000;
		this.hasProgress = options.hasProgress;
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
		const tenant = tenantNamed(this.tenants, filter);
		return tenant && !tenant.excluded ? tenant : null;
	}

	listedTenants(): Tenant[] {
		return this.tenants.filter(({ excluded }) => !excluded);
	}

	refusal(filter: string, context: string): string {
		const excluded = tenantNamed(this.tenants, filter)?.excluded;
		return `${context} denied for '${filter}': ${excluded ? 'the tenant is excluded from CIPP management' : "the tenant is not in CIPP's tenant list"}.`;
	}

	placeIn(tenant: Tenant | null): Place {
		return {
			tenant,
			now: this.clock.now(),
			schedule: (task) => {
				const isLicenseTask = task.command === 'Remove-CIPPLicense';
				const fault =
					isLicenseTask &&
					tenant &&
					this.#licenseTaskIsLost(tenant, String(task.parameters.username ?? ''));
				return fault ? '' : this.scheduler.add(task);
			},
			later: (milliseconds, what) => this.clock.after(milliseconds, what),
		};
	}

	faultPlace(tenant: Tenant, username: string): FaultPlace {
		const user = findUser(tenant, username);
		const names = [username, user?.userPrincipalName, user?.id].map((name) => name?.toLowerCase());
		return {
			tenant: [tenant.defaultDomainName, tenant.initialDomainName, tenant.customerId],
			mentions: (name) => names.includes(name.toLowerCase()),
		};
	}

	#licenseTaskIsLost(tenant: Tenant, username: string): boolean {
		return this.faults.takeLostLicenseTask(this.faultPlace(tenant, username)) !== undefined;
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
