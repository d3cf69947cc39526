import { dlpPolicy } from './dlp-policy';
import { dlpPolicyTemplate } from './dlp-policy-template';
import { purviewRetentionPolicy } from './purview-retention-policy';
import { purviewRetentionTemplate } from './purview-retention-template';
import { sensitiveInfoType } from './sensitive-info-type';
import { sensitiveInfoTypeTemplate } from './sensitive-info-type-template';
import { sensitivityLabel } from './sensitivity-label';
import { sensitivityLabelTemplate } from './sensitivity-label-template';
import type { Resource } from '../vocabulary';

/** Purview: what must not leak, and what must be kept. */
export const compliance: Resource[] = [
	dlpPolicy,
	dlpPolicyTemplate,
	purviewRetentionPolicy,
	purviewRetentionTemplate,
	sensitivityLabel,
	sensitivityLabelTemplate,
	sensitiveInfoType,
	sensitiveInfoTypeTemplate,
];
