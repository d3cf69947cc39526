import { accessCheck } from './access-check';
import { backend } from './backend';
import { backupConfiguration } from './backup-configuration';
import { branding } from './branding';
import { customDataConfiguration } from './custom-data-configuration';
import { directoryExtension } from './directory-extension';
import { durableFunction } from './durable-function';
import { featureFlag } from './feature-flag';
import { jitAdminConfiguration } from './jit-admin-configuration';
import { licenseExclusion } from './license-exclusion';
import { logConfiguration } from './log-configuration';
import { notificationConfiguration } from './notification-configuration';
import { partnerWebhook } from './partner-webhook';
import { passwordConfiguration } from './password-configuration';
import { samCertificate } from './sam-certificate';
import { schemaExtension } from './schema-extension';
import { tenantExclusion } from './tenant-exclusion';
import { opensAt, type Resource } from '../vocabulary';

/** How CIPP itself is set up and kept. */
export const settings: Resource[] = opensAt(accessCheck, [
	backend,
	backupConfiguration,
	branding,
	customDataConfiguration,
	directoryExtension,
	durableFunction,
	featureFlag,
	jitAdminConfiguration,
	licenseExclusion,
	logConfiguration,
	notificationConfiguration,
	partnerWebhook,
	passwordConfiguration,
	samCertificate,
	schemaExtension,
	tenantExclusion,
	accessCheck,
]);
