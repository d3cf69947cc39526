import { change, inBody, inQuery, list, outcome, read, resource, row } from '../vocabulary';

const tools = list('AI Tools', 'Tools', {
	required: true,
	placeholder: 'e.g. ChatGPT, Claude',
	help: 'Names as in the column aiTool of Shadow AI: Get Report. Separate several with commas.',
});

const role = 'Tenant.Standards.ReadWrite';
const omits = { Tool: 'Tools takes one name too' };

export const shadowAi = resource('Shadow AI', 'shadowAi', 'getReport', {
	getReport: read('ListShadowAI', {
		name: 'Get Report',
		action: 'Get shadow AI report',
		help: 'Reads which AI tools are on the devices of a tenant or got consent, from what CIPP stored. Zeros with intuneSynced or entraSynced false mean that there was no sync yet.',
		role: 'Tenant.Standards.Read',
		tenant: inQuery(),
		fields: [],
		answer: row('CIPP has no such report'),
	}),

	sanction: change('ExecShadowAISanction', {
		name: 'Sanction',
		action: 'Sanction shadow AI',
		help: 'Marks AI tools as approved for a tenant. The mark stands in CIPP only.',
		role,
		tenant: inBody(),
		fixed: { body: { Action: 'Sanction' } },
		omits,
		fields: [tools],
		answer: outcome(),
	}),

	unsanction: change('ExecShadowAISanction', {
		name: 'Unsanction',
		action: 'Unsanction shadow AI',
		help: 'Takes the mark of approval off AI tools. Nothing is blocked by it.',
		role,
		tenant: inBody(),
		fixed: { body: { Action: 'Unsanction' } },
		omits,
		fields: [tools],
		answer: outcome(),
	}),
});
