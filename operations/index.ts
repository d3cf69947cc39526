import { apiRequest } from './everyday/api-request';
import { everyday } from './everyday';
import { administration } from './administration';
import { alerts } from './alerts';
import { apps } from './apps';
import { compliance } from './compliance';
import { devices } from './devices';
import { exchange } from './exchange';
import { extensions } from './extensions';
import { mailSecurity } from './mail-security';
import { offboardings } from './offboarding';
import { platform } from './platform';
import { recipients } from './recipients';
import { security } from './security';
import { settings } from './settings';
import { standards } from './standards';
import { teamsSharePoint } from './teams-sharepoint';
import { userLifecycle } from './users';
import { tenants } from './tenants';
import type { Resource } from './vocabulary';

/** Which resources each node has, by the node's name. */
export const nodeResources: Record<string, Resource[]> = {
	cipp: [...everyday, apiRequest],
	cippOffboarding: offboardings,
	cippUsers: userLifecycle,
	cippExchange: exchange,
	cippRecipients: recipients,
	cippMailSecurity: mailSecurity,
	cippCompliance: compliance,
	cippDevices: devices,
	cippApps: apps,
	cippSecurity: security,
	cippTenants: tenants,
	cippStandards: standards,
	cippAlerts: alerts,
	cippTeamsSharePoint: teamsSharePoint,
	cippAdministration: administration,
	cippExtensions: extensions,
	cippSettings: settings,
	cippPlatform: platform,
};
