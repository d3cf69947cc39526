import { ExchangeError } from '../errors.mts';
import { exchangeRecipient, findRecipient } from '../state/lookup.mts';
import type { InboxRule, Mailbox, Tenant } from '../state/tenant.mts';
import type { Cmdlet } from './cmdlet.mts';
import type { Parameters } from './parameters.mts';

export const rules: Record<string, Cmdlet> = {
	'Get-InboxRule': ({ tenant }, parameters) => {
		const { displayName, mailbox } = exchangeRecipient(tenant, parameters.text('Mailbox'));
		return mailbox.rules.map((rule) => ({
			Identity: `${displayName}\\${rule.identity}`,
			Name: rule.name,
			Description: rule.description,
			Enabled: rule.enabled,
			Priority: rule.priority,
			ForwardTo: rule.forwardTo.length > 0 ? rule.forwardTo : null,
			ForwardAsAttachmentTo: null,
			RedirectTo: null,
			MoveToFolder: rule.moveToFolder,
			DeleteMessage: rule.deleteMessage,
			MailboxOwnerId: displayName,
			InError: false,
		}));
	},
	'Remove-InboxRule': ({ tenant }, parameters) => {
		const { mailbox, rule } = named(tenant, parameters);
		mailbox.rules = mailbox.rules.filter((other) => other !== rule);
	},
	'Enable-InboxRule': ({ tenant }, parameters) => {
		named(tenant, parameters).rule.enabled = true;
	},
	'Disable-InboxRule': ({ tenant }, parameters) => {
		named(tenant, parameters).rule.enabled = false;
	},
};

/** A rule by `mailbox\\number`, as the lists of rules name it. */
function named(tenant: Tenant, parameters: Parameters): { mailbox: Mailbox; rule: InboxRule } {
	const identity = parameters.text('Identity');
	const [owner, number] = identity.split('\\');
	const mailbox = findRecipient(tenant, owner)?.mailbox;
	const rule = mailbox?.rules.find((each) => each.identity === number);
	if (!mailbox || !rule)
		throw new ExchangeError(`The rule with the name "${identity}" couldn't be found.`, {
			type: 'Microsoft.Exchange.Management.Tasks.InboxRuleNotFoundException',
			status: 404,
		});
	return { mailbox, rule };
}
