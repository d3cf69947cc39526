import type { CompanySeed } from './company.mts';

/** The managed service provider itself. */
export const northwind: CompanySeed = {
	company: {
		key: 'northwind',
		name: 'Northwind Managed Services',
		domain: 'northwind.example',
		initialDomain: 'northwindmsp.onmicrosoft.com',
		city: 'Portland',
		country: 'United States',
		usageLocation: 'US',
	},
	people: [
		{
			name: 'Robin Wood',
			title: 'Service Manager',
			department: 'Service Desk',
			licenses: ['e3'],
			methods: ['microsoftAuthenticator', 'fido2'],
		},
		{
			name: 'Carlos Slattery',
			title: 'Engineer',
			department: 'Service Desk',
			manager: 'robin.wood',
			licenses: ['e3'],
			methods: ['microsoftAuthenticator'],
		},
	],
	groups: [
		{ name: 'Service Desk', kind: 'microsoft365', members: ['robin.wood', 'carlos.slattery'] },
	],
	roles: { 'Global Administrator': ['robin.wood'] },
	subscriptions: { e3: 5 },
};

/** A customer that the provider leaves alone. */
export const woodgrove: CompanySeed = {
	company: {
		key: 'woodgrove',
		name: 'Woodgrove Bank',
		domain: 'woodgrove.example',
		initialDomain: 'woodgrovebank.onmicrosoft.com',
		city: 'New York',
		country: 'United States',
		usageLocation: 'US',
	},
	people: [
		{
			name: 'Casey Jensen',
			title: 'Branch Manager',
			department: 'Branches',
			licenses: ['businessPremium'],
		},
	],
	groups: [],
	subscriptions: { businessPremium: 1 },
};
