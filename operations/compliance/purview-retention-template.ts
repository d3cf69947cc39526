import { location } from './compliance-fields';
import { identity, leftOut, template } from '../fields/protection-fields';
import {
	change,
	destroy,
	gone,
	inBody,
	inList,
	json,
	keepsTemplateId,
	list,
	multiline,
	oneMore,
	onOff,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
} from '../vocabulary';

const role = 'Security.RetentionCompliancePolicy.ReadWrite';

export const purviewRetentionTemplate = resource(
	'Retention Policy Template',
	'purviewRetentionTemplate',
	'getMany',
	{
		getMany: read('ListRetentionCompliancePolicyTemplates', {
			name: 'Get Many',
			action: 'Get many retention policy templates',
			help: "Lists CIPP's templates for Purview retention policies",
			role: 'Security.RetentionCompliancePolicy.Read',
			tenant: null,
			fields: [],
			answer: rows(
				'GUID',
				'name',
				'comments',
				'Enabled',
				'RestrictiveRetention',
				'ExchangeLocation',
				'SharePointLocation',
				'RuleParams',
			),
		}),

		get: read('ListRetentionCompliancePolicyTemplates', {
			name: 'Get',
			action: 'Get retention policy template',
			help: 'Reads one template with its rule',
			role: 'Security.RetentionCompliancePolicy.Read',
			tenant: null,
			fields: [template()],
			answer: row('There is no such template'),
		}),

		createFromPolicy: change('AddRetentionCompliancePolicyTemplate', {
			name: 'Create From Policy',
			action: 'Create retention policy template from policy',
			help: 'Copies a live policy of a tenant and its first rule into a template',
			role,
			tenant: inBody(),
			warns: 'A locked policy makes a template whose policies are locked for ever too',
			fields: [identity('Policy', 'Identity', 'Name or Guid of the policy in the tenant')],
			answer: outcome({ keeps: keepsTemplateId }),
			look: inList('getMany', { GUID: '{answer.templateId}' }),
		}),

		create: change('AddRetentionCompliancePolicyTemplate', {
			name: 'Create',
			action: 'Create retention policy template',
			help: 'Keeps settings for a retention policy in CIPP, always as a new template',
			role,
			tenant: null,
			omits: {
				tenantFilter: 'makes CIPP copy a live policy instead: Create From Policy',
				...leftOut('only read without Comment', 'comments'),
				...leftOut('the same as text; the fields are given one by one', 'PowerShellCommand'),
			},
			fields: [
				text('Name', 'Name', {
					required: true,
					placeholder: 'e.g. Keep 7 Years',
					help: 'Name of the template and of the policies made from it',
				}),
				json('Rule (JSON)', 'RuleParams', {
					required: true,
					placeholder: 'e.g. {"RetentionDuration":2555,"RetentionComplianceAction":"Keep"}',
					help: 'The rule as an object: RetentionDuration in days, RetentionComplianceAction Keep, Delete or KeepAndDelete, and so on. Delete makes Microsoft delete content.',
				}),
				multiline('Comment', 'Comment', {
					optional: true,
					placeholder: 'e.g. For all tenants',
					help: 'Note kept with the template and the policies made from it',
				}),
				onOff('Enabled', 'Enabled', {
					optional: true,
					help: 'Whether policies made from it work at once',
				}),
				onOff('Lock for Ever', 'RestrictiveRetention', {
					optional: true,
					help: 'Whether policies made from it are locked (Preservation Lock). Nobody can loosen, disable or delete them again, ever.',
				}),
				...location('Exchange', 'ExchangeLocation', 'All'),
				...location('SharePoint', 'SharePointLocation', 'All'),
				...location('OneDrive', 'OneDriveLocation', 'All'),
				...location('Microsoft 365 Groups', 'ModernGroupLocation', 'All'),
				...location('Teams Channels', 'TeamsChannelLocation', 'All'),
				...location('Teams Chats', 'TeamsChatLocation', 'All'),
				...location('Skype', 'SkypeLocation', 'jane@contoso.com'),
				list('Public Folders: Include', 'PublicFolderLocation', {
					optional: true,
					placeholder: 'e.g. All',
					help: 'All, to cover public folders',
				}),
				text('Workload', 'Workload', {
					optional: true,
					placeholder: 'e.g. Exchange, SharePoint',
					help: 'What is covered as a whole where no locations are given, as the column Workload of Retention Policy: Get Many says it',
				}),
			],
			answer: outcome({ keeps: keepsTemplateId }),
			look: oneMore(inList('getMany', { name: '{Name}' })),
		}),

		delete: destroy('RemoveRetentionCompliancePolicyTemplate', {
			name: 'Delete',
			action: 'Delete retention policy template',
			help: 'Removes a template from CIPP; policies made from it stay',
			role,
			tenant: null,
			fields: [template()],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
