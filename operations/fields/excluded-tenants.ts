import { tenants, type DeclaredField, type NamedTenants } from '../vocabulary';

/** What runs for all tenants and leaves these out. CIPP compares default domains to the letter, and nothing else. */
export const excludedTenants = (
	help: string,
	named: Partial<NamedTenants> = { groups: true },
): DeclaredField =>
	tenants(
		'Excluded Tenants',
		'excludedTenants',
		{ by: 'defaultDomainName', ...named },
		{ optional: true, placeholder: 'e.g. fabrikam.com, adatum.com', help },
	);
