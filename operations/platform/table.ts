import {
	type Worse,
	change,
	choice,
	destroy,
	json,
	list,
	number,
	outcome,
	read,
	resource,
	text,
	toggle,
	unseen,
	type Answer,
	type DeclaredField,
} from '../vocabulary';

const replacing: Worse[] = [
	{
		effect: 'destroy',
		when: 'columns that are not given are dropped',
		sent: { 'Parameters.OperationType': /replace/i },
	},
];

const role = 'CIPP.SuperAdmin.ReadWrite';
const command = (name: string) => ({ body: { FunctionName: name } });
const pastTheRules =
	'CIPP does not check what stands in its tables: a mistake can break it for good';
const secrets = ['ApplicationSecret', 'RefreshToken', 'APIKey', 'Password'];

/** CIPP says this in the place of an empty answer, also when it read. */
const nothing = /^Function \S+ executed successfully$/;
const anyRows: Answer = { kind: 'rows', simple: [], nothing };

const table = text('Table Name', 'TableName', {
	required: true,
	placeholder: 'e.g. CippLogs',
	help: 'Name of the table, from Table: Get Many',
});

export const cippTable = resource('Table', 'table', 'getMany', {
	getMany: read('ExecAzBobbyTables', {
		name: 'Get Many',
		action: 'Get many tables of CIPP',
		help: 'Lists the names of the tables that CIPP keeps its data in',
		role,
		method: 'POST',
		tenant: null,
		fixed: command('Get-AzDataTable'),
		fields: [
			text('Filter', 'Parameters.Filter', {
				optional: true,
				placeholder: "e.g. TableName eq 'CippLogs'",
				help: 'OData filter on the column TableName',
			}),
		],
		answer: { kind: 'rows', simple: ['TableName'], names: 'TableName', nothing },
	}),

	create: change('ExecAzBobbyTables', {
		name: 'Create',
		action: 'Create table in CIPP',
		help: "Makes an empty table in CIPP's storage",
		role,
		tenant: null,
		fixed: command('New-AzDataTable'),
		fields: [
			{ ...table, help: 'Name of the new table: letters and digits, beginning with a letter' },
		],
		answer: outcome(),
	}),

	delete: destroy('ExecAzBobbyTables', {
		name: 'Delete',
		action: 'Delete table of CIPP',
		help: 'Deletes a whole table with all its rows',
		role,
		tenant: null,
		fixed: command('Remove-AzDataTable'),
		warns: 'Everything in the table is lost: settings, tenants, users or tasks of CIPP itself',
		fields: [table],
		answer: outcome(),
		look: unseen('CIPP says the same of a table that never was: look with Get Many'),
	}),
});

const reading: DeclaredField[] = [
	table,
	text('Filter', 'Parameters.Filter', {
		optional: true,
		placeholder: "e.g. PartitionKey eq 'Tenants'",
		help: 'OData filter of Azure tables. All rows if left out, which can be a great many.',
	}),
	list('Columns', 'Parameters.Property', {
		optional: true,
		placeholder: 'e.g. PartitionKey,RowKey',
		help: 'Only these columns, separated by commas. Rows that were split for their size stay in parts then.',
	}),
	number('First', 'Parameters.First', {
		optional: true,
		default: 100,
		help: 'How many rows CIPP reads at most',
	}),
	number('Skip', 'Parameters.Skip', {
		optional: true,
		default: 0,
		help: 'How many rows to leave out at the beginning',
	}),
	list('Sort By', 'Parameters.Sort', {
		optional: true,
		placeholder: 'e.g. RowKey',
		help: 'Columns to sort by, separated by commas. CIPP has to read the whole table then.',
	}),
];

const entity = (help: string, example: string): DeclaredField =>
	json('Rows', 'Parameters.Entity', {
		name: 'tableRows',
		required: true,
		notEmpty: true,
		placeholder: `e.g. ${example}`,
		help,
	});
const newRows = entity(
	'One row as an object, or a list of rows, each with PartitionKey and RowKey. Values must be plain: what is nested is stored as text.',
	'{"PartitionKey":"Example","RowKey":"1","Value":"x"}',
);
const oldRows = entity(
	'One row as an object, or a list of rows; PartitionKey and RowKey tell which',
	'{"PartitionKey":"Example","RowKey":"1"}',
);

