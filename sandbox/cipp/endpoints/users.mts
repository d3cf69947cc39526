import { productOf } from '../../microsoft/state/product.mts';
import { ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { printedDate } from '../powershell.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { userAddress, wordsOf, type Requests, type Row } from '../requests.mts';
import { listed } from './attempt.mts';
import { groupKind } from './group-kind.mts';

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

const withManager = '$top=999&$expand=manager($select=id,userPrincipalName,displayName)';

/** What Graph refuses is not caught: 500 with its bare text. */
function listUsers({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter');
	if (filter?.toLowerCase() === 'alltenants')
		return ok([
			{
				Message:
					'This function has been deprecated for all users, please use ListGraphRequest instead',
			},
		]);
	const { ask } = instance.placeFor(filter ?? '');
	const id = query.get('UserID');
	// CIPP puts the filter into the address as it is, where & # + and % mean something else.
	if (!id)
		return ok(
			ask.rows(`users?${withManager}&$filter=${query.get('graphFilter') ?? ''}`).map(listedUser),
		);
	const rows = oneUser(ask, id).map(listedUser);
	if (!query.has('IncludeLogonDetails')) return ok(rows);
	const logon = lastLogon(
		ask,
		rows.map(({ userPrincipalName }) => userPrincipalName),
	);
	return ok(rows.map((row) => ({ ...row, ...logon })));
}

/** With its columns, and where that fails, for whatever reason, without. */
function oneUser(ask: Requests, id: string): Row[] {
	const address = userAddress(id, `?${withManager}`);
	try {
		return ask.rows(`${address}&$select=${columnsOfOne.join(',')}`);
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		return ask.rows(address);
	}
}

function listedUser(row: Row): Row {
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

interface AuditData {
	CreationTime: string;
	Operation: string;
	ResultStatus: string;
	Workload: string;
	ApplicationId: string;
	ErrorNumber: number;
}

/** The last sign-in that the audit log knows; CIPP knows only a few applications by name. */
function lastLogon(ask: Requests, UserIds: unknown[]): Row {
	const records = ask.cmdlet('Search-UnifiedAuditLog', { UserIds }) as Array<{
		CreationDate: string;
		AuditData: string;
	}>;
	const last = records.sort((a, b) => a.CreationDate.localeCompare(b.CreationDate)).at(-1);
	const data = last ? (JSON.parse(last.AuditData) as AuditData) : undefined;
	return {
		LastSigninApplication: `${data?.Workload ?? ''} - ${data?.ApplicationId ?? ''} `,
		LastSigninDate: printedDate(data?.CreationTime),
		LastSigninStatus: data?.Operation ?? null,
		LastSigninResult: data?.ResultStatus ?? null,
		LastSigninFailureReason:
			data?.ErrorNumber === 0 ? 'Successfully signed in' : (data?.ErrorNumber ?? null),
	};
}

function listUserGroups({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const address = userAddress(
		query.get('userId') ?? '',
		'/memberOf/$/microsoft.graph.group?$orderby=displayName asc',
	);
	return ok(
		ask.rows(address, 'first').map((group) => ({
			id: group.id,
			DisplayName: group.displayName,
			MailEnabled: group.mailEnabled,
			Mail: group.mail,
			SecurityGroup: group.securityEnabled,
			GroupTypes: (group.groupTypes as string[]).join(','),
			OnPremisesSync: group.onPremisesSyncEnabled,
			IsAssignableToRole: group.isAssignableToRole,
			...groupKind(group),
		})),
	);
}

/** Any error is an empty list here. Dates are text, as PowerShell prints them. */
function listUserDevices({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const id = query.get('UserID') ?? '';
	try {
		const managed = ask.rows(userAddress(id, '/managedDevices'));
		const owned = ask.rows(userAddress(id, '/ownedDevices?$top=999'));
		return ok(owned.map((row) => deviceRow(row, managed)));
	} catch (error) {
		wordsOf(error);
		return ok([]);
	}
}

function deviceRow(row: Row, managed: Row[]): Row {
	return {
		ID: row.id,
		accountEnabled: row.accountEnabled,
		approximateLastSignInDateTime: printedDate(String(row.approximateLastSignInDateTime)),
		createdDateTime: printedDate(String(row.createdDateTime)),
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
		EPMID: managed.find(({ azureADDeviceId }) => azureADDeviceId === row.deviceId)?.id ?? null,
	};
}

/** Only the object id works; a UPN finds nothing. */
function listUserSignIns({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const id = query.get('UserID') ?? '';
	const address = `auditLogs/signIns?$filter=(userId eq '${id}')&$top=${query.get('top') || 50}&$orderby=createdDateTime desc`;
	return listed(
		500,
		() => ask.rows(address, 'first'),
		(words) => `Failed to retrieve Sign In report for user ${id} : Error: ${words}`,
	);
}

/** What cannot be read is left out without a word. */
function listDeletedItems({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const kinds = ['application', 'user', 'group', 'servicePrincipal'];
	const replies = ask.batch(
		kinds.map((id) => ({ id, method: 'GET', url: `directory/deletedItems/microsoft.graph.${id}` })),
	);
	return ok(
		replies
			.filter(({ status }) => status === 200)
			.flatMap(({ id, body }) =>
				(body as { value: Row[] }).value.map((row) => ({
					...row,
					TargetType: `${id[0].toUpperCase()}${id.slice(1)}`,
				})),
			),
	);
}
