import { alert } from './alert';
import { alertRule } from './alert-rule';
import { auditLog } from './audit-log';
import { copilot } from './copilot';
import { domainHealth } from './domain-health';
import { shadowAi } from './shadow-ai';
import { snooze } from './snooze';
import { opensAt, type Resource } from '../vocabulary';
import { webhookSubscription } from './webhook-subscription';

/** What CIPP watches and tells: rules, alerts, audit logs, webhooks, the use of AI, and the mail records of domains. */
export const alerts: Resource[] = opensAt(alert, [
	alertRule,
	auditLog,
	copilot,
	domainHealth,
	shadowAi,
	snooze,
	webhookSubscription,
	alert,
]);
