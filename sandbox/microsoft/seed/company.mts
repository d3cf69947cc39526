import { identifier } from '../state/identifier.mts';
import { products, type ProductKey } from '../state/product.mts';
import type { Device, DirectoryRole, Group, PhoneNumber, Tenant } from '../state/tenant.mts';
import { user, type Company, type Person } from './person.mts';

export interface GroupSeed {
	name: string;
	kind: 'security' | 'mailEnabledSecurity' | 'microsoft365' | 'distribution';
	members: string[];
	owners?: string[];
	dynamicRule?: string;
	synced?: boolean;
	licenses?: ProductKey[];
	assignableToRole?: boolean;
}

export interface DeviceSeed {
	name: string;
	owner: string;
	os: 'Windows' | 'iOS' | 'Android' | 'macOS';
	managed?: boolean;
}

export interface CompanySeed {
	company: Company;
	people: Person[];
	groups: GroupSeed[];
	devices?: DeviceSeed[];
	roles?: Record<string, string[]>;
	/** Teams number and the account it is assigned to. */
	numbers?: Array<{ number: string; account?: string }>;
	subscriptions: Partial<Record<ProductKey, number>>;
}

/** Builds a tenant from its seed. */
export function tenant(template: CompanySeed): Tenant {
	// A copy: what is changed in a sandbox must not outlive its reset.
	const seed = structuredClone(template);
	const { company } = seed;
	const users = seed.people.map((person) => user(company, person));
	return {
		customerId: identifier(`${company.key}/tenant`),
		displayName: company.name,
		defaultDomainName: company.domain,
		initialDomainName: company.initialDomain,
		users,
		groups: seed.groups.map((group) => groupOf(company, group)),
		devices: (seed.devices ?? []).map((device) => deviceOf(company, device)),
		roles: Object.entries(roleTemplates).map(([name, template]) =>
			roleOf(company, name, template, seed.roles?.[name] ?? []),
		),
		phoneNumbers: (seed.numbers ?? []).map(
			({ number, account }): PhoneNumber => ({
				telephoneNumber: number,
				numberType: 'CallingPlan',
				city: company.city,
				targetId: account ? userId(company, account) : null,
			}),
		),
		subscriptions: Object.entries(seed.subscriptions).map(([key, total]) => ({
			skuId: products[key as ProductKey].skuId,
			total: total ?? 0,
		})),
		deletedUsers: [],
		missingExchangeRoles: ['Audit Logs'],
		createdDateTime: '2019-11-04T10:15:00Z',
	};
}

function userId(company: Company, account: string): string {
	return identifier(`${company.key}/user/${account}`);
}

function groupOf(company: Company, seed: GroupSeed): Group {
	const mailEnabled = seed.kind !== 'security';
	const nickname = seed.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	return {
		id: identifier(`${company.key}/group/${seed.name}`),
		displayName: seed.name,
		description: null,
		mail: mailEnabled ? `${nickname}@${company.domain}` : null,
		mailNickname: nickname,
		mailEnabled,
		securityEnabled: seed.kind === 'security' || seed.kind === 'mailEnabledSecurity',
		groupTypes: [
			...(seed.kind === 'microsoft365' ? ['Unified'] : []),
			...(seed.dynamicRule ? ['DynamicMembership'] : []),
		],
		membershipRule: seed.dynamicRule ?? null,
		onPremisesSyncEnabled: seed.synced ? true : null,
		isAssignableToRole: seed.assignableToRole ?? false,
		visibility: seed.kind === 'microsoft365' ? 'Private' : null,
		assignedLicenses: (seed.licenses ?? []).map((key) => products[key].skuId),
		members: seed.members.map((account) => userId(company, account)),
		owners: (seed.owners ?? []).map((account) => userId(company, account)),
		createdDateTime: '2023-03-10T11:00:00Z',
	};
}

function deviceOf(company: Company, { name, owner, os, managed = true }: DeviceSeed): Device {
	const [manufacturer, model, version] = {
		Windows: ['Dell Inc.', 'Latitude 5440', '10.0.22631.4890'],
		iOS: ['Apple', 'iPhone 15', '18.3.1'],
		Android: ['Google', 'Pixel 8', '15'],
		macOS: ['Apple', 'MacBook Air', '15.3.1'],
	}[os];
	const id = identifier(`${company.key}/device/${name}`);
	return {
		id,
		deviceId: identifier(`${id}/device`),
		managedDeviceId: managed ? identifier(`${id}/intune`) : null,
		displayName: name,
		operatingSystem: os,
		operatingSystemVersion: version,
		manufacturer,
		model,
		serialNumber: id.slice(0, 8).toUpperCase(),
		trustType: os === 'Windows' ? 'AzureAd' : 'Workplace',
		isCompliant: managed,
		accountEnabled: true,
		ownerId: userId(company, owner),
		createdDateTime: '2024-01-15T08:00:00Z',
		approximateLastSignInDateTime: '2025-03-03T06:55:00Z',
	};
}

// Microsoft's template ids, which are the same everywhere.
const roleTemplates: Record<string, { id: string; description: string }> = {
	'Global Administrator': {
		id: '62e90394-69f5-4237-9190-012177145e10',
		description:
			'Can manage all aspects of Microsoft Entra ID and Microsoft services that use Microsoft Entra identities.',
	},
	'Exchange Administrator': {
		id: '29232cdf-9323-42fd-ade2-1d097af3e4de',
		description: 'Can manage all aspects of the Exchange product.',
	},
	'User Administrator': {
		id: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
		description:
			'Can manage all aspects of users and groups, including resetting passwords for limited admins.',
	},
	'Helpdesk Administrator': {
		id: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
		description: 'Can reset passwords for non-administrators and Helpdesk Administrators.',
	},
};

function roleOf(
	company: Company,
	displayName: string,
	{ id, description }: { id: string; description: string },
	members: string[],
): DirectoryRole {
	return {
		id: identifier(`${company.key}/role/${displayName}`),
		roleTemplateId: id,
		displayName,
		description,
		members: members.map((account) => userId(company, account)),
	};
}
