import { templateType } from '../fields/intune-fields';
import { copiedCollection, odataType, policyId } from '../devices/intune-policy';
import {
	change,
	destroy,
	gone,
	inBody,
	inList,
	jsonText,
	oneMore,
	outcome,
	pick,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const theTemplate = (rest: Partial<DeclaredField> = {}): DeclaredField =>
	pick('Intune Template', 'intuneTemplates', 'ID', {
		name: 'templateId',
		required: true,
		help: 'The template: choose one, or give its GUID',
		...rest,
	});

export const intuneTemplate = resource('Intune Template', 'intuneTemplate', 'getMany', {
	getMany: read('ListIntuneTemplates', {
		name: 'Get Many',
		action: 'Get many intune templates',
		help: 'Lists the policies that are stored in CIPP as templates, and which standards use them',
		role: 'Endpoint.MEM.Read',
		tenant: null,
		fixed: { query: { View: 'true' } },
		fields: [],
		answer: rows(
			'GUID',
			'displayName',
			'description',
			'Type',
			'package',
			'isSynced',
			'source',
			'usage',
		),
		secret: ['omaSettings'],
	}),

	get: read('ListIntuneTemplates', {
		name: 'Get',
		action: 'Get intune template',
		help: 'Reads one template with its policy as JSON text (RAWJson). Values that Intune keeps encrypted are readable in it.',
		role: 'Endpoint.MEM.Read',
		tenant: null,
		fields: [theTemplate()],
		answer: row('There is no such template'),
		secret: ['RAWJson'],
	}),

	getTags: read('ListIntuneTemplates', {
		name: 'Get Tags',
		action: 'Get tags of intune templates',
		help: 'Lists the tags by which templates are bundled, and how many each has',
		role: 'Endpoint.MEM.Read',
		tenant: null,
		fixed: { query: { mode: 'Tag' } },
		fields: [],
		answer: rows('label', 'value', 'templateCount'),
		secret: ['templates'],
	}),

	create: change('AddIntuneTemplate', {
		name: 'Create',
		action: 'Create intune template',
		help: 'Stores a policy given as JSON in CIPP. The new ID is found with Get Many.',
		role: 'Endpoint.MEM.ReadWrite',
		does: 'RawJSON sent',
		tenant: null,
		omits: { tenantFilter: 'only for copying a policy' },
		fields: [
			text('Template Name', 'displayName', {
				name: 'templateName',
				required: true,
				placeholder: 'e.g. Windows Baseline',
				help: 'The name in the list of templates',
			}),
			templateType('Kind of the policy. With the wrong one the template cannot be deployed.'),
			jsonText('Policy (JSON)', 'RawJSON', {
				required: true,
				placeholder: 'e.g. {"name":"Windows Baseline","settings":[]}',
				help: 'The policy as Microsoft Graph gives it',
			}),
			text('Description', 'description', {
				optional: true,
				placeholder: 'e.g. For all laptops',
				help: 'What the template is for',
			}),
		],
		answer: outcome(),
		look: oneMore(inList('getMany', { displayName: '{displayName}' })),
	}),

	createFromPolicy: change('AddIntuneTemplate', {
		name: 'Create From Policy',
		action: 'Create intune template from policy',
		help: "Stores a copy of a tenant's policy, and of the reusable settings it refers to, in CIPP",
		role: 'Endpoint.MEM.ReadWrite',
		does: 'no RawJSON',
		tenant: inBody(),
		warns:
			'With a collection that does not fit the policy, an empty template is stored and success reported. Encrypted values of the policy are readable in the template.',
		fields: [policyId('ID'), copiedCollection(), odataType()],
		answer: outcome(),
	}),

	delete: destroy('RemoveIntuneTemplate', {
		name: 'Delete',
		action: 'Delete intune template',
		help: 'Removes the template from CIPP. Policies that came from it stay in their tenants.',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: null,
		fields: [theTemplate({ in: 'query' })],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
	}),
});
