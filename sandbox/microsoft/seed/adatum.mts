import type { CompanySeed } from './company.mts';

/** The smallest customer: no Teams numbers. */
export const adatum: CompanySeed = {
	company: {
		key: 'adatum',
		name: 'Adatum Corporation',
		domain: 'adatum.example',
		initialDomain: 'adatumcorp.onmicrosoft.com',
		city: 'Manchester',
		country: 'United Kingdom',
		usageLocation: 'GB',
	},
	people: [
		{
			name: 'Sonia Rees',
			title: 'Owner',
			department: 'Management',
			licenses: ['businessPremium'],
			methods: ['microsoftAuthenticator'],
		},
		{
			name: 'Ben Walters',
			title: 'Shop Manager',
			department: 'Retail',
			manager: 'sonia.rees',
			licenses: ['businessStandard'],
			methods: ['phone'],
		},
		{
			name: 'Kelly Krout',
			title: 'Sales Assistant',
			department: 'Retail',
			manager: 'ben.walters',
			licenses: ['businessBasic'],
		},
		{
			name: 'Tony Krijnen',
			title: 'Sales Assistant',
			department: 'Retail',
			manager: 'ben.walters',
			licenses: ['businessBasic'],
		},
		{
			name: 'Renee Lo',
			title: 'Bookkeeper',
			department: 'Finance',
			manager: 'sonia.rees',
			licenses: ['businessStandard'],
		},
		{
			name: 'Stefan Hesse',
			title: 'Workshop Lead',
			department: 'Workshop',
			manager: 'sonia.rees',
			licenses: ['businessBasic'],
		},
		{
			name: 'Amy Alberts',
			title: 'Apprentice',
			department: 'Workshop',
			manager: 'stefan.hesse',
			licenses: [],
		},
		{
			name: 'Orders Inbox',
			account: 'orders',
			enabled: false,
			licenses: [],
			mailbox: { type: 'SharedMailbox' },
			oneDrive: false,
			grants: [{ to: 'ben.walters', right: 'FullAccess' }],
		},
	],
	groups: [
		{ name: 'Shop', kind: 'distribution', members: ['ben.walters', 'kelly.krout', 'tony.krijnen'] },
		{ name: 'Accounts', kind: 'security', members: ['renee.lo'] },
	],
	roles: { 'Global Administrator': ['sonia.rees'] },
	subscriptions: { businessPremium: 1, businessStandard: 3, businessBasic: 4 },
};
