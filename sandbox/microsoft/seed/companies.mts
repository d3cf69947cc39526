import type { Tenant } from '../state/tenant.mts';
import { tenant } from './company.mts';

/**
 * Companies beside the seeded ones, all alike, for tests with many people. Everyone has a licence, a mailbox,
 * a group and a manager.
 *
 * @returns the same every time: `company01.example` with `person001@company01.example` and so on; the first
 * person of a company is the manager of its others
 */
export function companies(count: number, people: number): Tenant[] {
	return Array.from({ length: count }, (_, index) => {
		const number = String(index + 1).padStart(2, '0');
		return company(`company${number}`, share(people, count, index));
	});
}

function company(key: string, people: number): Tenant {
	const accounts = Array.from(
		{ length: people },
		(_, index) => `person${String(index + 1).padStart(3, '0')}`,
	);
	const name = `C${key.slice(1, 7)} ${key.slice(7)}`;
	return tenant({
		company: {
			key,
			name,
			domain: `${key}.example`,
			initialDomain: `${key}.onmicrosoft.com`,
			city: 'Seattle',
			country: 'United States',
			usageLocation: 'US',
		},
		people: accounts.map((account, index) => ({
			name: `${name} Person ${index + 1}`,
			account,
			licenses: ['businessPremium'],
			...(index === 0 ? {} : { manager: accounts[0] }),
		})),
		groups: [{ name: 'Everyone', kind: 'security', members: accounts }],
		subscriptions: { businessPremium: people },
	});
}

/** People as evenly spread as they go. */
const share = (people: number, companies: number, index: number): number =>
	Math.floor(people / companies) + (index < people % companies ? 1 : 0);
