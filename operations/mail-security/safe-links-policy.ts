import { needsFullAccess } from '../fields/protection-fields';
import { policyName, safeLinksRule, safeLinksSettings } from './safe-links-fields';
import {
	change,
	destroy,
	inBody,
	inQuery,
	inSteps,
	json,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
} from '../vocabulary';

const enabled = onOff('Enabled', 'State', {
	optional: true,
	help: 'Whether the rule works. Add it only to switch the rule on or off.',
});

export const safeLinksPolicy = resource('Safe Links Policy', 'safeLinksPolicy', 'getMany', {
	getMany: read('ListSafeLinksPolicy', {
		name: 'Get Many',
		action: 'Get many safe links policies',
		help: "Lists a tenant's policies and their rules. Microsoft's own ones stand there without a rule, which is no fault.",
		role: 'Security.SafeLinksPolicy.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'PolicyName',
			'RuleName',
			'State',
			'Priority',
			'ConfigurationStatus',
			'IsBuiltIn',
			'EnableSafeLinksForEmail',
			'EnableSafeLinksForTeams',
			'EnableSafeLinksForOffice',
			'AllowClickThrough',
			'RecipientDomainIs',
		),
	}),

	get: read('ListSafeLinksPolicyDetails', {
		name: 'Get',
		action: 'Get safe links policy',
		help: 'Reads one policy, its rule, or both. If only one could be read, PolicyError or RuleError says why.',
		role: 'Exchange.SpamFilter.Read',
		tenant: inQuery(),
		fields: [
			policyName({ help: 'The policy to read. Give this, a rule name, or both.' }),
			safeLinksRule({ help: 'The rule to read. Give this, a policy name, or both.' }),
		],
		needsOneOf: ['PolicyName', 'RuleName'],
		answer: row('There is no such policy in this tenant'),
	}),

	create: change('ExecNewSafeLinksPolicy', {
		name: 'Create',
		action: 'Create safe links policy',
		help: 'Makes a policy and its rule. Say under Options whom it is for: users, groups or domains, at least one.',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inQuery(),
		warns:
			'Without users, groups or domains the rule fails and the policy stays behind without one',
		fields: [
			policyName({ required: true, help: 'What the new policy is called; the name must be free' }),
			safeLinksRule({ required: true, help: 'What the new rule is called; the name must be free' }),
			enabled,
			...safeLinksSettings,
		],
		answer: inSteps(
			outcome({ failing: [/already exists/i] }),
			'the Safe Links policies and rules of the tenant',
		),
	}),

	deploy: change('AddSafeLinksPolicyFromTemplate', {
		name: 'Deploy Templates',
		action: 'Deploy templates of safe links policies',
		help: `Makes policies from templates, with users, groups or domains in them. ${needsFullAccess}`,
		role: 'Exchange.SafeLinks.ReadWrite',
		tenant: inBody('selectedTenants', { form: 'labelValues', allTenants: true }),
		fields: [
			json('Templates (JSON)', 'TemplateList', {
				name: 'templates',
				required: true,
				placeholder:
					'e.g. [{"label":"Staff","value":{"PolicyName":"Staff","RecipientDomainIs":["contoso.com"]}}]',
				help: 'A list whose items hold a whole row of Safe Links Template: Get Many under value. A GUID there makes it fail.',
			}),
		],
		answer: inSteps(
			outcome({ failing: [/already exists/i] }),
			'the Safe Links policies and rules of the tenant',
		),
	}),

	update: change('EditSafeLinksPolicy', {
		name: 'Update',
		action: 'Update safe links policy',
		help: 'Alters a policy, its rule, or both. What is not added under Options stays; a list replaces the old one and cannot be emptied.',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inQuery(),
		fields: [
			policyName({ help: 'Needed to alter what is protected and how links are treated' }),
			safeLinksRule({
				help: 'Needed to alter for whom it is, priority, comments and whether it works',
			}),
			enabled,
			...safeLinksSettings,
		],
		needsOneOf: ['PolicyName', 'RuleName'],
		answer: inSteps(outcome(), 'the Safe Links policies and rules of the tenant'),
	}),

	delete: destroy('ExecDeleteSafeLinksPolicy', {
		name: 'Delete',
		action: 'Delete safe links policy',
		help: 'Removes the rule, then the policy. Give both names, since the other one stays if only one is given.',
		role: 'Exchange.SpamFilter.ReadWrite',
		tenant: inQuery(),
		fields: [
			policyName({ help: 'The policy to delete. Leave empty for a rule without policy.' }),
			safeLinksRule({ help: 'The rule to delete. Leave empty for a policy without rule.' }),
		],
		needsOneOf: ['PolicyName', 'RuleName'],
		answer: inSteps(
			outcome({ failing: [/no rule name provided.*no policy name provided/is] }),
			'the Safe Links policies and rules of the tenant',
		),
	}),
});
