import { attempt } from '../../cipp/attempt';
import { tenantOf, type CippRequest } from '../../cipp/request';
import { rowsOf } from '../../cipp/rows';
import type { SharedReads } from '../../cipp/shared-reads';
import { NotAsWanted } from '../errors';

/** What lists over all tenants are read from: a type of CIPP's report database, which someone has to collect. */
const types: Record<string, string> = {
	listappprotectionpolicies: 'IntuneAppProtectionPolicyGroups',
	listapps: 'IntuneApplications',
	listassignmentfilters: 'IntuneAssignmentFilters',
	listcalendarpermissions: 'CalendarPermissions',
	listcompliancepolicies: 'IntuneDeviceCompliancePolicies',
	listcvemanagement: 'DefenderCVEs',
	listgroups: 'Groups',
	listintunepolicy: 'IntunePolicyGroups',
	listintunereusablesettings: 'IntuneReusableSettings',
	listintunescript: 'IntuneScriptGroups',
	listmailboxes: 'Mailboxes',
	listmailboxforwarding: 'Mailboxes',
	listmailboxpermissions: 'Mailboxes',
	listmdeonboarding: 'MDEOnboarding',
	listsecurescorereport: 'SecureScore',
	listsharedmailboxaccountenabled: 'Mailboxes',
	listteams: 'Teams',
	listteamsactivity: 'TeamsUserActivityUser',
	listteamsvoice: 'TeamsVoice',
	listtenantallowblocklist: 'ExoTenantAllowBlockList',
};

const siteTypes: Record<string, string> = {
	sharepointsiteusage: 'SharePointSiteListing',
	onedriveusageaccount: 'OneDriveSiteListing',
};

function typeOf({ endpoint, query }: CippRequest): string | undefined {
	const name = endpoint.toLowerCase();
	return name === 'listsites'
		? siteTypes[String(query?.Type ?? query?.type ?? '').toLowerCase()]
		: types[name];
}

/**
 * For one tenant CIPP says when nothing was collected; for all of them it gives an empty list.
 *
 * @throws {NotAsWanted} when the list is empty because nobody has collected it
 */
export async function rejectUncollected(
	request: CippRequest,
	rows: number,
	reads: SharedReads,
): Promise<void> {
	const type = rows === 0 && tenantOf(request) === 'alltenants' ? typeOf(request) : undefined;
	if (type === undefined) return;
	const query = { tenantFilter: 'AllTenants', countsOnly: 'true', type };
	const look: CippRequest = { method: 'GET', endpoint: 'ListDBCache', query };
	const { value: answer, error } = await attempt(reads.answerTo(look, 'read'));
	if (error) throw error;
	if (rowsOf('ListDBCache', answer).length > 0) return;
	throw new NotAsWanted(
		`${request.endpoint}: CIPP has collected nothing of this yet, for no tenant`,
		`For all tenants CIPP reads what it has collected before. Have it collect "${type}" (Cached Data: Refresh, in the node CIPP Administration), then try again.`,
		{},
	);
}
