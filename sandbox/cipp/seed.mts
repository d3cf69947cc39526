import { seed as microsoftSeed } from '../microsoft/seed/seed.mts';
import type { Tenant as MicrosoftTenant } from '../microsoft/state/tenant.mts';
import { permissionReport } from './permission-report.mts';
import type { Tenant } from './tenant.mts';

/** All tenants in their first state, with what CIPP keeps of them; the same ids every time. */
export function seed(): Tenant[] {
	return microsoftSeed().map((tenant) => managed(tenant, kept()[tenant.defaultDomainName]));
}

/** Lets CIPP know a tenant: the very object, so that both floors see the same people. The permission report starts in step with the mailboxes. */
export function managed(tenant: MicrosoftTenant, kept: Partial<Tenant> = {}): Tenant {
	return Object.assign(tenant, {
		isPartner: false,
		excluded: false,
		graphErrorCount: 0,
		lastGraphError: '',
		permissionReport: permissionReport(tenant.users),
		offboardingDefaults: null,
		...kept,
	});
}

/** Made anew each time: what is changed in a sandbox must not outlive its reset. */
const kept = (): Record<string, Partial<Tenant>> => ({
	'northwind.example': { isPartner: true },
	'woodgrove.example': { excluded: true },
	'adatum.example': { permissionReport: null },
	'contoso.example': {
		offboardingDefaults: {
			ConvertToShared: true,
			HideFromGAL: true,
			RevokeSessions: true,
			DisableSignIn: true,
			RemoveGroups: true,
			RemoveLicenses: true,
			KeepCopy: false,
			DeleteUser: false,
		},
	},
});
