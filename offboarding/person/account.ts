import { isObject } from '../../cipp/body';
import type { Row } from '../../cipp/rows';

/** The person as the tenant knew them before anything was sent. */
export interface Account {
	id: string;
	userPrincipalName: string;
	displayName: string;
	isSynced: boolean;
	/** What later proves that sessions and password are newer; ISO or null. */
	sessionsValidFrom: string | null;
	passwordChanged: string | null;
}

export function accountOf(row: Row): Account {
	return {
		id: String(row.id ?? ''),
		userPrincipalName: String(row.userPrincipalName ?? ''),
		displayName: String(row.displayName ?? ''),
		isSynced: row.onPremisesSyncEnabled === true,
		sessionsValidFrom: timeOf(row.signInSessionsValidFromDateTime),
		passwordChanged: timeOf(row.lastPasswordChangeDateTime),
	};
}

export function timeOf(value: unknown): string | null {
	if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null;
	return new Date(value).toISOString();
}

/** Object IDs of the groups from which an account has licences. */
export function groupsGiving({ licenseAssignmentStates: states }: Row): string[] {
	const all = Array.isArray(states) ? states.filter(isObject) : [];
	return all.flatMap(({ assignedByGroup }) => (assignedByGroup ? [String(assignedByGroup)] : []));
}

/** The licences an account holds, by SKU ID. */
export function licensesOf(row: Row): string[] {
	const assigned = Array.isArray(row.assignedLicenses) ? row.assignedLicenses : [];
	return assigned.filter(isObject).map((license) => String(license.skuId));
}
