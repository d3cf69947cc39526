import { location } from './compliance-fields';
import { dlpModes } from './dlp-policy';
import { template } from '../fields/protection-fields';
import {
	change,
	choice,
	destroy,
	gone,
	inList,
	json,
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
} from '../vocabulary';

const columns = ['GUID', 'name', 'comments', 'Mode', 'ExchangeLocation', 'SharePointLocation'];

export const dlpPolicyTemplate = resource('DLP Policy Template', 'dlpPolicyTemplate', 'getMany', {
	getMany: read('ListDlpCompliancePolicyTemplates', {
		name: 'Get Many',
		action: 'Get many DLP policy templates',
		help: "Lists CIPP's templates for data loss prevention policies",
		role: 'Security.DlpCompliancePolicy.Read',
		tenant: null,
		fields: [],
		answer: rows(...columns, 'OneDriveLocation', 'TeamsLocation', 'RuleParams'),
	}),

	get: read('ListDlpCompliancePolicyTemplates', {
		name: 'Get',
		action: 'Get DLP policy template',
		help: 'Reads one template with its rules',
		role: 'Security.DlpCompliancePolicy.Read',
		tenant: null,
		fields: [template()],
		answer: row('There is no such template'),
	}),

	create: change('AddDlpCompliancePolicyTemplate', {
		name: 'Create',
		action: 'Create DLP policy template',
		help: 'Keeps a data loss prevention policy as a template in CIPP, always as a new one. A row of Data Loss Prevention Policy: Get Many fits as additional fields, without Simplify.',
		role: 'Security.DlpCompliancePolicy.ReadWrite',
		tenant: null,
		isOpen: true,
		omits: {
			PowerShellCommand: 'the same as text; the fields are given one by one',
			comments: 'only read without Comment',
		},
		fields: [
			text('Name', 'Name', {
				required: true,
				placeholder: 'e.g. Credit Cards',
				help: 'Name of the template and of the policies made from it',
			}),
			multiline('Comment', 'Comment', {
				optional: true,
				placeholder: 'e.g. For all tenants',
				help: 'Note kept with the template and the policies made from it',
			}),
			choice('Mode', 'Mode', dlpModes, {
				optional: true,
				default: 'TestWithoutNotifications',
				help: 'Whether policies made from it work, are tried out or are off',
			}),
			json('Rules (JSON)', 'RuleParams', {
				optional: true,
				placeholder: 'e.g. {"Name":"Block Cards","BlockAccess":true}',
				help: 'One rule or a list of rules, in the words of New-DlpComplianceRule. Ignored when rules of a policy are given.',
			}),
			json('Rules of a Policy (JSON)', 'AssociatedRules', {
				optional: true,
				placeholder: 'e.g. [{"Name":"Block Cards","BlockAccess":true}]',
				help: 'The column AssociatedRules of Data Loss Prevention Policy: Get Many',
			}),
			...location('Exchange', 'ExchangeLocation', 'All'),
			...location('SharePoint', 'SharePointLocation', 'All'),
			...location('OneDrive', 'OneDriveLocation', 'All'),
			...location('Teams', 'TeamsLocation', 'All'),
			...location('Devices', 'EndpointDlpLocation', 'All'),
			...location('On-Premises Scanner', 'OnPremisesScannerDlpLocation', 'All'),
			...location('Other Cloud Apps', 'ThirdPartyAppDlpLocation', 'All'),
			...location('Power BI', 'PowerBIDlpLocation', 'All'),
			...location('Microsoft 365 Groups', 'ModernGroupLocation', 'All'),
		],
		answer: outcome({ keeps: keepsTemplateId }),
		look: oneMore(inList('getMany', { name: '{Name}' })),
	}),

	delete: destroy('RemoveDlpCompliancePolicyTemplate', {
		name: 'Delete',
		action: 'Delete DLP policy template',
		help: 'Removes a template from CIPP; policies made from it stay',
		role: 'Security.DlpCompliancePolicy.ReadWrite',
		tenant: null,
		fields: [template()],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
	}),
});
