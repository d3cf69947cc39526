import { dnsSettings, domain } from './domain';
import { enterpriseApplication } from './enterprise-application';
import { gdapInvite, gdapRelationship, gdapRole, gdapRoleTemplate } from './gdap';
import { tenantGroup } from './tenant-group';
import {
	cspLicense,
	report,
	serviceHealth,
	tenantOffboarding,
	tenantOnboarding,
} from './tenant-onboarding';
import { tenantSettings, tenantVariable } from './tenant-settings';
import { opensAt, type Resource } from '../vocabulary';

/** Customers as a whole: how they come and go, what CIPP knows of them, and access to them. */
export const tenants: Resource[] = opensAt(tenantSettings, [
	cspLicense,
	dnsSettings,
	domain,
	enterpriseApplication,
	gdapInvite,
	gdapRelationship,
	gdapRole,
	gdapRoleTemplate,
	report,
	serviceHealth,
	tenantGroup,
	tenantOffboarding,
	tenantOnboarding,
	tenantVariable,
	tenantSettings,
]);
