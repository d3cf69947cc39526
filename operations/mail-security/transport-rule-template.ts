import { leftOut, template } from '../fields/protection-fields';
import { ruleTemplateSettings } from './transport-rule-fields';
import {
	change,
	destroy,
	gone,
	inList,
	keepsTemplateId,
	oneMore,
	outcome,
	read,
	readBefore,
	resource,
	row,
	rows,
	text,
	toggle,
} from '../vocabulary';

/** Seldom used; a row of Transport Rule: Get Many brings them along. */
const rare =
	'ADComparisonAttribute ADComparisonOperator AddManagerAsRecipientType AddToRecipients ApplyRightsProtectionCustomizationTemplate ApplyRightsProtectionTemplate BetweenMemberOf1 BetweenMemberOf2 Confirm ContentCharacterSetContainsWords DlpPolicy DomainController Enabled ExceptIfADComparisonAttribute ExceptIfADComparisonOperator ExceptIfBetweenMemberOf1 ExceptIfBetweenMemberOf2 ExceptIfContentCharacterSetContainsWords ExceptIfHasClassification ExceptIfHasNoClassification ExceptIfHasSenderOverride ExceptIfManagerAddresses ExceptIfManagerForEvaluatedUser ExceptIfMessageContainsDataClassifications ExceptIfRecipientADAttributeContainsWords ExceptIfRecipientADAttributeMatchesPatterns ExceptIfRecipientInSenderList ExceptIfSenderADAttributeContainsWords ExceptIfSenderADAttributeMatchesPatterns ExceptIfSenderInRecipientList ExceptIfSenderManagementRelationship HasClassification HasNoClassification HasSenderOverride IncidentReportOriginalMail LogEventText ManagerAddresses ManagerForEvaluatedUser MessageContainsDataClassifications NotifySender RecipientADAttributeContainsWords RecipientADAttributeMatchesPatterns RecipientAddressType RecipientInSenderList RemoveOME RemoveOMEv2 RemoveRMSAttachmentEncryption RouteMessageOutboundRequireTls RuleErrorAction RuleSubType SenderADAttributeContainsWords SenderADAttributeMatchesPatterns SenderInRecipientList SenderManagementRelationship SmtpRejectMessageRejectStatusCode SmtpRejectMessageRejectText UseLegacyRegex';

export const transportRuleTemplate = resource(
	'Transport Rule Template',
	'transportRuleTemplate',
	'getMany',
	{
		getMany: read('ListTransportRulesTemplates', {
			name: 'Get Many',
			action: 'Get many transport rule templates',
			help: "Lists CIPP's templates for mail flow rules. This brings back built-in ones that were deleted.",
			role: 'Exchange.TransportRule.Read',
			tenant: null,
			fields: [
				toggle('Names Only', 'noJson', {
					optional: true,
					help: 'Whether to return only name and GUID. The GUID is then right also for templates made from pasted Exchange JSON.',
				}),
			],
			answer: rows('GUID', 'name', 'comments', 'Mode', 'SentToScope', 'FromScope', 'DeleteMessage'),
		}),

		get: read('ListTransportRulesTemplates', {
			name: 'Get',
			action: 'Get transport rule template',
			help: 'Reads one template with every field of the rule',
			role: 'Exchange.TransportRule.Read',
			tenant: null,
			fields: [template()],
			answer: row('There is no such template'),
		}),

		create: change('AddTransportTemplate', {
			name: 'Create',
			action: 'Create transport rule template',
			help: 'Keeps a rule as a template in CIPP, always as a new one. A row of Transport Rule: Get Many fits as additional fields, without Simplify.',
			role: 'Exchange.TransportRule.ReadWrite',
			tenant: null,
			isOpen: true,
			omits: {
				PowerShellCommand:
					'the same as text, stored unchecked; a Guid in it would hide the ID of the template',
				...leftOut('rare; can be given as additional fields', ...rare.split(' ')),
			},
			fields: [
				text('Name', 'Name', {
					required: true,
					placeholder: 'e.g. Block Auto-Forward',
					help: 'Name of the template and of the rules made from it',
				}),
				...ruleTemplateSettings,
			],
			answer: outcome({ keeps: keepsTemplateId }),
			look: oneMore(inList('getMany', { name: '{Name}' })),
		}),

		delete: destroy('RemoveTransportRuleTemplate', {
			name: 'Delete',
			action: 'Delete transport rule template',
			help: 'Removes a template from CIPP. Rules made from it stay, and a built-in template comes back.',
			role: 'Exchange.TransportRule.ReadWrite',
			tenant: null,
			fields: [template()],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
