import type { Send } from '../../cipp/request';
import type { Tenant } from '../../cipp/tenants';
import { readAccount } from '../../cipp/users';
import { InvalidOrder } from '../invalid-order';
import { accountOf, type Account } from '../person/account';

/** People looked up at the same time; those of one tenant share a request (`accounts-together.ts`). */
export const lookedUpAtOnce = 20;

/** @throws {InvalidOrder} when the tenant has no such user */
export async function findAccount(user: string, tenant: Tenant, send: Send): Promise<Account> {
	const row = await readAccount(send, tenant.defaultDomainName, user);
	if (row) return accountOf(row);
	throw new InvalidOrder(
		'user',
		`There is no user "${user}" in ${tenant.displayName} (${tenant.defaultDomainName})`,
		'Check the spelling and the tenant. CIPP itself would accept the name and fail later.',
	);
}
