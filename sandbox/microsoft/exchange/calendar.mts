import { ExchangeError } from '../errors.mts';
import { exchangeRecipient } from '../state/lookup.mts';
import type { CalendarGrant, Mailbox, Tenant, User } from '../state/tenant.mts';
import type { Cmdlet } from './cmdlet.mts';
import type { Parameters } from './parameters.mts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export const calendars: Record<string, Cmdlet> = {
	'Get-MailboxFolderStatistics': ({ tenant }, parameters) => {
		const { userPrincipalName, mailbox } = exchangeRecipient(tenant, parameters.text('Identity'));
		return [
			{
				Name: mailbox.calendarFolder,
				Identity: `${userPrincipalName}\\${mailbox.calendarFolder}`,
				FolderPath: `/${mailbox.calendarFolder}`,
				FolderType: 'Calendar',
			},
		];
	},
	'Get-MailboxFolderPermission': ({ tenant }, parameters) => {
		const { userPrincipalName, mailbox } = folder(tenant, parameters);
		const { calendarFolder } = mailbox;
		return mailbox.calendarGrants.map(({ user, accessRights }) => ({
			Identity: `${userPrincipalName}:\\${calendarFolder}`,
			FolderName: calendarFolder,
			User: user,
			AccessRights: accessRights,
		}));
	},
	'Add-MailboxFolderPermission': ({ tenant }, parameters) => {
		const { mailbox } = folder(tenant, parameters);
		const name = exchangeRecipient(tenant, parameters.text('User')).displayName;
		if (held(mailbox, name))
			throw new ExchangeError(`An existing permission entry was found for user: ${name}.`);
		mailbox.calendarGrants.push({ user: name, accessRights: [checkedRight(parameters)] });
	},
	'Set-MailboxFolderPermission': ({ tenant }, parameters) => {
		const { mailbox } = folder(tenant, parameters);
		const name = exchangeRecipient(tenant, parameters.text('User')).displayName;
		entry(mailbox, name).accessRights = [checkedRight(parameters)];
	},
	'Remove-MailboxFolderPermission': ({ tenant }, parameters) => {
		const { mailbox } = folder(tenant, parameters);
		const found = entry(mailbox, userName(tenant, parameters.text('User')));
		mailbox.calendarGrants = mailbox.calendarGrants.filter((grant) => grant !== found);
	},
	'Remove-CalendarEvents': ({ tenant }, parameters) => {
		exchangeRecipient(tenant, parameters.text('Identity')).mailbox.meetings = [];
	},
};

/** `mailbox:\\Folder`. The folder is found by its name in the mailbox's own language. */
function folder(tenant: Tenant, parameters: Parameters): User & { mailbox: Mailbox } {
	const identity = parameters.text('Identity');
	const [owner, name = ''] = identity.split(':\\');
	const recipient = exchangeRecipient(tenant, owner);
	if (!same(name, recipient.mailbox.calendarFolder))
		throw new ExchangeError(
			`The operation couldn't be performed because '${identity}' couldn't be found.`,
			{
				type: 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException',
				status: 404,
			},
		);
	return recipient;
}

/** Calendars know people by display name, also those who are gone. */
function userName(tenant: Tenant, given: string): string {
	const isKnown = tenant.users.some(({ displayName }) => same(displayName, given));
	if (isKnown || ['default', 'anonymous'].includes(given.toLowerCase())) return given;
	return exchangeRecipient(tenant, given).displayName;
}

function held({ calendarGrants }: Mailbox, name: string): CalendarGrant | undefined {
	return calendarGrants.find(({ user }) => same(user, name));
}

function entry(mailbox: Mailbox, name: string): CalendarGrant {
	const found = held(mailbox, name);
	if (!found)
		throw new ExchangeError(`There is no existing permission entry found for user: ${name}.`, {
			type: 'Microsoft.Exchange.Management.StoreTasks.UserNotFoundInPermissionEntryException',
		});
	return found;
}

const calendarRights = [
	'None',
	'Owner',
	'PublishingEditor',
	'Editor',
	'PublishingAuthor',
	'Author',
	'NonEditingAuthor',
	'Reviewer',
	'Contributor',
	'AvailabilityOnly',
	'LimitedDetails',
];

function checkedRight(parameters: Parameters): string {
	const wanted = parameters.list('AccessRights')[0] ?? '';
	if (!calendarRights.some((right) => same(right, wanted)))
		throw new ExchangeError(
			`Cannot process argument transformation on parameter 'AccessRights'. Cannot convert value "${wanted}" to type "MailboxFolderAccessRight[]".`,
		);
	return wanted;
}
