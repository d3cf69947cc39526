import type { Tenant } from '../state/tenant.mts';
import { tenant } from './company.mts';

/**
 * Many customers of the same kind, for tests of size: `customer1.example` and on, each with people
 * `person1@customer1.example` and on. Everyone has a licence, a mailbox and a group.
 *
 * @param tenants how many customers
 * @param people how many people, spread evenly over the customers
 */
export function crowd(tenants: number, people: number): Tenant[] {
	const each = Math.ceil(people / tenants);
	return Array.from({ length: tenants }, (_, index) => {
		const here = Math.min(each, people - index * each);
		return customer(index + 1, here);
	});
}

function customer(number: number, people: number): Tenant {
	const key = `customer${number}`;
	const accounts = Array.from({ length: people }, (_, index) => `person${index + 1}`);
	return tenant({
		company: {
			key,
			name: `Customer ${number}`,
			domain: `${key}.example`,
			initialDomain: `${key}.onmicrosoft.com`,
			city: 'Springfield',
			country: 'United States',
			usageLocation: 'US',
		},
		people: accounts.map((account, index) => ({
			name: `Person ${index + 1}`,
			account,
			licenses: ['e3'],
		})),
		groups: [{ name: 'Everyone by hand', kind: 'security', members: accounts }],
		subscriptions: { e3: people + 5 },
	});
}
