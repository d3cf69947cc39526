import type { MailboxRight, Tenant as MicrosoftTenant } from '../microsoft/state/tenant.mts';

/** One customer of the CIPP instance: the tenant as Microsoft has it, and what CIPP keeps of it itself. */
export interface Tenant extends MicrosoftTenant {
	isPartner: boolean;
	excluded: boolean;
	/** From fifty on CIPP leaves the tenant out wherever it does not ask for those with errors too. */
	graphErrorCount: number;
	lastGraphError: string;
	/** CIPP's own nightly copy, which the two permission steps of an offboarding read. Null: never synced. */
	permissionReport: PermissionReport | null;
	offboardingDefaults: Record<string, unknown> | null;
}

export interface PermissionReport {
	refreshed: string;
	/** When a right was last added to it; left out: when it was refreshed. */
	newestRow?: string;
	mailboxes: ReportedMailbox[];
	mailbox: Array<{ mailbox: string; user: string; right: MailboxRight }>;
	calendar: Array<{ calendar: string; user: string; accessRights: string; folderName: string }>;
}

/** A mailbox as CIPP's reporting database had it when it was last synced. */
export interface ReportedMailbox {
	id: string;
	userPrincipalName: string;
	primarySmtpAddress: string | null;
	displayName: string;
	type: string;
	gigabytes: number;
}
