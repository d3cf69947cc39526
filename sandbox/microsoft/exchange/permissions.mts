import { exchangeRecipient } from '../state/lookup.mts';
import type { Mailbox, MailboxRight, Tenant } from '../state/tenant.mts';
import type { Cmdlet } from './cmdlet.mts';
import type { Parameters } from './parameters.mts';

export const permissions: Record<string, Cmdlet> = {
	// Whom the roles of Exchange itself are assigned to is not kept.
	'Get-ManagementRoleAssignment': () => [],
	'Get-MailboxPermission': ({ tenant }, parameters) => {
		const { displayName, mailbox } = exchangeRecipient(tenant, parameters.text('Identity'));
		const row = (User: string, AccessRights: string[]) => ({
			Identity: displayName,
			User,
			AccessRights,
			IsInherited: false,
			Deny: false,
		});
		return [
			row('NT AUTHORITY\\SELF', ['FullAccess', 'ReadPermission']),
			...holders(mailbox, 'FullAccess').map((trustee) => row(trustee, ['FullAccess'])),
		];
	},
	'Get-RecipientPermission': ({ tenant }, parameters) => {
		const { displayName, mailbox } = exchangeRecipient(tenant, parameters.text('Identity'));
		const row = (Trustee: string) => ({
			Identity: displayName,
			Trustee,
			AccessControlType: 'Allow',
			AccessRights: ['SendAs'],
			IsInherited: false,
		});
		return [row('NT AUTHORITY\\SELF'), ...holders(mailbox, 'SendAs').map(row)];
	},
	'Add-MailboxPermission': ({ tenant }, parameters) => {
		const { mailbox } = exchangeRecipient(tenant, parameters.text('Identity'));
		const automapping = !parameters.has('AutoMapping') || parameters.isTrue('AutoMapping');
		const trustee = parameters.text('User');
		changeGrant(tenant, mailbox, { trustee, right: 'FullAccess', change: 'add', automapping });
	},
	'Remove-MailboxPermission': ({ tenant }, parameters) => {
		const isFullAccess = rightsOf(parameters).includes('fullaccess');
		return remove(tenant, parameters, 'User', isFullAccess ? 'FullAccess' : undefined);
	},
	'Add-RecipientPermission': ({ tenant }, parameters) => {
		const { mailbox } = exchangeRecipient(tenant, parameters.text('Identity'));
		const trustee = parameters.text('Trustee');
		changeGrant(tenant, mailbox, { trustee, right: 'SendAs', change: 'add' });
	},
	'Remove-RecipientPermission': ({ tenant }, parameters) =>
		remove(tenant, parameters, 'Trustee', 'SendAs'),
};

function rightsOf(parameters: Parameters): string[] {
	return parameters.list('AccessRights').map((right) => right.toLowerCase());
}

function holders(mailbox: Mailbox, right: MailboxRight): string[] {
	return mailbox.grants.filter((grant) => grant.right === right).map(({ trustee }) => trustee);
}

/** Taking away what nobody has is a warning, no failure. Rights that the state does not know nobody has. */
function remove(
	tenant: Tenant,
	parameters: Parameters,
	name: 'User' | 'Trustee',
	right: MailboxRight | undefined,
): { warning: string } | undefined {
	const { displayName, mailbox } = exchangeRecipient(tenant, parameters.text('Identity'));
	const trustee = parameters.text(name);
	const wasThere = right && changeGrant(tenant, mailbox, { trustee, right, change: 'remove' });
	if (wasThere) return undefined;
	const reason =
		name === 'User' ? "the ACE doesn't exist on the object." : "the ACE isn't present.";
	return {
		warning: `Can't remove the access control entry on the object "${displayName}" for account "${trustee}" because ${reason}`,
	};
}

export interface GrantChange {
	/** Anything that Exchange takes for a recipient. */
	trustee: string;
	right: MailboxRight;
	change: 'add' | 'remove';
	automapping?: boolean;
}

/** Gives or takes a right; the answer is whether the person had it. */
export function changeGrant(
	tenant: Tenant,
	mailbox: Mailbox,
	{ trustee, right, change, automapping }: GrantChange,
): boolean {
	const { userPrincipalName } = exchangeRecipient(tenant, trustee);
	const others = mailbox.grants.filter(
		(grant) =>
			!(grant.right === right && grant.trustee.toLowerCase() === userPrincipalName.toLowerCase()),
	);
	const had = others.length < mailbox.grants.length;
	const given = { trustee: userPrincipalName, right };
	mailbox.grants =
		change === 'remove'
			? others
			: [...others, right === 'FullAccess' ? { ...given, automapping } : given];
	return had;
}
