import {
	change,
	destroy,
	gone,
	inList,
	multiline,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const role = 'CIPP.SuperAdmin.ReadWrite';
const query: DeclaredField = multiline('Query', 'query', {
	required: true,
	placeholder: 'e.g. exceptions | where timestamp > ago(1d) | take 100',
	help: 'Kusto query (KQL) on the tables of Application Insights, such as traces, requests or exceptions',
});
const name = text('Query Name', 'name', {
	required: true,
	placeholder: 'e.g. Exceptions of today',
	help: 'Name under which CIPP shows it',
});
const id = text('Query ID', 'GUID', {
	required: true,
	placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
	help: 'The column GUID of Get Many. CIPP does not check that it exists.',
});

export const diagnosticsQuery = resource('Diagnostics Query', 'diagnosticsQuery', 'run', {
	run: read('ExecAppInsightsQuery', {
		name: 'Run',
		action: 'Run diagnostics query',
		help: "Asks the Application Insights of CIPP's own host, at most 1001 rows. Newer hosts often have none, which is an error.",
		role: 'CIPP.SuperAdmin.Read',
		method: 'POST',
		tenant: null,
		fields: [
			{
				...query,
				help: 'Kusto query (KQL). If it gives one row with several columns CIPP garbles it: ask for two rows, or for one column.',
			},
		],
		answer: rows(),
	}),

	getMany: read('ListDiagnosticsPresets', {
		name: 'Get Many',
		action: 'Get many diagnostics queries',
		help: 'Lists the queries that are stored in CIPP',
		role: 'CIPP.SuperAdmin.Read',
		tenant: null,
		fields: [],
		answer: rows('GUID', 'name', 'query'),
	}),

	create: change('ExecDiagnosticsPresets', {
		name: 'Create',
		action: 'Create diagnostics query',
		help: 'Stores a query in CIPP to be run again',
		role,
		does: '(anything else)',
		tenant: null,
		fixed: { body: { action: 'save' } },
		fields: [name, query],
		answer: outcome({ keeps: { queryId: 'Metadata.GUID' } }),
		look: inList('getMany', { GUID: '{answer.queryId}' }),
	}),

	update: change('ExecDiagnosticsPresets', {
		name: 'Update',
		action: 'Update diagnostics query',
		help: 'Overwrites name and text of a stored query',
		role,
		does: '(anything else)',
		tenant: null,
		fixed: { body: { action: 'save' } },
		fields: [id, name, query],
		changes: { endpoint: 'ListDiagnosticsPresets', column: 'GUID', wire: 'GUID' },
		answer: outcome(),
		look: inList('getMany', { GUID: '{GUID}' }, { name: '{name}', query: '{query}' }),
	}),

	delete: destroy('ExecDiagnosticsPresets', {
		name: 'Delete',
		action: 'Delete diagnostics query',
		help: 'Removes a stored query from CIPP',
		role,
		tenant: null,
		fixed: { body: { action: 'delete' } },
		fields: [id],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{GUID}' }))),
	}),
});
