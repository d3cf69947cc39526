import { notFound, unknownSegment } from '../errors.mts';
import { identifier } from '../state/identifier.mts';
import { productOf } from '../state/product.mts';
import type { Tenant } from '../state/tenant.mts';
import { userResource, type Found, type Resource } from './resources.mts';

/** directory/deletedItems and directory/subscriptions. */
export function inDirectory(tenant: Tenant, id: string | undefined, rest: string[]): Found {
	if (id?.toLowerCase() === 'subscriptions') return { many: subscriptions(tenant) };
	if (id?.toLowerCase() !== 'deleteditems') throw unknownSegment('directory');
	const [type] = rest;
	if (/^[0-9a-f-]{36}$/i.test(type ?? '')) {
		const one = deletedUserResources(tenant).find((each) => each.id === type.toLowerCase());
		if (!one) throw notFound(type);
		return { one };
	}
	if (type && type.toLowerCase() !== 'microsoft.graph.user') return { many: [] };
	return { many: deletedUserResources(tenant) };
}

/** Deleted users as the directory's bin shows them: the UPN has the id in front. */
export function deletedUserResources(tenant: Tenant): Resource[] {
	return tenant.deletedUsers.map(({ user, deletedDateTime }) => ({
		...userResource(tenant, user),
		userPrincipalName: `${user.id.replaceAll('-', '')}${user.userPrincipalName}`,
		deletedDateTime,
	}));
}

function subscriptions(tenant: Tenant): Resource[] {
	return tenant.subscriptions.map(({ skuId, total }) => ({
		id: identifier(`${tenant.customerId}/${skuId}`),
		skuId,
		skuPartNumber: productOf(skuId)?.partNumber ?? skuId,
		status: 'Enabled',
		totalLicenses: total,
		isTrial: false,
		createdDateTime: '2024-09-03T00:00:00Z',
		nextLifecycleDateTime: '2025-09-03T00:00:00Z',
		commerceSubscriptionId: null,
		ocpSubscriptionId: null,
	}));
}
