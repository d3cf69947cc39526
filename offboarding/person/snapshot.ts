import { mapBounded } from '../../cipp/bounded';
import { isObject } from '../../cipp/body';
import type { Clock, Send } from '../../cipp/request';
import type { Row } from '../../cipp/rows';
import type { Tenant } from '../../cipp/tenants';
import { pathSegment, readAccount } from '../../cipp/users';
import { readGraph, type GraphAnswers } from './graph-bulk';
import { isRead, readPart, type NotRead, type Part } from './part';
import * as exchange from './snapshot-exchange';
import {
	snapshotSchema,
	type Device,
	type GroupKind,
	type OneDrive,
	type OwnedGroup,
	type Person,
	type Profile,
	type Snapshot,
	type SnapshotGroup,
	type SnapshotLicense,
	type SnapshotMailbox,
	type SnapshotRole,
	type TeamsNumber,
} from './snapshot-shape';
import { CannotRead, StateReader } from './state-reader';
import { accountOf, licensesOf, timeOf, type Account } from './account';
import { InvalidOrder } from '../invalid-order';

export type { Snapshot } from './snapshot-shape';

/** Lists of one person that are read at the same time. */
const readingsAtOnce = 4;

/**
 * Takes a snapshot of a person (docs/cipp.md, An offboarding). Only reads; what cannot be read is named as such.
 *
 * @param user user principal name or object ID
 * @throws {InvalidOrder} when the tenant has no such user
 */
export async function takeSnapshot(
	tenant: Tenant,
	user: string,
	send: Send,
	clock: Clock,
): Promise<Snapshot> {
	const domain = tenant.defaultDomainName;
	const row = await readAccount(send, domain, user);
	if (!row) {
		throw new InvalidOrder(
			'user',
			`There is no user "${user}" in ${tenant.displayName} (${domain})`,
			'Check the spelling and the tenant.',
		);
	}
	const account = accountOf(row);
	const takenAt = clock.now().toISOString();
	const state = new StateReader(send, { account, tenant }, row);
	const graph = await readPart(readGraph(send, domain, graphPaths(account)));
	const groups = fromGraph(graph, (answers) => groupsFrom(answers.many('groups')));
	const parts = await readAll({
		licenses: () => readLicenses(row, groups, state),
		ownedGroups: () => readOwnedGroups(graph, account, send, domain),
		roles: () => readRoles(state, account),
		mailbox: () => exchange.readMailbox(state),
		automaticReply: () => exchange.readAutomaticReply(state),
		inboxRules: () => exchange.readInboxRules(state),
		mailboxDelegates: () => exchange.readMailboxDelegates(state),
		calendarDelegates: () => exchange.readCalendarDelegates(state, account),
		mailboxesOfOthers: () => exchange.readElsewhere(state.mailboxesElsewhere()),
		calendarsOfOthers: () => exchange.readElsewhere(state.calendarsElsewhere()),
		mobileDevices: () => exchange.readMobileDevices(state),
		authenticationMethods: () => readMethods(state),
		perUserMfa: () => readPerUserMfa(state, account),
		teamsNumbers: () => readTeamsNumbers(state),
	});
	const { id, userPrincipalName, displayName, isSynced, sessionsValidFrom, passwordChanged } =
		account;
	return {
		schema: snapshotSchema,
		takenAt,
		tenant: {
			defaultDomainName: domain,
			displayName: tenant.displayName,
			customerId: tenant.customerId,
		},
		user: {
			id,
			userPrincipalName,
			displayName,
			accountEnabled: row.accountEnabled === true,
			isSynced,
			hasImmutableId: Boolean(row.onPremisesImmutableId),
			sessionsValidFrom,
			passwordChanged,
		},
		profile: fromGraph(graph, (answers) => profileFrom(answers.one('profile'))),
		manager: noneIfAbsent(fromGraph(graph, (answers) => personFrom(answers.one('manager')))),
		directReports: fromGraph(graph, (answers) => answers.many('directReports').map(personFrom)),
		lastSignIn: fromGraph(graph, (answers) => lastSignInFrom(answers.one('signIn'))),
		groups,
		devices: fromGraph(graph, devicesFrom),
		oneDrive: fromGraph(graph, (answers) => oneDriveFrom(answers.one('oneDrive'))),
		...parts,
		...withoutMailbox(parts),
	};
}

/** Exchange calls every list of someone without a mailbox a failure. */
function withoutMailbox<T extends { mailbox: Part<SnapshotMailbox> }>(parts: T): Partial<T> {
	if (isRead(parts.mailbox) || !parts.mailbox.absent) return {};
	const names = [
		'automaticReply',
		'inboxRules',
		'mailboxDelegates',
		'calendarDelegates',
		'mobileDevices',
	];
	const unread = Object.entries(parts).filter(
		([name, part]) => names.includes(name) && !isRead(part as Part<unknown>),
	);
	return Object.fromEntries(
		unread.map(([name, part]) => [name, { ...(part as NotRead), absent: true }]),
	) as Partial<T>;
}

