import { TenantDirectory, type Tenant } from '../../cipp/tenants';
import type { Send } from '../../cipp/request';
import { readRows } from '../../cipp/rows';
import { readAccount } from '../../cipp/users';
import { InvalidOrder } from '../invalid-order';
import type { Person, Snapshot } from '../person/snapshot-shape';
import { same } from './fact';
import type { RestoreKind } from './parts';
import type { RestorePlan } from './shape';

/**
 * The tenant that a snapshot or a plan is of, as CIPP knows it now.
 *
 * @throws {UnknownTenant} when CIPP no longer manages it
 * @throws {InvalidOrder} when it names the domain of another customer
 */
export async function tenantNow(
	{ customerId, defaultDomainName }: Snapshot['tenant'],
	send: Send,
): Promise<Tenant> {
	const directory = new TenantDirectory(send);
	// CIPP reports success for a tenant that it does not know.
	const tenant = await directory.resolve(customerId);
	// A tenant may have got another default domain since, but not one of another customer.
	const others = (await directory.all()).filter((other) => other.customerId !== tenant.customerId);
	const isOfOther = others.some(
		(other) =>
			same(other.defaultDomainName, defaultDomainName) ||
			same(other.initialDomainName, defaultDomainName),
	);
	if (!isOfOther) return tenant;
	throw new InvalidOrder(
		'snapshot',
		`It names ${defaultDomainName}, and its customer ID is that of ${tenant.defaultDomainName}`,
		'Give it as Take Snapshot or Preview Restore returned it, unchanged.',
	);
}

/**
 * Who gets it back. A rehire is found by object ID, and may be among the deleted users.
 *
 * @throws {InvalidOrder} when the person is neither there nor in the bin, or is no successor
 */
export async function findTarget(
	{ snapshot, kind, successor = '' }: { snapshot: Snapshot; kind: RestoreKind; successor?: string },
	{ defaultDomainName: domain }: Tenant,
	send: Send,
): Promise<RestorePlan['target']> {
	const named = kind === 'rehire' ? snapshot.user.id : successor.trim();
	const row = named === '' ? null : await readAccount(send, domain, named);
	if (kind === 'successor') return { ...successorIn(row, snapshot, named, domain), exists: true };
	if (row) return { ...personIn(row), exists: true };
	const { id, userPrincipalName, displayName } = snapshot.user;
	if (!(await isDeleted(id, domain, send))) {
		throw new InvalidOrder(
			'snapshot',
			`${userPrincipalName} is neither in the tenant nor among its deleted users`,
			'After 30 days an account is gone. Create a new one, then restore as for a successor.',
		);
	}
	return { id, userPrincipalName, displayName, exists: false };
}

type AccountRow = Awaited<ReturnType<typeof readAccount>>;

function successorIn(row: AccountRow, { user }: Snapshot, named: string, domain: string): Person {
	if (!row) {
		throw new InvalidOrder(
			'successor',
			named === '' ? 'No successor is named' : `There is no user "${named}" in ${domain}`,
			'Give the user principal name of someone in the same tenant.',
		);
	}
	if (row.id !== user.id) return personIn(row);
	throw new InvalidOrder(
		'successor',
		`"${named}" is the person in the snapshot`,
		'Name who follows, or restore the same account.',
	);
}

const personIn = (row: NonNullable<AccountRow>): Person => ({
	id: String(row.id),
	userPrincipalName: String(row.userPrincipalName),
	displayName: String(row.displayName),
});

async function isDeleted(id: string, domain: string, send: Send): Promise<boolean> {
	const deleted = await readRows(send, {
		method: 'GET',
		endpoint: 'ListDeletedItems',
		query: { tenantFilter: domain },
		fresh: true,
	});
	return deleted.some((item) => item.id === id);
}

/**
 * The account of a plan as it is now, by object ID: mailbox, rights and numbers go by the user principal
 * name, which may be someone else's. Null while the account is deleted.
 *
 * @throws {InvalidOrder} when it is gone or renamed, or its name has been given to someone else
 */
export async function targetNow(
	target: RestorePlan['target'],
	{ defaultDomainName: domain }: Tenant,
	send: Send,
): Promise<Person | null> {
	const { id, userPrincipalName, exists } = target;
	const row = await readAccount(send, domain, id);
	if (row && same(String(row.id), id) && same(String(row.userPrincipalName), userPrincipalName))
		return personIn(row);
	if (row) {
		throw madeAgain(
			`${userPrincipalName} has been renamed to ${String(row.userPrincipalName)} since the preview was made`,
		);
	}
	if (exists)
		throw madeAgain(`The account of ${userPrincipalName} is gone since the preview was made`);
	if (await readAccount(send, domain, userPrincipalName)) {
		throw new InvalidOrder(
			'snapshot',
			`The account is deleted, and ${userPrincipalName} belongs to someone else by now`,
			'Give the other account another name first, or restore as for a successor.',
		);
	}
	return null;
}

const madeAgain = (message: string): InvalidOrder =>
	new InvalidOrder('snapshot', message, 'Make the preview again.');
