import { productOf } from '../../microsoft/state/product.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { isTrue, read } from '../loose-json.mts';
import { wordsOf, type BatchReply, type Requests, type Row } from '../requests.mts';
import { rowsInBackground } from './all-tenants.mts';
import { groupKind } from './group-kind.mts';

export const licenseEndpoints: Endpoint[] = [
	{ name: 'ListLicenses', role: 'Tenant.Directory.Read', answer: listLicenses },
	{ name: 'ExecBulkLicense', role: 'Identity.User.ReadWrite', answer: bulkLicense },
];

const placeholder = 'Loading data for all tenants. Please check back in 1 minute';

function listLicenses(call: Call): Answer {
	const { instance, query } = call;
	const filter = query.get('tenantFilter') ?? '';
	const now = instance.clock.now();
	if (filter.toLowerCase() !== 'alltenants')
		return ok(licenseRows(instance.placeFor(filter).ask, filter, now));
	const rows = rowsInBackground(
		call,
		{ name: 'Licenses (All Tenants)', reference: 'ListLicenses' },
		({ defaultDomainName }) =>
			licenseRows(instance.placeFor(defaultDomainName).ask, defaultDomainName, now),
	);
	return ok(rows.length > 0 ? rows : [{ Tenant: placeholder, License: placeholder }]);
}

/** What Microsoft refuses to read is empty here; only when it is down altogether that shows. */
function licenseRows(ask: Requests, tenant: string, now: Date): Row[] {
	const replies = ask.batch(
		['subscribedSkus', 'directory/subscriptions', 'users', 'groups'].map((url) => ({
			id: url,
			method: 'GET',
			url: /^(users|groups)$/.test(url)
				? `${url}?$filter=assignedLicenses/$count ne 0&$top=999`
				: url,
		})),
	);
	const [skus, subscriptions, users, groups] = replies.map(valuesOf);
	const rows = (skus ?? []).map((sku) => {
		const skuId = String(sku.skuId);
		const name = productOf(skuId)?.name ?? skuId;
		const total = (sku.prepaidUnits as { enabled: number }).enabled;
		const available = total - Number(sku.consumedUnits);
		return {
			Tenant: tenant,
			License: name,
			CountUsed: String(sku.consumedUnits),
			CountAvailable: available,
			TotalLicenses: String(total),
			skuId,
			skuPartNumber: name,
			availableUnits: available,
			TermInfo: (sku.subscriptionIds as string[]).map((id) =>
				term(
					subscriptions.find((each) => each.id === id),
					now,
				),
			),
			AssignedUsers: listOrNull(holders(users, skuId).map(userInfo)),
			AssignedGroups: listOrNull(holders(groups, skuId).map(groupInfo)),
			ServicePlans: sku.servicePlans,
		};
	});
	return rows.sort((a, b) => a.License.localeCompare(b.License));
}

function valuesOf({ body }: BatchReply): Row[] {
	return (body as { value?: Row[] }).value ?? [];
}

function holders(rows: Row[], skuId: string): Row[] {
	return rows
		.filter(({ assignedLicenses }) =>
			(assignedLicenses as Array<{ skuId: string }>).some((each) => each.skuId === skuId),
		)
		.sort((a, b) => String(a.displayName).localeCompare(String(b.displayName)));
}

const listOrNull = (rows: Row[]) => (rows.length > 0 ? rows : null);

function userInfo({ displayName, userPrincipalName, id }: Row): Row {
	return { displayName, userPrincipalName, id };
}

function groupInfo(group: Row): Row {
	return {
		displayName: group.displayName,
		calculatedGroupType: groupKind(group).groupType,
		id: group.id,
		onPremisesSyncEnabled: group.onPremisesSyncEnabled === true,
	};
}

function term(subscription: Row | undefined, now: Date): Row {
	const renewal = String(subscription?.nextLifecycleDateTime);
	return {
		Status: subscription?.status ?? null,
		Term: termOf(days(String(subscription?.createdDateTime), renewal)),
		TotalLicenses: subscription?.totalLicenses ?? null,
		DaysUntilRenew: days(now.toISOString(), renewal),
		NextLifecycle: subscription?.nextLifecycleDateTime ?? null,
		CreatedDateTime: subscription?.createdDateTime ?? null,
		IsTrial: subscription?.isTrial ?? null,
		SubscriptionId: subscription?.id ?? null,
		CSPSubscriptionId: subscription?.commerceSubscriptionId ?? null,
		OCPSubscriptionId: subscription?.ocpSubscriptionId ?? null,
	};
}