const profileColumns = [
	'givenName',
	'surname',
	'jobTitle',
	'department',
	'companyName',
	'officeLocation',
	'city',
	'country',
	'usageLocation',
	'employeeId',
	'employeeType',
	'mobilePhone',
	'businessPhones',
	'mail',
	'mailNickname',
	'proxyAddresses',
	'otherMails',
	'preferredLanguage',
	'userType',
	'createdDateTime',
];
const groupColumns =
	'id,displayName,mail,mailEnabled,securityEnabled,groupTypes,membershipRule,onPremisesSyncEnabled,isAssignableToRole,assignedLicenses,resourceProvisioningOptions';

function graphPaths(account: Account): Record<string, string> {
	const user = `users/${pathSegment(account.id)}`;
	return {
		profile: `${user}?$select=${profileColumns.join(',')}`,
		// Apart from the profile: a tenant without Entra ID P1 refuses this column.
		signIn: `${user}?$select=id,signInActivity`,
		manager: `${user}/manager?$select=id,userPrincipalName,displayName`,
		directReports: `${user}/directReports?$select=id,userPrincipalName,displayName`,
		groups: `${user}/memberOf/microsoft.graph.group?$select=${groupColumns}`,
		owned: `${user}/ownedObjects`,
		devices: `${user}/registeredDevices`,
		intune: `${user}/managedDevices`,
		oneDrive: `${user}/drive`,
	};
}

type Readings = Record<string, () => Promise<unknown>>;
type Read<T extends Readings> = { [Name in keyof T]: Part<Awaited<ReturnType<T[Name]>>> };

async function readAll<T extends Readings>(readings: T): Promise<Read<T>> {
	const names = Object.keys(readings);
	const parts = await mapBounded(
		names,
		readingsAtOnce,
		async (name) => await readPart(readings[name]()),
	);
	return Object.fromEntries(names.map((name, index) => [name, parts[index]])) as Read<T>;
}

/** The whole call may have failed, or only this part of it. */
function fromGraph<T>(graph: Part<GraphAnswers>, take: (answers: GraphAnswers) => T): Part<T> {
	if (!isRead(graph)) return graph;
	try {
		return take(graph);
	} catch (error) {
		if (error instanceof CannotRead) {
			const isAbsent = error.reason === 'notThere' ? { absent: true as const } : {};
			return { notRead: error.message, ...isAbsent };
		}
		return { notRead: String(error) };
	}
}

/** Microsoft answers "does not exist" where someone has no manager. */
function noneIfAbsent<T>(part: Part<T>): Part<T | null> {
	return !isRead(part) && part.absent ? null : part;
}

function profileFrom(row: Row): Profile {
	const entries = profileColumns.flatMap((name): Array<[string, string | string[]]> => {
		const value = row[name];
		if (typeof value === 'string' && value !== '') return [[name, value]];
		if (Array.isArray(value) && value.length > 0) return [[name, value.map(String)]];
		return [];
	});
	return Object.fromEntries(entries);
}

function personFrom(row: Row): Person {
	return {
		id: text(row.id),
		userPrincipalName: text(row.userPrincipalName),
		displayName: text(row.displayName),
	};
}

function lastSignInFrom(row: Row): string | null {
	const activity = isObject(row.signInActivity) ? row.signInActivity : {};
	const times = [activity.lastSignInDateTime, activity.lastNonInteractiveSignInDateTime]
		.map(timeOf)
		.filter((time): time is string => time !== null);
	return times.sort().at(-1) ?? null;
}

export function groupsFrom(rows: Row[]): SnapshotGroup[] {
	return rows
		.map((row) => ({
			id: text(row.id),
			displayName: text(row.displayName),
			mail: text(row.mail) || null,
			kind: kindOf(row),
			isDynamic: Boolean(row.membershipRule) || list(row.groupTypes).includes('DynamicMembership'),
			isSynced: row.onPremisesSyncEnabled === true,
			licenses: licensesOf(row),
			isRoleAssignable: row.isAssignableToRole === true,
		}))
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
}

function kindOf(row: Row): GroupKind {
	if (list(row.groupTypes).includes('Unified')) return 'microsoft365';
	if (row.mailEnabled !== true) return 'security';
	return row.securityEnabled === true ? 'mailEnabledSecurity' : 'distribution';
}

