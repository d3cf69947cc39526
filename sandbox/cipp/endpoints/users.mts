import { deviceResource, signInResource, type Resource } from '../../microsoft/graph/resources.mts';
import { deletedUserResources } from '../../microsoft/graph/find-directory.mts';
import { graphQuery, run } from '../../microsoft/graph/query.mts';
import { ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { findUser, graphUser, groupsOf } from '../../microsoft/state/lookup.mts';
import { productOf } from '../../microsoft/state/product.mts';
import type { Group } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';

export const userEndpoints: Endpoint[] = [
	{ name: 'ListUsers', role: 'Identity.User.Read', answer: listUsers },
	{ name: 'ListUserGroups', role: 'Identity.User.Read', answer: listUserGroups },
	{ name: 'ListUserDevices', role: 'Identity.User.Read', answer: listUserDevices },
	{ name: 'ListUserSigninLogs', role: 'Identity.User.Read', answer: listUserSignIns },
	{ name: 'ListDeletedItems', role: 'Tenant.Directory.Read', answer: listDeletedItems },
];

/** Columns CIPP asks for when it looks up one user. */
const columnsOfOne = [
	'id',
	'accountEnabled',
	'ageGroup',
	'assignedLicenses',
	'businessPhones',
	'city',
	'companyName',
	'consentProvidedForMinor',
	'country',
	'createdDateTime',
	'department',
	'displayName',
	'employeeHireDate',
	'employeeId',
	'employeeLeaveDateTime',
	'employeeType',
	'faxNumber',
	'givenName',
	'jobTitle',
	'lastPasswordChangeDateTime',
	'legalAgeGroupClassification',
	'mail',
	'mailNickname',
	'mobilePhone',
	'officeLocation',
	'onPremisesDistinguishedName',
	'onPremisesImmutableId',
	'onPremisesLastSyncDateTime',
	'onPremisesSyncEnabled',
	'otherMails',
	'postalCode',
	'preferredLanguage',
	'proxyAddresses',
	'showInAddressList',
	'state',
	'streetAddress',
	'surname',
	'usageLocation',
	'userPrincipalName',
	'userType',
];

function listUsers({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter');
	if (filter?.toLowerCase() === 'alltenants')
		return ok([
			{
				Message:
					'This function has been deprecated for all users, please use ListGraphRequest instead',
			},
		]);
	const tenant = instance.managedTenant(filter);
	if (!tenant) return ok([]);
	const options = { $expand: 'manager($select=id,userPrincipalName,displayName)' };
	const id = query.get('UserID');
	if (id) {
		// Graph's refusal of an unknown user is not caught: 500 with its bare text.
		const { rows } = run(
			tenant,
			graphQuery(`users/${encodeURIComponent(graphUser(tenant, id).id)}`, 'beta', {
				...options,
				$select: columnsOfOne.join(','),
			}),
		);
		const logon = query.has('IncludeLogonDetails') ? lastLogon(tenant, id) : {};
		return ok(rows.map((row) => ({ ...listedUser(row), ...logon })));
	}
	// CIPP puts the filter into the address as it is, where & # + and % mean something else.
	const address = new URL(`https://graph/users?$filter=${query.get('graphFilter') ?? ''}`);
	const $filter = address.searchParams.get('$filter');
	const { rows } = run(
		tenant,
		graphQuery('users', 'beta', $filter ? { ...options, $filter } : options),
		0,
		true,
	);
	return ok(rows.map(listedUser));
}

function listedUser(row: Resource): Resource {
	const [name, domain] = String(row.userPrincipalName).split('@');
	const skuIds = (row.assignedLicenses as Array<{ skuId: string }>).map(({ skuId }) => skuId);
	return {
		...row,
		onPremisesSyncEnabled: row.onPremisesSyncEnabled === true,
		username: name,
		Aliases: (row.proxyAddresses as string[]).join(', '),
		LicJoined: skuIds.map((skuId) => productOf(skuId)?.name ?? '').join(', '),
		primDomain: { value: domain, label: domain },
	};
}

function lastLogon(tenant: Tenant, id: string): Resource {
	const last = findUser(tenant, id)?.signIns[0];
	return {
		LastSigninApplication: last?.appDisplayName ?? ' -  ',
		LastSigninDate: last ? `\n${last.createdDateTime}\n\n` : '',
		LastSigninStatus: last ? 'UserLoggedIn' : null,
		LastSigninResult: last ? 'Success' : null,
		LastSigninFailureReason: last ? 'Successfully signed in' : null,
	};
}

function listUserGroups({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	if (!tenant) return ok([]);
	const user = graphUser(tenant, query.get('userId') ?? '');
	const rows = groupsOf(tenant, user)
		.sort((a, b) => a.displayName.localeCompare(b.displayName))
		.slice(0, 100);
	return ok(
		rows.map((group) => ({
			id: group.id,
			DisplayName: group.displayName,
			MailEnabled: group.mailEnabled,
			Mail: group.mail,
			SecurityGroup: group.securityEnabled,
			GroupTypes: group.groupTypes.join(','),
			OnPremisesSync: group.onPremisesSyncEnabled,
			IsAssignableToRole: group.isAssignableToRole,
			...groupKind(group),
		})),
	);
}

/** CIPP's two names for the kind of a group. */
export function groupKind(group: Group): { calculatedGroupType: string; groupType: string } {
	if (group.groupTypes.includes('Unified'))
		return { calculatedGroupType: 'm365', groupType: 'Microsoft 365' };
	if (group.mailEnabled && group.securityEnabled)
		return { calculatedGroupType: 'security', groupType: 'Mail-Enabled Security' };
	if (group.securityEnabled) return { calculatedGroupType: 'generic', groupType: 'Security' };
	return { calculatedGroupType: 'distributionList', groupType: 'Distribution List' };
}

/** Any error is an empty list here. Dates are text with line ends, as PowerShell prints them. */
function listUserDevices({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	const user = tenant && findUser(tenant, query.get('UserID') ?? '');
	if (!tenant || !user) return ok([]);
	const rows = tenant.devices.filter(({ ownerId }) => ownerId === user.id);
	return ok(
		rows.map((device) => {
			const row = deviceResource(device);
			return {
				ID: row.id,
				accountEnabled: row.accountEnabled,
				approximateLastSignInDateTime: `\n${device.approximateLastSignInDateTime}\n\n`,
				createdDateTime: `\n${device.createdDateTime}\n\n`,
				deviceOwnership: row.deviceOwnership,
				displayName: row.displayName,
				enrollmentType: row.enrollmentType,
				isCompliant: row.isCompliant,
				managementType: row.managementType,
				manufacturer: row.manufacturer,
				model: row.model,
				operatingSystem: row.operatingSystem,
				onPremisesSyncEnabled: false,
				operatingSystemVersion: row.operatingSystemVersion,
				trustType: row.trustType,
				EPMID: device.managedDeviceId,
			};
		}),
	);
}

/** Only the object id works; a UPN finds nothing. */
function listUserSignIns({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	const user = tenant?.users.find(({ id }) => id === query.get('UserID'));
	return ok(
		user
			? user.signIns
					.slice(0, Number(query.get('top') ?? 50))
					.map((signIn) => signInResource(user, signIn))
			: [],
	);
}

function listDeletedItems({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	return ok(
		tenant ? deletedUserResources(tenant).map((row) => ({ ...row, TargetType: 'User' })) : [],
	);
}
