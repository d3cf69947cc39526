import type { Instance } from './instance.mts';
import { licenseStates } from '../microsoft/state/license.mts';
import { findUser, groupsOf, managerOf, tenantNamed } from '../microsoft/state/lookup.mts';
import type { Task } from './scheduler/task.mts';
import { permissionReport } from './permission-report.mts';
import { managed } from './seed.mts';
import type { Tenant as MicrosoftTenant, User } from '../microsoft/state/tenant.mts';
import type { Tenant } from './tenant.mts';

/** The live state, to look at and to change. */
export class Tenants {
	readonly #instance: Instance;

	constructor(instance: Instance) {
		this.#instance = instance;
	}

	/** All tenants, the partner's own and the excluded one included. */
	get list(): Tenant[] {
		return this.#instance.tenants;
	}

	/** Lets CIPP manage further tenants, until the next reset. */
	add(...tenants: MicrosoftTenant[]): void {
		this.#instance.tenants.push(...tenants.map((tenant) => managed(tenant)));
	}

	/** A tenant by default domain, initial domain or customer id; throws when there is none. */
	named(name: string): Tenant {
		const tenant = tenantNamed(this.list, name);
		if (!tenant) throw new Error(`No tenant ${name} in the sandbox.`);
		return tenant;
	}

	/** A user by UPN or id, in whatever tenant; throws when there is none. */
	user(upn: string): User {
		const user = this.list
			.map((tenant) => findUser(tenant, upn))
			.find((found) => found !== undefined);
		if (!user) throw new Error(`No user ${upn} in any tenant of the sandbox.`);
		return user;
	}

	/** Scheduled tasks of all tenants, oldest first. */
	tasks(): Task[] {
		return this.#instance.scheduler.tasks;
	}

	/** The newest task of a name; undefined when there is none. */
	task(name: string): Task | undefined {
		return this.tasks()
			.filter((task) => task.name === name)
			.at(-1);
	}

	/** Does what CIPP's nightly run does: brings the permission report in step with the mailboxes. */
	syncPermissionReport(tenant: string): void {
		const found = this.named(tenant);
		found.permissionReport = permissionReport(
			found.users,
			this.#instance.clock.now().toISOString(),
		);
	}

	/** Everything known of a user, deleted ones included, with names instead of ids; undefined when there is none. */
	describeUser(upn: string): Record<string, unknown> | undefined {
		for (const tenant of this.list) {
			const user = findUser(tenant, upn);
			if (user) {
				return {
					...user,
					deleted: false,
					tenant: tenant.defaultDomainName,
					groups: groupsOf(tenant, user).map(({ displayName }) => displayName),
					licenses: licenseStates(tenant, user),
					manager: managerOf(tenant, user)?.userPrincipalName ?? null,
					phoneNumbers: tenant.phoneNumbers
						.filter(({ targetId }) => targetId === user.id)
						.map(({ telephoneNumber }) => telephoneNumber),
					roles: tenant.roles
						.filter(({ members }) => members.includes(user.id))
						.map(({ displayName }) => displayName),
					mailboxesOfOthers: this.#grantsTo(tenant, user),
				};
			}
			const gone = tenant.deletedUsers.find(
				({ user: deleted }) =>
					deleted.userPrincipalName.toLowerCase() === upn.toLowerCase() ||
					deleted.id === upn.toLowerCase(),
			);
			if (gone)
				return {
					...gone.user,
					deleted: true,
					deletedDateTime: gone.deletedDateTime,
					tenant: tenant.defaultDomainName,
				};
		}
		return undefined;
	}

	#grantsTo(tenant: Tenant, user: User): string[] {
		return tenant.users.flatMap(({ userPrincipalName, mailbox }) =>
			(mailbox?.grants ?? [])
				.filter(({ trustee }) => trustee.toLowerCase() === user.userPrincipalName.toLowerCase())
				.map(({ right }) => `${right} on ${userPrincipalName}`),
		);
	}
}