const operationType = choice(
	'If It Exists',
	'Parameters.OperationType',
	[
		{ value: 'Add', label: 'Fail' },
		{ value: 'UpsertMerge', label: 'Merge', help: 'Columns that are not given stay' },
		{ value: 'UpsertReplace', label: 'Replace', help: 'Columns that are not given are lost' },
	],
	{
		name: 'ifItExists',
		required: true,
		default: 'Add',
		help: 'What becomes of a row that has the same keys',
	},
);
const createTable = toggle('Create Table', 'Parameters.CreateTableIfNotExists', {
	optional: true,
	help: 'Whether to make the table if there is none of this name',
});
const force = toggle('Even If Changed', 'Parameters.Force', {
	optional: true,
	help: 'Whether to go on although the row was changed since you read its ETag',
});

export const tableRow = resource('Table Row', 'tableRow', 'getMany', {
	getMany: read('ExecAzBobbyTables', {
		name: 'Get Many',
		action: 'Get many rows of CIPP table',
		help: 'Reads rows of a table of CIPP, put together where they were split for their size',
		role,
		method: 'POST',
		tenant: null,
		fixed: command('Get-CIPPAzDataTableEntity'),
		warns: 'Rows can hold secrets of CIPP, and executions of this workflow keep them',
		fields: reading,
		answer: anyRows,
		secret: secrets,
	}),

	getManyRaw: read('ExecAzBobbyTables', {
		name: 'Get Many Raw',
		action: 'Get many raw rows of CIPP table',
		help: 'Reads rows of a table of CIPP as they are stored, parts of split rows one by one',
		role,
		method: 'POST',
		tenant: null,
		fixed: command('Get-AzDataTableEntity'),
		warns: 'Rows can hold secrets of CIPP, and executions of this workflow keep them',
		fields: reading,
		answer: anyRows,
		secret: secrets,
	}),

	add: change('ExecAzBobbyTables', {
		name: 'Add',
		action: 'Add rows to CIPP table',
		help: 'Writes rows into a table of CIPP, of any size',
		role,
		worse: replacing,
		tenant: null,
		fixed: command('Add-CIPPAzDataTableEntity'),
		warns: pastTheRules,
		fields: [table, newRows, operationType, createTable],
		answer: outcome(),
	}),

	addRaw: change('ExecAzBobbyTables', {
		name: 'Add Raw',
		action: 'Add raw rows to CIPP table',
		help: 'Writes rows into a table of CIPP as they are; too large ones are refused',
		role,
		worse: replacing,
		tenant: null,
		fixed: command('Add-AzDataTableEntity'),
		warns: pastTheRules,
		fields: [table, newRows, operationType, createTable],
		answer: outcome(),
	}),

	update: change('ExecAzBobbyTables', {
		name: 'Update',
		action: 'Update rows of CIPP table',
		help: 'Changes rows that exist in a table of CIPP',
		role,
		worse: replacing,
		tenant: null,
		fixed: command('Update-AzDataTableEntity'),
		warns: pastTheRules,
		fields: [
			table,
			newRows,
			choice(
				'Other Columns',
				'Parameters.OperationType',
				[
					{ value: 'UpdateMerge', label: 'Keep' },
					{ value: 'UpdateReplace', label: 'Remove' },
				],
				{
					name: 'otherColumns',
					required: true,
					default: 'UpdateMerge',
					help: 'What becomes of columns that are not given',
				},
			),
			force,
		],
		answer: outcome(),
	}),

	delete: destroy('ExecAzBobbyTables', {
		name: 'Delete',
		action: 'Delete rows of CIPP table',
		help: 'Deletes rows of a table of CIPP, with all parts of those that were split',
		role,
		tenant: null,
		fixed: command('Remove-CIPPAzDataTableEntity'),
		warns: pastTheRules,
		fields: [table, oldRows, force],
		answer: outcome(),
	}),

	deleteRaw: destroy('ExecAzBobbyTables', {
		name: 'Delete Raw',
		action: 'Delete raw rows of CIPP table',
		help: 'Deletes single stored rows of a table of CIPP; other parts of a split row stay behind',
		role,
		tenant: null,
		fixed: command('Remove-AzDataTableEntity'),
		warns: pastTheRules,
		fields: [table, oldRows, force],
		answer: outcome(),
	}),
});
