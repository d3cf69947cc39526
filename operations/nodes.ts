import { apiRequest } from './api-request';
import { everyday } from './nodes/cipp';
import { administration } from './nodes/cipp-administration';
import { alerts } from './nodes/cipp-alerts';
import { apps } from './nodes/cipp-apps';
import { compliance } from './nodes/cipp-compliance';
import { devices } from './nodes/cipp-devices';
import { exchange } from './nodes/cipp-exchange';
import { extensions } from './nodes/cipp-extensions';
import { mailSecurity } from './nodes/cipp-mail-security';
import { offboardings } from './nodes/cipp-offboarding';
import { platform } from './nodes/cipp-platform';
import { recipients } from './nodes/cipp-recipients';
import { security } from './nodes/cipp-security';
import { settings } from './nodes/cipp-settings';
import { standards } from './nodes/cipp-standards';
import { teamsSharePoint } from './nodes/cipp-teams-share-point';
import { userLifecycle } from './nodes/cipp-users';
import { tenants } from './nodes/cipp-tenants';
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
