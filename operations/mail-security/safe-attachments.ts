import { ruleName } from '../fields/protection-fields';
import { change, inQuery, outcome, read, resource, rows } from '../vocabulary';

export const safeAttachments = resource('Safe Attachments Policy', 'safeAttachments', 'getMany', {
	getMany: read('ListSafeAttachmentsFilters', {
		name: 'Get Many',
		action: 'Get many safe attachments policies',
		help: 'Shows each Safe Attachments policy with the rule that puts it to work',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'Name',
			'RuleName',
			'State',
			'Priority',
			'IsDefault',
			'RecipientDomainIs',
			'Enable',
			'Action',
			'Redirect',
			'RedirectAddress',
			'QuarantineTag',
		),
	}),

	enable: change('EditSafeAttachmentsFilter', {
		name: 'Enable',
		action: 'Enable safe attachments policy',
		help: 'Switches its rule on; the settings stay as they are',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inQuery(),
		fixed: { body: { State: 'Enable' } },
		fields: [ruleName('RuleName')],
		answer: outcome(),
	}),

	disable: change('EditSafeAttachmentsFilter', {
		name: 'Disable',
		action: 'Disable safe attachments policy',
		help: 'Switches its rule off, so that the next policy in rank protects these people',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inQuery(),
		fixed: { body: { State: 'Disable' } },
		fields: [ruleName('RuleName')],
		answer: outcome(),
	}),
});
