import type { Tenant } from '../state/tenant.mts';
import { adatum } from './adatum.mts';
import { tenant } from './company.mts';
import { contoso } from './contoso.mts';
import { fabrikam } from './fabrikam.mts';
import { northwind, woodgrove } from './partner.mts';

/** All tenants in their first state; the same ids every time. */
export function seed(): Tenant[] {
	return [tenant(northwind), tenant(contoso), tenant(fabrikam), tenant(adatum), tenant(woodgrove)];
}
