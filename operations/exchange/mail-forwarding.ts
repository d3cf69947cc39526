import { tasksFor } from '../fields/planned';
import {
	beware,
	change,
	changed,
	choices,
	dateTime,
	decide,
	filled,
	inBody,
	inMailbox,
	inQuery,
	outcome,
	read,
	resource,
	rows,
	text,
	theMailbox,
	theUser,
} from '../vocabulary';

const columns = [
	'UPN',
	'DisplayName',
	'PrimarySmtpAddress',
	'RecipientTypeDetails',
	'ForwardingType',
	'ForwardTo',
	'ForwardingSmtpAddress',
	'InternalForwardingAddress',
	'DeliverToMailboxAndForward',
];

const keepCopy = decide('Keep a Copy', 'KeepCopy', {
	help: 'Whether mail also stays in the mailbox itself. Off means that its owner no longer gets any.',
});

const forwardInternal = text('Forward To', 'ForwardInternal', {
	name: 'forwardTo',
	required: true,
	placeholder: 'e.g. manager@contoso.com',
	help: 'Someone in the same tenant, by address, user principal name or object ID',
});

const forwardExternal = text('Forward To', 'ForwardExternal', {
	name: 'forwardTo',
	required: true,
	placeholder: 'e.g. jane@fabrikam.com',
	help: "Any email address. The tenant's outbound spam policy may still stop mail that leaves it by itself.",
});

const schedule = [
	dateTime('Start', 'startDate', {
		required: true,
		help: "When forwarding begins, in the workflow's time zone. CIPP acts on the next quarter hour.",
	}),
	dateTime('End', 'endDate', {
		required: true,
		help: 'When forwarding is switched off again. CIPP does not check that it lies after the start.',
	}),
	choices(
		'Notify Through',
		'postExecution',
		[
			{ value: 'email', label: 'Email' },
			{ value: 'psa', label: 'PSA Ticket' },
			{ value: 'webhook', label: 'Webhook' },
		],
		{
			optional: true,
			help: 'Where CIPP reports each of the two steps, as set up in its notification settings',
		},
	),
	text('Reference', 'reference', {
		optional: true,
		placeholder: 'e.g. TICKET-4711',
		help: 'Kept with the two tasks. CIPP returns no task ID, so an unusual one lets you find them again.',
	}),
];

const scheduled = {
	role: 'Exchange.Mailbox.ReadWrite',
	tenant: inBody(),
	warns:
		'At the end all forwarding of the mailbox is cleared, also what was there before. CIPP says yes even if its scheduler refuses the tasks.',
	answer: outcome({ onlyQueues: true }),
} as const;

const users = theUser('Users', {
	form: 'labelValues',
	help: 'Whose mail to forward: choose one or give a user principal name. In an expression, give several as a list or separated by commas.',
});

export const mailForwarding = resource('Mail Forwarding', 'mailForwarding', 'getMany', {
	getMany: read('ListMailboxForwarding', {
		name: 'Get Many',
		action: 'Get many mail forwardings',
		help: 'Lists the mailboxes that forward their mail, live from Exchange. Forwarding by inbox rules is not among them.',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		omits: { UseReportDB: 'an operation of its own' },
		fields: [],
		answer: rows(...columns),
	}),

	getManyCached: read('ListMailboxForwarding', {
		name: 'Get Many From Cache',
		action: 'Get many mail forwardings from cache',
		help: "Lists the mailboxes that forward their mail from CIPP's nightly report, also for all tenants. Tenants without a report are then left out without a word.",
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { UseReportDB: 'true' } },
		fields: [],
		answer: rows('Tenant', ...columns, 'CacheTimestamp'),
	}),

	forwardInternally: change('ExecEmailForward', {
		name: 'Forward Internally',
		action: 'Forward mail internally',
		help: 'Sends new mail of a mailbox on to someone in the same tenant. An external forwarding address is cleared.',
		role: 'Exchange.Mailbox.ReadWrite',
		does: 'internalAddress',
		tenant: inBody(),
		fixed: { body: { forwardOption: 'internalAddress' } },
		fields: [theMailbox('userID'), forwardInternal, keepCopy],
		answer: outcome(),
		look: beware(
			'Exchange names the one who gets the mail in its own way, so the name itself is not compared',
			inMailbox({
				ForwardingAddress: changed,
				ForwardingSmtpAddress: null,
				DeliverToMailboxAndForward: '{KeepCopy}',
			}),
		),
	}),

	forwardExternally: change('ExecEmailForward', {
		name: 'Forward Externally',
		action: 'Forward mail externally',
		help: 'Sends new mail of a mailbox on to an address anywhere. A recipient inside the tenant is cleared.',
		role: 'Exchange.Mailbox.ReadWrite',
		does: 'ExternalAddress',
		tenant: inBody(),
		fixed: { body: { forwardOption: 'ExternalAddress' } },
		fields: [theMailbox('userID'), forwardExternal, keepCopy],
		answer: outcome(),
		look: inMailbox({
			ForwardingSmtpAddress: '{ForwardExternal}',
			DeliverToMailboxAndForward: '{KeepCopy}',
		}),
	}),

	disable: change('ExecEmailForward', {
		name: 'Disable',
		action: 'Disable mail forwarding',
		help: 'Ends forwarding of a mailbox, inside the tenant and to the outside. Inbox rules that forward stay.',
		role: 'Exchange.Mailbox.ReadWrite',
		does: 'disabled',
		tenant: inBody(),
		fixed: { body: { forwardOption: 'disabled' } },
		fields: [theMailbox('userID')],
		answer: outcome({ done: [/^Disabling forwarding\b/i] }),
		look: beware(
			'Inbox rules may forward as well',
			inMailbox({
				ForwardingAddress: null,
				ForwardingSmtpAddress: null,
				RecipientTypeDetails: filled,
			}),
		),
	}),

	scheduleInternally: change('ExecScheduleForwardingVacation', {
		name: 'Schedule Internally',
		action: 'Schedule internal mail forwarding',
		help: 'Plans a time, such as a holiday, in which mail goes on to someone in the same tenant',
		...scheduled,
		fixed: { body: { forwardOption: 'internalAddress' } },
		fields: [users, forwardInternal, keepCopy, ...schedule],
		look: tasksFor('Users'),
	}),

	scheduleExternally: change('ExecScheduleForwardingVacation', {
		name: 'Schedule Externally',
		action: 'Schedule external mail forwarding',
		help: 'Plans a time, such as a holiday, in which mail goes on to an address anywhere',
		...scheduled,
		fixed: { body: { forwardOption: 'ExternalAddress' } },
		fields: [users, forwardExternal, keepCopy, ...schedule],
		look: tasksFor('Users'),
	}),
});
