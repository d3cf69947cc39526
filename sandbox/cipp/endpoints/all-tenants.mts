import type { Call } from '../http/call.mts';
import type { Tenant } from '../tenant.mts';

/** Seconds a tenant takes in a job over all tenants. */
export const secondsPerTenant = 10;

/**
 * A list over all tenants, which CIPP fills in the background and keeps for an hour. Finished tenants come without a
 * word that others are missing.
 *
 * @returns the rows so far; none before the first tenant is done
 */
export function rowsInBackground<Row>(
	{ instance }: Call,
	{ name, reference }: { name: string; reference: string },
	rowsOf: (tenant: Tenant) => Row[],
): Row[] {
	const now = instance.clock.now();
	const job =
		instance.queues.recent(reference, now) ??
		instance.queues.start(
			name,
			reference,
			now,
			instance.listedTenants().map((tenant, index) => ({
				name: tenant.defaultDomainName,
				doneAt: now.getTime() + (index + 1) * secondsPerTenant * 1000,
				rows: rowsOf(tenant),
			})),
		);
	return job.parts
		.filter(({ doneAt }) => doneAt <= now.getTime())
		.flatMap(({ rows }) => rows as Row[]);
}
