import { inGraph, type SecondLook } from './answer';
import type { Picker } from './field';

/** Where a picker's list comes from, and what of a row is shown and taken. */
export interface PickerSource {
	endpoint: string;
	query?: Record<string, string>;
	/** Null: the list is the same for every tenant. */
	tenant: string | null;
	/** Columns that make the label, the first that are filled in; the second stands in brackets. */
	label: [string, string?];
	value: string;
	/** Microsoft Graph searches and pages; else the whole list is searched here. */
	searches?: string[];
	/** An empty list may be a refusal. */
	empty?: SecondLook;
	/** How the other two ways of giving it are called. */
	byName: { label: string; example: string };
}

const id = { label: 'By ID', example: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000' };

/** Pages of fifty from Microsoft Graph through CIPP, so that a hundred thousand rows stay quick. */
const graph = (
	endpoint: string,
	label: [string, string?],
	value: string,
	searches: string[],
): PickerSource => ({
	endpoint: 'ListGraphRequest',
	query: {
		Endpoint: endpoint,
		$select: [...new Set(['id', ...label.filter(Boolean), value])].join(','),
		$top: '50',
	},
	tenant: 'tenantFilter',
	label,
	value,
	searches,
	byName: id,
});

export const pickerSources: Record<Exclude<Picker, 'tenants'>, PickerSource> = {
	users: {
		...graph('users', ['displayName', 'userPrincipalName'], 'userPrincipalName', [
			'displayName',
			'userPrincipalName',
			'surname',
		]),
		byName: { label: 'By UPN', example: 'e.g. jane@contoso.com' },
	},
	groups: graph('groups', ['displayName', 'mail'], 'id', ['displayName', 'mail']),
	devices: graph('deviceManagement/managedDevices', ['deviceName', 'userPrincipalName'], 'id', [
		'deviceName',
	]),
	roles: {
		...graph('roleManagement/directory/roleDefinitions', ['displayName'], 'id', []),
		searches: undefined,
	},
	licenses: {
		endpoint: 'ListLicenses',
		tenant: 'tenantFilter',
		label: ['License', 'skuId'],
		value: 'skuId',
		empty: inGraph('subscribedSkus'),
		byName: id,
	},
	mailboxes: {
		endpoint: 'ListMailboxes',
		tenant: 'tenantFilter',
		label: ['displayName', 'UPN'],
		value: 'UPN',
		byName: { label: 'By UPN', example: 'e.g. info@contoso.com' },
	},
	conditionalAccessPolicies: {
		endpoint: 'ListConditionalAccessPolicies',
		tenant: 'tenantFilter',
		empty: inGraph('identity/conditionalAccess/policies'),
		label: ['displayName', 'state'],
		value: 'id',
		byName: id,
	},
	standardTemplates: {
		endpoint: 'listStandardTemplates',
		tenant: null,
		label: ['templateName', 'GUID'],
		value: 'GUID',
		byName: id,
	},
	intuneTemplates: {
		endpoint: 'ListIntuneTemplates',
		// Without it CIPP gives what it has stored, in which the name has another name.
		query: { View: 'true' },
		tenant: null,
		label: ['displayName', 'GUID'],
		value: 'GUID',
		byName: id,
	},
	scheduledTasks: {
		endpoint: 'ListScheduledItems',
		tenant: null,
		label: ['Name', 'TaskState'],
		value: 'RowKey',
		byName: id,
	},
};
