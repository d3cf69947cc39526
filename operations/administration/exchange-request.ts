import {
	destroy,
	inBody,
	json,
	list,
	read,
	resource,
	rows,
	text,
	toggle,
	type DeclaredField,
} from '../vocabulary';

const compliance = toggle('Security and Compliance', 'Compliance', {
	optional: true,
	help: 'Whether to ask Security & Compliance PowerShell instead of Exchange Online',
});
const asApp = toggle('As Application', 'AsApp', {
	optional: true,
	help: 'Whether to ask with application permissions instead of delegated ones',
});

const asked: DeclaredField[] = [
	json('Parameters', 'cmdParams', {
		optional: true,
		placeholder: 'e.g. {"Identity":"jane@contoso.com"}',
		help: 'Parameters of the cmdlet as an object. CIPP replaces its own %variables% in the values.',
	}),
	list('Select', 'Select', {
		form: 'text',
		optional: true,
		placeholder: 'e.g. Identity,PrimarySmtpAddress',
		help: 'Only these columns, separated by commas',
	}),
	text('Anchor Mailbox', 'Anchor', {
		optional: true,
		placeholder: 'e.g. jane@contoso.com',
		help: 'Mailbox whose server answers. Some cmdlets about one mailbox only work with it.',
	}),
];

export const exchangeRequest = resource('Exchange Request', 'exchangeRequest', 'getMany', {
	getMany: read('ListExoRequest', {
		name: 'Get Many',
		action: 'Get many objects from exchange',
		help: 'Runs a cmdlet of Exchange that reads, such as Get-Mailbox, and returns its rows. Nested objects come as text when there are several rows.',
		role: 'CIPP.Core.Read',
		method: 'POST',
		tenant: inBody('TenantFilter'),
		omits: { UseSystemMailbox: 'is read and then does nothing' },
		fields: [
			text('Cmdlet', 'Cmdlet', {
				required: true,
				matches: /^Get-[A-Za-z]+$/i,
				placeholder: 'e.g. Get-Mailbox',
				help: 'A cmdlet that begins with Get, such as Get-Mailbox. Run Search has what begins with Search.',
			}),
			...asked,
			asApp,
			compliance,
		],
		answer: rows(),
	}),

	runSearch: destroy('ListExoRequest', {
		name: 'Run Search',
		action: 'Run search in exchange',
		help: 'Runs a cmdlet of Exchange that begins with Search. Search-Mailbox can copy mail to another mailbox and delete it for good.',
		role: 'CIPP.Core.Read',
		tenant: inBody('TenantFilter'),
		warns: 'With DeleteContent among the parameters, Search-Mailbox deletes what it finds for good',
		omits: { UseSystemMailbox: 'is read and then does nothing' },
		fields: [
			text('Cmdlet', 'Cmdlet', {
				name: 'searchCmdlet',
				required: true,
				matches: /^Search-[A-Za-z]+$/i,
				placeholder: 'e.g. Search-UnifiedAuditLog',
				help: 'A cmdlet that begins with Search; CIPP refuses all but these and those that begin with Get',
			}),
			...asked,
			asApp,
			compliance,
		],
		answer: rows(),
	}),

	getCmdlets: read('ListExoRequest', {
		name: 'Get Cmdlets',
		action: 'Get cmdlets of exchange',
		help: 'Lists the cmdlets that Exchange offers CIPP in this tenant. An empty list can also mean that Exchange refused.',
		role: 'CIPP.Core.Read',
		method: 'POST',
		tenant: inBody('TenantFilter'),
		fixed: { body: { AvailableCmdlets: true } },
		fields: [asApp, compliance],
		answer: rows('Cmdlet'),
	}),
});