/** Devices stand in two lists; what they share is Entra's device ID. */
function devicesFrom(answers: GraphAnswers): Device[] {
	const enrolled = answers.many('intune');
	const registered = answers.many('devices').map((row): Device => {
		const twin = enrolled.find((other) => other.azureADDeviceId === row.deviceId);
		return {
			name: text(row.displayName),
			entraId: text(row.id),
			intuneId: twin ? text(twin.id) : null,
			system: `${text(row.operatingSystem)} ${text(row.operatingSystemVersion)}`.trim(),
			isCompliant: typeof row.isCompliant === 'boolean' ? row.isCompliant : null,
			lastSeen: timeOf(row.approximateLastSignInDateTime),
		};
	});
	const known = new Set(registered.map(({ intuneId }) => intuneId));
	const others = enrolled
		.filter((row) => !known.has(text(row.id)))
		.map(
			(row): Device => ({
				name: text(row.deviceName),
				entraId: null,
				intuneId: text(row.id),
				system: `${text(row.operatingSystem)} ${text(row.osVersion)}`.trim(),
				isCompliant: text(row.complianceState) === 'compliant',
				lastSeen: timeOf(row.lastSyncDateTime),
			}),
		);
	return [...registered, ...others];
}

function oneDriveFrom(row: Row): OneDrive {
	const used = isObject(row.quota) ? Number(row.quota.used) : NaN;
	return {
		url: text(row.webUrl),
		size: Number.isFinite(used) ? Math.round((used / 2 ** 30) * 100) / 100 : null,
	};
}

async function readOwnedGroups(
	graph: Part<GraphAnswers>,
	account: Account,
	send: Send,
	domain: string,
): Promise<OwnedGroup[]> {
	if (!isRead(graph)) throw new CannotRead('failed', graph.notRead, undefined, graph.permission);
	const rows = graph
		.many('owned')
		.filter((row) => /\.group$/i.test(text(row['@odata.type'])))
		.sort((a, b) => text(a.displayName).localeCompare(text(b.displayName)));
	const owners = await readPart(
		readGraph(
			send,
			domain,
			Object.fromEntries(
				rows.map((row) => [text(row.id), `groups/${text(row.id)}/owners?$select=id`]),
			),
		),
	);
	return rows.map((row) => {
		const others = fromGraph(
			owners,
			(answers) => answers.many(text(row.id)).filter((owner) => owner.id !== account.id).length,
		);
		return {
			id: text(row.id),
			displayName: text(row.displayName),
			kind: kindOf(row),
			isTeam: list(row.resourceProvisioningOptions).includes('Team'),
			otherOwners: isRead(others) ? others : null,
		};
	});
}

async function readLicenses(
	account: Row,
	groups: Part<SnapshotGroup[]>,
	state: StateReader,
): Promise<SnapshotLicense[]> {
	const held = licensesOf(account);
	const seats = held.length === 0 ? [] : await readPart(state.rows('ListLicenses', {}));
	const states = list(account.licenseAssignmentStates).filter(isObject);
	return held.map((skuId) => {
		const own = states.filter((entry) => entry.skuId === skuId);
		const givers = own.map((entry) => text(entry.assignedByGroup)).filter(Boolean);
		const row = isRead(seats) ? seats.find((each) => each.skuId === skuId) : undefined;
		return {
			skuId,
			name: text(row?.License) || skuId,
			direct: own.length === 0 || own.some((entry) => !entry.assignedByGroup),
			groups: givers.map((id) => ({
				id,
				displayName:
					(isRead(groups) ? groups.find((group) => group.id === id)?.displayName : undefined) ?? id,
			})),
			seatsFree: row ? Number(row.CountAvailable) : null,
		};
	});
}

async function readRoles(state: StateReader, account: Account): Promise<SnapshotRole[]> {
	const rows = await state.rows('ListRoles', {});
	return rows.flatMap((row) => {
		const holders = list(row.Members).filter(isObject);
		if (!holders.some((holder) => holder.id === account.id)) return [];
		return [
			{
				id: text(row.Id),
				roleTemplateId: text(row.roleTemplateId),
				displayName: text(row.DisplayName),
				otherHolders: new Set(holders.map((holder) => holder.id).filter((id) => id !== account.id))
					.size,
			},
		];
	});
}

async function readMethods(state: StateReader): Promise<string[]> {
	const rows = await state.authenticationMethods();
	return rows.map((row) =>
		text(row['@odata.type'])
			.replace(/^#?microsoft\.graph\./, '')
			.replace(/AuthenticationMethod$/, ''),
	);
}

async function readPerUserMfa(state: StateReader, account: Account): Promise<string> {
	const [row] = await state.rows('ListPerUserMFA', { userId: account.id });
	const known = text(row?.PerUserMFAState);
	if (known === '') throw new CannotRead('failed', 'CIPP gave no per-user MFA state');
	return known;
}

async function readTeamsNumbers(state: StateReader): Promise<TeamsNumber[]> {
	const rows = await state.teamsNumbers();
	return rows.map((row) => ({ number: text(row.TelephoneNumber), type: text(row.NumberType) }));
}

const text = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
