import type { Tenant } from '../../cipp/tenants';
import type { Account } from '../person/account';
import type { LabelValue, OffboardingOptions } from './order';

export const offboardingCommand = 'Invoke-CIPPOffboardingJob';

export const licenseCommand = 'Remove-CIPPLicense';

export const taskName = (account: Account): string => `Offboarding: ${account.userPrincipalName}`;

export const licenseTaskName = (account: Account): string =>
	`Remove License: ${account.userPrincipalName}`;

/** People of one tenant who are offboarded in the same way. */
export interface Job {
	tenant: Tenant;
	accounts: Account[];
	options: OffboardingOptions;
}

/** The body of ExecOffboardUser. */
export function requestBody(
	{ tenant, accounts, options }: Job,
	reference: string,
): Record<string, unknown> {
	return {
		...options,
		tenantFilter: { value: tenant.defaultDomainName, label: tenant.displayName },
		user: accounts.map(
			(account): LabelValue => ({
				value: account.userPrincipalName,
				label: account.displayName,
			}),
		),
		reference,
	};
}
