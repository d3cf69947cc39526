import type { Tenant } from '../../cipp/tenants';
import type { Account } from '../person/account';
import { asHtml, asLabel } from './free-text';
import { withoutUnasked, type LabelValue, type OffboardingOptions } from './order';
import { referenceText } from './reference';

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
	labels?: JobLabels;
}

/** What CIPP shows, and does nothing else with: no check may rest on it. */
export interface JobLabels {
	tenant?: string;
	user?: string;
}

/** The body of ExecOffboardUser. */
export function requestBody(
	{ tenant, accounts, options, labels = {} }: Job,
	reference: string,
): Record<string, unknown> {
	const asked = withoutUnasked(options);
	return {
		...asked,
		...(asked.OOO === undefined ? {} : { OOO: asHtml(asked.OOO) }),
		tenantFilter: {
			value: tenant.defaultDomainName,
			label: asLabel(labels.tenant ?? tenant.displayName),
		},
		user: accounts.map(
			({ userPrincipalName, displayName }): LabelValue => ({
				value: userPrincipalName,
				label: asLabel(labels.user ?? displayName),
			}),
		),
		reference: referenceText(reference),
	};
}
