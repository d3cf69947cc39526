import { licensedUsers } from '../../microsoft/graph/resources.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { licensesOf } from '../../microsoft/state/license.mts';
import { isTrue, read } from '../loose-json.mts';
import { productOf } from '../../microsoft/state/product.mts';
import type { User } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';

export const licenseEndpoints: Endpoint[] = [
	{ name: 'ListLicenses', role: 'Tenant.Directory.Read', answer: listLicenses },
	{ name: 'ExecBulkLicense', role: 'Identity.User.ReadWrite', answer: bulkLicense },
];

const placeholder = 'Loading data for all tenants. Please check back in 1 minute';

function listLicenses({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter');
	if (filter?.toLowerCase() === 'alltenants') {
		const now = instance.clock.now();
		const running = instance.queues.recent('ListLicenses', now);
		const job =
			running ??
			instance.queues.start(
				'Licenses - All Tenants',
				'ListLicenses',
				now,
				instance.listedTenants().map((tenant, index) => ({
					name: tenant.defaultDomainName,
					doneAt: now.getTime() + (index + 1) * 10_000,
					rows: licenseRows(tenant),
				})),
			);
		const rows = job.parts
			.filter(({ doneAt }) => doneAt <= now.getTime())
			.flatMap((part) => part.rows);
		return ok(rows.length > 0 ? rows : [{ Tenant: placeholder, License: placeholder }]);
	}
	const tenant = instance.managedTenant(filter);
	return ok(tenant ? licenseRows(tenant) : null);
}

function licenseRows(tenant: Tenant): Array<Record<string, unknown>> {
	return tenant.subscriptions.map(({ skuId, total }) => {
		const users = licensedUsers(tenant, skuId);
		const groups = tenant.groups.filter(({ assignedLicenses }) => assignedLicenses.includes(skuId));
		const name = productOf(skuId)?.name ?? skuId;
		return {
			Tenant: tenant.defaultDomainName,
			License: name,
			CountUsed: String(users.length),
			CountAvailable: total - users.length,
			TotalLicenses: String(total),
			skuId,
			skuPartNumber: name,
			availableUnits: total - users.length,
			TermInfo: [term(tenant, total)],
			AssignedUsers:
				users.length > 0
					? users.map(({ displayName, userPrincipalName, id }) => ({
							displayName,
							userPrincipalName,
							id,
						}))
					: null,
			AssignedGroups:
				groups.length > 0 ? groups.map(({ id, displayName }) => ({ id, displayName })) : null,
			ServicePlans: [],
		};
	});
}

function term(tenant: Tenant, total: number): Record<string, unknown> {
	return {
		Status: 'Enabled',
		Term: 'Yearly',
		TotalLicenses: total,
		DaysUntilRenew: 184,
		NextLifecycle: '2025-09-03T00:00:00Z',
		CreatedDateTime: tenant.createdDateTime,
		IsTrial: false,
		SubscriptionId: null,
		CSPSubscriptionId: null,
		OCPSubscriptionId: null,
	};
}

interface LicenseChange {
	add: string[];
	remove: string[];
}

function bulkLicense({ instance, body }: Call): Answer {
	const items = Array.isArray(body) ? body : [body];
	const lines: string[] = [];
	// CIPP keeps the changes of the item before when an item's operation is not one it knows.
	let change: LicenseChange = { add: [], remove: [] };
	for (const item of items) {
		const filter = String(read(item, 'tenantFilter') ?? '');
		const tenant = instance.managedTenant(filter);
		const userId = (read(item, 'userIds') as unknown[] | undefined)?.[0];
		if (typeof userId !== 'string' || userId === '') {
			lines.push(`No valid user ID found in request for tenant ${filter}`);
			continue;
		}
		const user = tenant?.users.find(({ id }) => id === userId);
		if (!tenant || !user) {
			lines.push(`User ${userId} not found in tenant ${filter}`);
			continue;
		}
		change = changeOf(item, tenant, user) ?? change;
		lines.push(apply(tenant, user, change));
	}
	return items.length > 0
		? ok({ Results: lines })
		: failed(400, { Results: ['Failed to process bulk license operation: the request is empty.'] });
}

/** CIPP goes by assignedLicenses, which holds the licences of groups as well. */
function changeOf(item: unknown, tenant: Tenant, user: User): LicenseChange | undefined {
	const listed = (name: string) =>
		((read(item, name) as unknown[] | undefined) ?? [])
			.map((entry) => read(entry, 'value'))
			.filter((value): value is string => typeof value === 'string')
			.map((skuId) => skuId.toLowerCase());
	const assigned = licensesOf(tenant, user);
	const held = (skuIds: string[]) => skuIds.filter((skuId) => assigned.includes(skuId));
	switch (String(read(item, 'LicenseOperation') ?? '').toLowerCase()) {
		case 'add':
			return { add: listed('Licenses'), remove: [] };
		case 'remove':
			return {
				add: [],
				remove: isTrue(read(item, 'RemoveAllLicenses'))
					? assigned
					: held(listed('LicensesToRemove')),
			};
		case 'replace':
			return {
				add: listed('Licenses'),
				remove: isTrue(read(item, 'ReplaceAllLicenses'))
					? assigned
					: held(listed('LicensesToReplace')),
			};
		default:
			return undefined;
	}
}

function apply(tenant: Tenant, user: User, { add, remove }: LicenseChange): string {
	const upn = user.userPrincipalName;
	if (add.length === 0 && remove.length === 0) return `No license changes needed for user ${upn}`;
	if (remove.some((skuId) => !user.directLicenses.includes(skuId)))
		return `Failed to assign licenses for user ${upn}: User license is inherited from a group membership and it cannot be removed directly from the user.`;
	for (const skuId of add) {
		const subscription = tenant.subscriptions.find((each) => each.skuId === skuId);
		if (!subscription)
			return `Failed to assign licenses for user ${upn}: License ${skuId} does not correspond to a valid company License.`;
		if (
			!user.directLicenses.includes(skuId) &&
			licensedUsers(tenant, skuId).length >= subscription.total
		)
			return `Failed to assign licenses for user ${upn}: Subscription with SKU ${skuId} does not have any available licenses.`;
	}
	user.directLicenses = [
		...new Set([...user.directLicenses.filter((skuId) => !remove.includes(skuId)), ...add]),
	];
	user.usageLocation ??= 'US';
	return `Successfully set licenses for ${upn}. It may take 2–5 minutes before the changes become visible.`;
}
