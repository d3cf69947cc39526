import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import type { Tenant } from '../tenant.mts';

export const siteEndpoints: Endpoint[] = [
	{ name: 'ListTeamsVoice', role: 'Teams.Voice.Read', answer: listTeamsVoice },
	{ name: 'ListSites', role: 'Sharepoint.Site.Read', answer: listSites },
];

function listTeamsVoice({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter');
	if (filter?.toLowerCase() === 'alltenants' || query.isTrue('UseReportDB')) {
		const tenant = filter?.toLowerCase() === 'alltenants' ? null : instance.managedTenant(filter);
		const tenants = tenant
			? [tenant]
			: filter?.toLowerCase() === 'alltenants'
				? instance.listedTenants()
				: [];
		return ok(
			tenants.flatMap((each) =>
				numberRows(each).map((row) => ({
					...row,
					Tenant: each.defaultDomainName,
					CacheTimestamp: '2025-03-03T02:10:00Z',
				})),
			),
		);
	}
	const tenant = instance.managedTenant(filter);
	// Rows without a number are dropped, the error text of an unknown tenant as well.
	return tenant ? ok(numberRows(tenant)) : failed(403, []);
}

function numberRows(tenant: Tenant): Array<Record<string, unknown>> {
	return tenant.phoneNumbers.map((number) => {
		const user = tenant.users.find(({ id }) => id === number.targetId);
		return {
			TelephoneNumber: number.telephoneNumber,
			NumberType: number.numberType,
			AcquiredCapabilities: ['UserAssignment'],
			ActivationState: 'Activated',
			City: number.city,
			IsoCountryCode: user?.usageLocation ?? 'US',
			LocationId: null,
			TargetId: number.targetId,
			TargetType: number.targetId ? 'User' : null,
			AssignmentStatus: number.targetId ? 'UserAssigned' : 'Unassigned',
			AcquisitionDate: '2023-05-02',
			AssignedTo: user
				? { id: user.id, userPrincipalName: user.userPrincipalName, displayName: user.displayName }
				: 'Unassigned',
			EmergencyLocation: null,
		};
	});
}

/** OneDrive sites only; the seed has no SharePoint sites. */
function listSites({ instance, query }: Call): Answer {
	const type = query.get('Type');
	if (!type) return failed(400, 'Type is required');
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	if (!tenant || type.toLowerCase() === 'sharepointsiteusage') return ok([]);
	if (type.toLowerCase() !== 'onedriveusageaccount')
		return failed(403, [`Resource not found for the segment '${type}'.`]);
	return ok(
		tenant.users.flatMap(({ oneDrive, displayName, userPrincipalName, createdDateTime }) =>
			oneDrive
				? [
						{
							siteId: oneDrive.siteId,
							webId: oneDrive.siteId,
							createdDateTime,
							displayName,
							webUrl: oneDrive.url,
							ownerDisplayName: displayName,
							ownerPrincipalName: userPrincipalName,
							lastActivityDate: '2025-03-02',
							fileCount: oneDrive.fileCount,
							storageUsedInGigabytes: oneDrive.storageGigabytes,
							storageAllocatedInGigabytes: 1024,
							storageUsedInBytes: Math.round(oneDrive.storageGigabytes * 2 ** 30),
							storageAllocatedInBytes: 1024 * 2 ** 30,
							rootWebTemplate: 'Personal Site',
							reportRefreshDate: '2025-03-03',
							AutoMapUrl: null,
						},
					]
				: [],
		),
	);
}