function days(from: string, until: string): number {
	return Math.trunc((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

/** CIPP knows the term of a subscription by its length alone. */
function termOf(length: number): string {
	if (length >= 36 && length <= 1089) return 'Yearly';
	if (length >= 1090 && length <= 1100) return '3 Year';
	return length >= 25 && length <= 35 ? 'Monthly' : 'Term unknown or non-NCE license';
}

interface LicenseChange {
	add: string[];
	remove: string[];
}

function bulkLicense({ instance, body }: Call): Answer {
	const items = Array.isArray(body) ? body : [body];
	const tenants = [...new Set(items.map((item) => String(read(item, 'tenantFilter') ?? '')))];
	try {
		return ok({
			Results: tenants.flatMap((tenant) =>
				changeInTenant(
					instance.placeFor(tenant).ask,
					tenant,
					items.filter((item) => String(read(item, 'tenantFilter') ?? '') === tenant),
				),
			),
		});
	} catch (error) {
		if (!(error instanceof LookupFailed)) throw error;
		return failed(400, { Results: [`Failed to process bulk license operation: ${error.message}`] });
	}
}

class LookupFailed extends Error {}

function changeInTenant(ask: Requests, tenant: string, items: unknown[]): string[] {
	const people = lookUp(ask, tenant, items.map(userIdOf).filter(Boolean));
	const lines: string[] = [];
	const changes: Array<{ user: Row; change: LicenseChange }> = [];
	// CIPP keeps the changes of the item before when an item's operation is not one it knows.
	let change: LicenseChange = { add: [], remove: [] };
	for (const item of items) {
		const id = userIdOf(item);
		const user = people.find((each) => String(each.id).toLowerCase() === id.toLowerCase());
		if (!id) lines.push(`No valid user ID found in request for tenant ${tenant}`);
		else if (!user) lines.push(`User ${id} not found in tenant ${tenant}`);
		else {
			change = changeOf(item, user) ?? change;
			if (change.add.length > 0 || change.remove.length > 0) changes.push({ user, change });
			else lines.push(`No license changes needed for user ${String(user.userPrincipalName)}`);
		}
	}
	return [...lines, ...changes.map(({ user, change: wanted }) => assign(ask, user, wanted))];
}

function userIdOf(item: unknown): string {
	const given = read(item, 'userIds');
	const [id] = (Array.isArray(given) ? given : [given]).filter(Boolean);
	return id === undefined ? '' : String(id);
}

function lookUp(ask: Requests, tenant: string, ids: string[]): Row[] {
	const chunks = Array.from({ length: Math.ceil(ids.length / 15) }, (_, index) =>
		ids.slice(index * 15, index * 15 + 15),
	);
	const items = chunks.map((chunk, index) => ({
		id: `UserLookup${index * 15}`,
		method: 'GET',
		url: `users?$filter=${chunk.map((id) => `id eq '${id}'`).join(' or ')}&$top=999`,
	}));
	const replies = tried(
		() => ask.batch(items),
		(words) =>
			`Failed to lookup users before license assignment for tenant ${tenant}. Error: ${words}`,
	);
	const refused = replies.find(({ status }) => status > 299);
	if (refused) {
		const { message } = (refused.body as { error: { message: string } }).error;
		throw new LookupFailed(`Failed to fetch users for chunk ${refused.id}: ${message}`);
	}
	return replies.flatMap(valuesOf);
}

function tried<Result>(work: () => Result, sentence: (words: string) => string): Result {
	try {
		return work();
	} catch (error) {
		throw new LookupFailed(sentence(wordsOf(error)));
	}
}

/** CIPP goes by assignedLicenses, which holds the licences of groups as well. */
function changeOf(item: unknown, user: Row): LicenseChange | undefined {
	const listedIn = (name: string) =>
		((read(item, name) as unknown[] | undefined) ?? [])
			.map((entry) => read(entry, 'value'))
			.filter((value): value is string => typeof value === 'string')
			.map((skuId) => skuId.toLowerCase());
	const assigned = (user.assignedLicenses as Array<{ skuId: string }>).map(({ skuId }) => skuId);
	const held = (skuIds: string[]) => skuIds.filter((skuId) => assigned.includes(skuId));
	switch (String(read(item, 'LicenseOperation') ?? '').toLowerCase()) {
		case 'add':
			return { add: listedIn('Licenses'), remove: [] };
		case 'remove':
			return {
				add: [],
				remove: isTrue(read(item, 'RemoveAllLicenses'))
					? assigned
					: held(listedIn('LicensesToRemove')),
			};
		case 'replace':
			return {
				add: listedIn('Licenses'),
				remove: isTrue(read(item, 'ReplaceAllLicenses'))
					? assigned
					: held(listedIn('LicensesToReplace')),
			};
		default:
			return undefined;
	}
}

/** Where only the usage location is missing, CIPP sets one and tries again. */
function assign(ask: Requests, user: Row, { add, remove }: LicenseChange): string {
	const upn = String(user.userPrincipalName);
	const failure = assignOnce(ask, user, { add, remove });
	if (failure === undefined)
		return `Successfully set licenses for ${upn}. It may take 2–5 minutes before the changes become visible.`;
	if (!/usage ?location/i.test(failure))
		return `Failed to assign licenses for user ${upn}: ${failure}`;
	const url = `users/${String(user.id)}`;
	ask.batch([{ id: '0', method: 'PATCH', url, body: { usageLocation: 'US' } }]);
	const second = assignOnce(ask, user, { add, remove });
	const after = 'after setting usage location';
	return second === undefined
		? `Successfully set licenses for ${upn} ${after}. It may take 2–5 minutes before the changes become visible.`
		: `Failed to assign licenses for user ${upn} ${after}: ${second}`;
}

function assignOnce(ask: Requests, user: Row, { add, remove }: LicenseChange): string | undefined {
	const [reply] = ask.batch([
		{
			id: String(user.id),
			method: 'POST',
			url: `users/${String(user.id)}/assignLicense`,
			body: {
				addLicenses: add.map((skuId) => ({ skuId, disabledPlans: [] })),
				removeLicenses: remove,
			},
		},
	]);
	if (reply.status < 300) return undefined;
	return (reply.body as { error: { message: string } }).error.message;
}
