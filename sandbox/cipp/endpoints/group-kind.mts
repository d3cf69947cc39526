import type { Row } from '../requests.mts';

/** CIPP's two names for the kind of a group. */
export function groupKind(group: Row): { calculatedGroupType: string; groupType: string } {
	if ((group.groupTypes as string[]).includes('Unified'))
		return { calculatedGroupType: 'm365', groupType: 'Microsoft 365' };
	if (group.mailEnabled && group.securityEnabled)
		return { calculatedGroupType: 'security', groupType: 'Mail-Enabled Security' };
	if (group.securityEnabled) return { calculatedGroupType: 'generic', groupType: 'Security' };
	return { calculatedGroupType: 'distributionList', groupType: 'Distribution List' };
}
