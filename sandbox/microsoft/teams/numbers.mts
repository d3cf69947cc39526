import type { Tenant } from '../state/tenant.mts';

/** Teams' own list of telephone numbers, which has other columns than Graph's. */
export function teamsNumbers(tenant: Tenant): Array<Record<string, unknown>> {
	return tenant.phoneNumbers.map(({ telephoneNumber, numberType, city, targetId }) => ({
		TelephoneNumber: telephoneNumber,
		NumberType: numberType,
		AcquiredCapabilities: ['UserAssignment'],
		ActivationState: 'Activated',
		City: city,
		IsoCountryCode: tenant.users.find(({ id }) => id === targetId)?.usageLocation ?? 'US',
		LocationId: null,
		TargetId: targetId,
		TargetType: targetId ? 'User' : null,
		AssignmentStatus: targetId ? 'UserAssigned' : 'Unassigned',
		AcquisitionDate: '2023-05-02T00:00:00Z',
	}));
}
