import type { Part } from './part';

export const snapshotSchema = 'cipp-snapshot/1';

/**
 * Everything known of a person at one moment, as plain JSON without secrets. It is what an offboarding
 * is planned from, compared with and undone by. Each part holds data or says why it was not read.
 */
export interface Snapshot {
	schema: typeof snapshotSchema;
	/** ISO 8601, UTC. */
	takenAt: string;
	tenant: { defaultDomainName: string; displayName: string; customerId: string };
	user: SnapshotUser;
	profile: Part<Profile>;
	manager: Part<Person | null>;
	directReports: Part<Person[]>;
	/** ISO 8601, UTC; null for never, or where Microsoft keeps no record. */
	lastSignIn: Part<string | null>;
	licenses: Part<SnapshotLicense[]>;
	groups: Part<SnapshotGroup[]>;
	ownedGroups: Part<OwnedGroup[]>;
	roles: Part<SnapshotRole[]>;
	mailbox: Part<SnapshotMailbox>;
	automaticReply: Part<AutomaticReply>;
	inboxRules: Part<InboxRule[]>;
	/** Who may use this mailbox. */
	mailboxDelegates: Part<Grant[]>;
	/** Who may see this calendar. */
	calendarDelegates: Part<Grant[]>;
	/** Mailboxes of others that the person may use, as CIPP's cached report has it. */
	mailboxesOfOthers: Part<Elsewhere>;
	calendarsOfOthers: Part<Elsewhere>;
	mobileDevices: Part<MobileDevice[]>;
	devices: Part<Device[]>;
	/** Kinds only, without numbers or keys. */
	authenticationMethods: Part<string[]>;
	/** `disabled`, `enabled` or `enforced`. */
	perUserMfa: Part<string>;
	teamsNumbers: Part<TeamsNumber[]>;
	oneDrive: Part<OneDrive>;
}

export interface SnapshotUser {
	id: string;
	userPrincipalName: string;
	displayName: string;
	accountEnabled: boolean;
	isSynced: boolean;
	hasImmutableId: boolean;
	/** What later proves a reset and a revocation; ISO or null. */
	sessionsValidFrom: string | null;
	passwordChanged: string | null;
}

export interface Person {
	id: string;
	userPrincipalName: string;
	displayName: string;
}

/** Attributes as Graph names them; only those that hold something. */
export type Profile = Record<string, string | string[]>;

export interface SnapshotLicense {
	skuId: string;
	/** As CIPP shows it; the SKU ID where CIPP has no name. */
	name: string;
	/** Assigned to the person. */
	direct: boolean;
	/** Groups that give it. */
	groups: Array<{ id: string; displayName: string }>;
	/** Seats free in the tenant when the snapshot was taken; null where unknown. */
	seatsFree: number | null;
}

export type GroupKind = 'security' | 'mailEnabledSecurity' | 'microsoft365' | 'distribution';

export interface SnapshotGroup {
	id: string;
	displayName: string;
	mail: string | null;
	kind: GroupKind;
	isDynamic: boolean;
	isSynced: boolean;
	/** SKU IDs that every member gets. */
	licenses: string[];
	isRoleAssignable: boolean;
}

export interface OwnedGroup {
	id: string;
	displayName: string;
	kind: GroupKind;
	isTeam: boolean;
	/** How many others own it; null where that could not be read. */
	otherOwners: number | null;
}

export interface SnapshotRole {
	id: string;
	roleTemplateId: string;
	displayName: string;
	/** How many others hold it directly. */
	otherHolders: number;
}

export interface SnapshotMailbox {
	/** Exchange's word, e.g. `UserMailbox`, `SharedMailbox`. */
	type: string;
	isHidden: boolean;
	forwarding: { to: string; kind: 'internal' | 'external'; keepsCopy: boolean } | null;
	/** Exchange's names of the holds on it. */
	holds: string[];
	hasArchive: boolean;
	/** Gigabytes; null where Exchange gave no number. */
	size: number | null;
	archiveSize: number | null;
	items: number | null;
}

export interface AutomaticReply {
	/** `Disabled`, `Enabled` or `Scheduled`. */
	state: string;
	internal: string;
	external: string;
	/** As CIPP gives them: UTC without a zone. */
	start: string | null;
	end: string | null;
}

export interface InboxRule {
	name: string;
	isEnabled: boolean;
	summary: string;
	/** Everyone it forwards or redirects to. */
	forwardsTo: string[];
}

export interface Grant {
	/** As Exchange names them: address, ID or display name. */
	user: string;
	rights: string[];
}

export interface Elsewhere {
	/** When CIPP filled its report; null where it does not say. */
	asOf: string | null;
	grants: ElsewhereGrant[];
}

export interface ElsewhereGrant {
	/** User principal name of the owner. */
	place: string;
	rights: string[];
	/** A calendar's name, which follows the language of its mailbox. */
	folder?: string;
}

export interface MobileDevice {
	name: string;
	model: string;
	system: string;
	guid: string;
}

export interface Device {
	name: string;
	/** Entra object ID; null where only Intune knows the device. */
	entraId: string | null;
	/** Null when not enrolled. */
	intuneId: string | null;
	system: string;
	isCompliant: boolean | null;
	lastSeen: string | null;
}

export interface TeamsNumber {
	number: string;
	type: string;
}

export interface OneDrive {
	url: string;
	/** Gigabytes. */
	size: number | null;
}
