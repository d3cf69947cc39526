import { dlpPolicy } from './dlp-policy';
import { dlpPolicyTemplate } from './dlp-policy-template';
import { messageEncryption } from './message-encryption';
import { purviewRetentionPolicy } from './purview-retention-policy';
import { purviewRetentionTemplate } from './purview-retention-template';
import { sensitiveInfoType } from './sensitive-info-type';
import { sensitiveInfoTypeTemplate } from './sensitive-info-type-template';
import { sensitivityLabel } from './sensitivity-label';
import { sensitivityLabelTemplate } from './sensitivity-label-template';
import { opensAt, type Resource } from '../vocabulary';

/** Purview: what must not leak, and what must be kept. */
export const compliance: Resource[] = opensAt(sensitiveInfoTypeTemplate, [
	dlpPolicy,
	dlpPolicyTemplate,
	messageEncryption,
	purviewRetentionPolicy,
	purviewRetentionTemplate,
	sensitivityLabel,
	sensitivityLabelTemplate,
	sensitiveInfoType,
	sensitiveInfoTypeTemplate,
]);
