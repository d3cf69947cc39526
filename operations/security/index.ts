import { appApproval, appPermissionSet } from './app-approval';
import { appConsent, application } from './application';
import { authenticationMethod, defenderConnector } from './authentication-method';
import { conditionalAccessPolicy } from './conditional-access-policy';
import { conditionalAccessTemplate } from './conditional-access-template';
import { directoryObject, directorySync } from './directory-object';
import { namedLocation } from './named-location';
import { secureScore } from './secure-score';
import { incident, securityAlert } from './security-alert';
import { testResult } from './test-result';
import { opensAt, type Resource } from '../vocabulary';
import { vulnerabilityException } from './vulnerability-exception';

/** Who and what gets into a tenant, what went wrong there, and how well it is guarded. */
export const security: Resource[] = opensAt(conditionalAccessPolicy, [
	appApproval,
	appConsent,
	appPermissionSet,
	application,
	authenticationMethod,
	conditionalAccessTemplate,
	defenderConnector,
	directoryObject,
	directorySync,
	incident,
	namedLocation,
	secureScore,
	securityAlert,
	testResult,
	vulnerabilityException,
	conditionalAccessPolicy,
]);
