import { unrolled } from '../powershell.mts';
import { wordsOf, type Requests, type Row } from '../requests.mts';

/** Get-CIPPMFAState. What cannot be read beside the people is left out without a word. */
export function mfaRows(ask: Requests, tenant: string | null): Row[] {
	const columns =
		'id,userPrincipalName,displayName,accountEnabled,assignedLicenses,perUserMfaState,userType';
	const users = ask.rows(`v1.0/users?$top=999&$select=${columns}`);
	const registrations = silently(() =>
		ask.rows('reports/authenticationMethods/userRegistrationDetails?$top=999'),
	);
	const assignments = silently(() => ask.rows('v1.0/roleManagement/directory/roleAssignments'));
	return users.map((user) => {
		const registration = registrations.find(({ id }) => id === user.id);
		return {
			Tenant: tenant,
			ID: user.id,
			UPN: user.userPrincipalName,
			DisplayName: user.displayName,
			AccountEnabled: user.accountEnabled,
			PerUser: user.perUserMfaState,
			isLicensed: (user.assignedLicenses as unknown[]).length > 0,
			MFARegistration: registration?.isMfaRegistered ?? null,
			MFACapable: registration?.isMfaCapable ?? null,
			MFAMethods: unrolled((registration?.methodsRegistered as string[] | undefined) ?? []),
			CoveredByCA: 'Not Enforced',
			CAPolicies: [],
			CoveredBySD: false,
			IsAdmin: assignments.some(({ principalId }) => principalId === user.id),
			UserType: user.userType,
			// Azure's tables take no # in the name of a row.
			RowKey: String(user.userPrincipalName).replaceAll('#', ''),
			PartitionKey: 'users',
		};
	});
}

/** Rows, or none where Microsoft refuses. */
export function silently(work: () => Row[]): Row[] {
	try {
		return work();
	} catch (error) {
		wordsOf(error);
		return [];
	}
}
