import { MicrosoftError } from '../errors.mts';
import type { Moment } from '../moment.mts';
import { graphUser } from '../state/lookup.mts';
import type { Tenant, User } from '../state/tenant.mts';
import { licensedUsers, userResource } from './resources.mts';

/** assignLicense: {addLicenses: [{skuId}], removeLicenses: [skuId]}, all of it or nothing. */
export function assignLicense({ tenant }: Moment, [id]: string[], body: unknown): unknown {
	const user = graphUser(tenant, id);
	const { addLicenses = [], removeLicenses = [] } = (body ?? {}) as {
		addLicenses?: Array<{ skuId: string }>;
		removeLicenses?: string[];
	};
	const added = addLicenses.map(({ skuId }) => skuId.toLowerCase());
	const removed = removeLicenses.map((skuId) => skuId.toLowerCase());
	if (removed.some((skuId) => !user.directLicenses.includes(skuId)))
		throw new MicrosoftError(
			'User license is inherited from a group membership and it cannot be removed directly from the user.',
		);
	for (const skuId of added) checkAvailable(tenant, user, skuId);
	user.directLicenses = [
		...new Set([...user.directLicenses.filter((skuId) => !removed.includes(skuId)), ...added]),
	];
	return userResource(tenant, user);
}

function checkAvailable(tenant: Tenant, user: User, skuId: string): void {
	const subscription = tenant.subscriptions.find((each) => each.skuId === skuId);
	if (!subscription)
		throw new MicrosoftError(`License ${skuId} does not correspond to a valid company License.`);
	if (!user.usageLocation)
		throw new MicrosoftError(
			'License assignment cannot be done for user with invalid usage location.',
		);
	const isFull = licensedUsers(tenant, skuId).length >= subscription.total;
	if (isFull && !user.directLicenses.includes(skuId))
		throw new MicrosoftError(
			`Subscription with SKU ${skuId} does not have any available licenses.`,
		);
}
