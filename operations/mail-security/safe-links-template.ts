import { leftOut, template } from '../fields/protection-fields';
import { policyName, safeLinksRule, safeLinksSettings } from './safe-links-fields';
import {
	andWhatElseWasSent,
	change,
	choice,
	destroy,
	gone,
	inList,
	keepsTemplateId,
	multiline,
	oneMore,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	words,
	type DeclaredField,
} from '../vocabulary';

const names: DeclaredField[] = [
	text('Template Name', 'TemplateName', {
		name: 'templateName',
		required: true,
		placeholder: 'e.g. Staff',
		help: 'What the template is called in CIPP',
	}),
	policyName({ required: true, help: 'Name of the policies made from the template' }),
];
const description = multiline('Template Description', 'TemplateDescription', {
	optional: true,
	placeholder: 'e.g. For all staff',
	help: 'Note on the template, which becomes the comment of the rules made from it',
});
const settings: DeclaredField[] = [
	...names,
	description,
	safeLinksRule({
		optional: true,
		help: 'Name of the rules made from the template. Left out, it is the policy name with _Rule.',
	}),
	choice('State', 'State', words('Enabled', 'Disabled'), {
		optional: true,
		default: 'Enabled',
		help: 'Whether rules made from the template work at once',
	}),
	...safeLinksSettings,
];
const columns = [
	'GUID',
	'TemplateName',
	'TemplateDescription',
	'PolicyName',
	'RuleName',
	'State',
	'Priority',
	'SentTo',
	'SentToMemberOf',
	'RecipientDomainIs',
];
const role = 'Exchange.SafeLinks.ReadWrite';

export const safeLinksTemplate = resource('Safe Links Template', 'safeLinksTemplate', 'getMany', {
	getMany: read('ListSafeLinksPolicyTemplates', {
		name: 'Get Many',
		action: 'Get many safe links templates',
		help: "Lists CIPP's templates for Safe Links policies",
		role: 'Exchange.SafeLinks.Read',
		tenant: null,
		fields: [],
		answer: rows(...columns),
	}),

	get: read('ListSafeLinksPolicyTemplateDetails', {
		name: 'Get',
		action: 'Get safe links template',
		help: 'Reads one template with all its settings',
		role: 'Exchange.SafeLinks.Read',
		tenant: null,
		fields: [template()],
		answer: row('There is no such template'),
	}),

	create: change('CreateSafeLinksPolicyTemplate', {
		name: 'Create',
		action: 'Create safe links template',
		help: 'Keeps settings for a policy in CIPP. It can be deployed only with users, groups or domains in it.',
		role,
		tenant: null,
		fields: settings,
		answer: outcome({ keeps: keepsTemplateId }),
		look: oneMore(inList('getMany', { TemplateName: '{TemplateName}' })),
	}),

	createFromPolicy: change('AddSafeLinksPolicyTemplate', {
		name: 'Create From Policy',
		action: 'Create safe links template from policy',
		help: 'Turns a policy into a template. Give a whole row of Safe Links Policy: Get Many, without Simplify, as additional fields.',
		role,
		tenant: null,
		// Only looked at, never kept.
		fixed: { body: { Name: 'Template' } },
		isOpen: true,
		omits: leftOut(
			'comes with the row of the policy',
			'Description',
			'RuleName',
			'State',
			...safeLinksSettings.map(({ wire }) => wire),
		),
		fields: [...names, description],
		answer: outcome({ keeps: keepsTemplateId }),
	}),

	update: change('EditSafeLinksPolicyTemplate', {
		name: 'Update',
		action: 'Update safe links template',
		help: 'Replaces a template as a whole. Read it first and give everything that should stay.',
		role,
		tenant: null,
		warns: 'Settings that are left out are lost from the template',
		fields: [template(), ...settings],
		answer: outcome(),
		look: andWhatElseWasSent(
			inList('getMany', { GUID: '{ID}' }, { TemplateName: '{TemplateName}' }),
			'ID',
			'tenantFilter',
			'Action',
		),
	}),

	delete: destroy('RemoveSafeLinksPolicyTemplate', {
		name: 'Delete',
		action: 'Delete safe links template',
		help: 'Removes a template from CIPP; policies made from it stay',
		role,
		tenant: null,
		fields: [template()],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
	}),
});
