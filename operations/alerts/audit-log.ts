import {
	change,
	dateTime,
	inBody,
	inQuery,
	list,
	number,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
} from '../vocabulary';

const oneRow = { tenantFilter: 'a log ID alone decides' };

const searchId = text('Search ID', 'SearchId', {
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'ID of the search from Audit Log: Get Many Searches',
});

export const auditLog = resource('Audit Log', 'auditLog', 'getMany', {
	getMany: read('ListAuditLogs', {
		name: 'Get Many',
		action: 'Get many audit logs',
		help: 'Lists the audit log events that matched an alert rule. Without a time it is those of the past 7 days.',
		role: 'CIPP.Alert.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			text('Past', 'RelativeTime', {
				optional: true,
				placeholder: 'e.g. 24h',
				help: 'How far back: a number with d for days, h for hours or m for minutes. It wins over the dates.',
			}),
			dateTime('Stored After', 'StartDate', {
				form: 'isoDate',
				optional: true,
				help: 'Only events that CIPP stored after this time, which is later than they happened',
			}),
			dateTime('Stored Before', 'EndDate', {
				form: 'isoDate',
				optional: true,
				help: 'Only events that CIPP stored before this time. Give Stored After as well, or everything CIPP has comes back.',
			}),
		],
		answer: rows('LogId', 'Timestamp', 'Tenant', 'Title', 'Data'),
	}),

	get: read('ListAuditLogs', {
		name: 'Get',
		action: 'Get audit log',
		help: 'Reads one event by its log ID',
		role: 'CIPP.Alert.Read',
		tenant: null,
		omits: oneRow,
		fields: [
			text('Log ID', 'LogId', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'LogId from Audit Log: Get Many, a GUID',
			}),
		],
		answer: row('There is no such event'),
	}),

	getCoverage: read('ListAuditLogCoverage', {
		name: 'Get Coverage',
		action: 'Get audit log coverage',
		help: 'Lists the windows of time for which CIPP fetched, or could not fetch, audit logs. Without a time it is the past 48 hours.',
		role: 'Tenant.Alert.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			text('Past', 'RelativeTime', {
				optional: true,
				placeholder: 'e.g. 48h',
				help: 'How far back: a number with d for days, h for hours or m for minutes. It wins over the dates.',
			}),
			dateTime('Windows After', 'StartDate', {
				name: 'windowsAfter',
				optional: true,
				help: 'Only windows that begin after this time',
			}),
			dateTime('Windows Before', 'EndDate', {
				name: 'windowsBefore',
				optional: true,
				help: 'Only windows that begin before this time. Counts only together with Windows After.',
			}),
		],
		answer: rows(
			'Tenant',
			'Type',
			'WindowStart',
			'WindowEnd',
			'State',
			'RecordCount',
			'MatchedCount',
			'Attempts',
			'RetryCount',
			'SearchId',
			'SearchStatus',
			'LastError',
			'LastUpdated',
		),
	}),

	getManySearches: read('ListAuditLogSearches', {
		name: 'Get Many Searches',
		action: 'Get many audit log searches',
		help: 'Lists how far the searches are that CIPP started in a tenant in the past 7 days, as Microsoft tells it',
		role: 'Tenant.Alert.Read',
		does: 'Searches',
		tenant: inQuery(),
		fixed: { query: { Type: 'Searches' } },
		fields: [],
		answer: rows(
			'id',
			'displayName',
			'status',
			'filterStartDateTime',
			'filterEndDateTime',
			'operationFilters',
			'userPrincipalNameFilters',
			'keywordFilter',
		),
	}),

	getManyProcessed: read('ListAuditLogSearches', {
		name: 'Get Many Processed Searches',
		action: 'Get many processed audit log searches',
		help: "Lists CIPP's own record of searches and how many events matched. It holds those of every tenant, and no column tells which.",
		role: 'Tenant.Alert.Read',
		does: '(no Type)',
		tenant: inQuery(),
		fields: [
			number('Days', 'Days', {
				optional: true,
				default: 1,
				help: 'How many days back. Left out, one day.',
			}),
		],
		answer: rows(
			'SearchId',
			'StartTime',
			'EndTime',
			'Query',
			'MatchedRules',
			'TotalLogs',
			'MatchedLogs',
			'CippStatus',
		),
	}),

	getSearchResults: read('ListAuditLogSearches', {
		name: 'Get Search Results',
		action: 'Get audit log search results',
		help: 'Lists every event that a finished search found',
		role: 'Tenant.Alert.Read',
		does: 'SearchResults',
		tenant: inQuery(),
		fixed: { query: { Type: 'SearchResults' } },
		fields: [searchId],
		answer: rows(
			'id',
			'createdDateTime',
			'auditLogRecordType',
			'operation',
			'userPrincipalName',
			'userId',
			'clientIp',
			'service',
			'objectId',
			'auditData',
		),
	}),

	search: change('ExecAuditLogSearch', {
		name: 'Search',
		action: 'Search audit log',
		help: 'Starts a search in the audit log of a tenant. Microsoft takes minutes to hours; Get Many Searches tells when it is done.',
		role: 'Tenant.Alert.ReadWrite',
		does: '(no Action)',
		tenant: inBody('TenantFilter'),
		omits: { tenantFilter: 'the same as TenantFilter in the body' },
		fields: [
			dateTime('From', 'StartTime', {
				required: true,
				help: 'Start of the time to search, in the time zone of the workflow',
			}),
			dateTime('Until', 'EndTime', {
				required: true,
				help: 'End of the time to search, in the time zone of the workflow',
			}),
			text('Search Name', 'DisplayName', {
				optional: true,
				placeholder: 'e.g. Inbox rules of Jane',
				help: 'Name by which to find the search again',
			}),
			list('Operations', 'OperationsFilters', {
				optional: true,
				placeholder: 'e.g. New-InboxRule, Set-InboxRule',
				help: 'Only events of these operations. Separate several with commas.',
			}),
			list('Users', 'UserPrincipalNameFilters', {
				optional: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Only events of these users, by user principal name. Separate several with commas.',
			}),
			text('Keyword', 'KeywordFilters', {
				optional: true,
				placeholder: 'e.g. invoice',
				help: 'Only events that hold this word',
			}),
			list('IP Addresses', 'IPAddressFilters', {
				optional: true,
				placeholder: 'e.g. 203.0.113.7',
				help: 'Only events from these addresses. Separate several with commas.',
			}),
			list('Record Types', 'RecordTypeFilters', {
				optional: true,
				placeholder: 'e.g. exchangeAdmin, azureActiveDirectory',
				help: 'Only events of these record types, as Microsoft Graph names them. Separate several with commas.',
			}),
			list('Object IDs', 'ObjectIdFilters', {
				optional: true,
				anyCharacter: true,
				placeholder: 'e.g. https://contoso.sharepoint.com/sites/sales/plan.docx',
				help: 'Only events about these files or objects. Separate several with commas.',
			}),
			list('Administrative Units', 'AdministrativeUnitFilters', {
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Only events of these administrative units, by ID. Separate several with commas.',
			}),
			toggle('Match Alert Rules', 'ProcessLogs', {
				optional: true,
				help: 'Whether CIPP also holds what is found against its alert rules, which can set off what they do',
			}),
		],
		answer: outcome({
			onlyQueues: true,
			failing: [/auditing is disabled/i],
			keeps: { searchId: 'details.id' },
		}),
	}),

	process: change('ExecAuditLogSearch', {
		name: 'Match Search Against Rules',
		action: 'Match audit log search against rules',
		help: 'Holds the events of an earlier search against the alert rules, again if need be. This can set off what the rules do.',
		role: 'Tenant.Alert.ReadWrite',
		tenant: inBody('TenantFilter'),
		fixed: { body: { Action: 'ProcessLogs' } },
		fields: [searchId],
		answer: outcome({ onlyQueues: true }),
	}),
});
