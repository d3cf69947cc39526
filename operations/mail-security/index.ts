import { allowBlockList } from './allow-block-list';
import { allowBlockListTemplate } from './allow-block-list-template';
import { antiPhishing } from './anti-phishing';
import { connectionFilter } from './connection-filter';
import { connectionFilterTemplate } from './connection-filter-template';
import { mailConnector } from './mail-connector';
import { mailConnectorTemplate } from './mail-connector-template';
import { malwareFilter } from './malware-filter';
import { quarantine } from './quarantine';
import { quarantinePolicy } from './quarantine-policy';
import { safeAttachments } from './safe-attachments';
import { safeLinksPolicy } from './safe-links-policy';
import { safeLinksTemplate } from './safe-links-template';
import { spamFilter } from './spam-filter';
import { spamFilterTemplate } from './spam-filter-template';
import { transportRule } from './transport-rule';
import { transportRuleTemplate } from './transport-rule-template';
import { opensAt, type Resource } from '../vocabulary';

/** What lets mail in, holds it back or sends it another way. */
export const mailSecurity: Resource[] = opensAt(quarantine, [
	transportRule,
	transportRuleTemplate,
	mailConnector,
	mailConnectorTemplate,
	spamFilter,
	spamFilterTemplate,
	antiPhishing,
	malwareFilter,
	safeLinksPolicy,
	safeLinksTemplate,
	safeAttachments,
	connectionFilter,
	connectionFilterTemplate,
	allowBlockList,
	allowBlockListTemplate,
	quarantinePolicy,
	quarantine,
]);
