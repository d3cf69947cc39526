import { leftOut, template } from '../fields/protection-fields';
import {
	change,
	choice,
	destroy,
	gone,
	inList,
	keepsTemplateId,
	list,
	number,
	oneMore,
	onOff,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const whatToDo = [
	{ value: 'Quarantine', label: 'Quarantine' },
	{ value: 'MoveToJmf', label: 'Move to Junk Email' },
	{ value: 'AddXHeader', label: 'Add X-Header' },
	{ value: 'ModifySubject', label: 'Modify Subject' },
	{ value: 'Redirect', label: 'Redirect' },
	{ value: 'Delete', label: 'Delete' },
	{ value: 'NoAction', label: 'No Action' },
];
const verdict = (label: string, what: string, action: string, tag: string): DeclaredField[] => [
	choice(`${label}: Action`, action, whatToDo, {
		optional: true,
		default: 'Quarantine',
		help: `What happens to ${what}. Exchange does not take every action for every kind.`,
	}),
	text(`${label}: Quarantine Policy`, tag, {
		optional: true,
		placeholder: 'e.g. AdminOnlyAccessPolicy',
		help: `What users may do with ${what} in quarantine, by name of a quarantine policy`,
	}),
];
const senders = (label: string, wire: string, help: string, example: string): DeclaredField =>
	list(label, wire, { optional: true, placeholder: `e.g. ${example}`, help });

/** Seldom used; a row of Spam Filter: Get Many brings them along. */
const rare =
	'AddXHeaderValue Confirm DownloadLink EndUserSpamNotificationCustomFromAddress EndUserSpamNotificationCustomFromName EndUserSpamNotificationCustomSubject EndUserSpamNotificationLanguage IncreaseScoreWithBizOrInfoUrls IncreaseScoreWithImageLinks IncreaseScoreWithNumericIps IncreaseScoreWithRedirectToOtherPort MarkAsSpamBulkMail MarkAsSpamEmbedTagsInHtml MarkAsSpamEmptyMessages MarkAsSpamFormTagsInHtml MarkAsSpamFramesInHtml MarkAsSpamFromAddressAuthFail MarkAsSpamJavaScriptInHtml MarkAsSpamNdrBackscatter MarkAsSpamObjectTagsInHtml MarkAsSpamSensitiveWordList MarkAsSpamSpfRecordHardFail MarkAsSpamWebBugsInHtml ModifySubjectValue RecommendedPolicyType TestModeAction TestModeBccToRecipients';

export const spamFilterTemplate = resource(
	'Spam Filter Template',
	'spamFilterTemplate',
	'getMany',
	{
		getMany: read('ListSpamFilterTemplates', {
			name: 'Get Many',
			action: 'Get many spam filter templates',
			help: "Lists CIPP's templates for anti-spam policies. One made from pasted Exchange JSON can show a GUID that is not its own.",
			role: 'Exchange.SpamFilter.Read',
			tenant: null,
			fields: [],
			answer: rows(
				'GUID',
				'name',
				'comments',
				'SpamAction',
				'HighConfidenceSpamAction',
				'PhishSpamAction',
				'HighConfidencePhishAction',
				'BulkSpamAction',
				'BulkThreshold',
			),
		}),

		create: change('AddSpamFilterTemplate', {
			name: 'Create',
			action: 'Create spam filter template',
			help: 'Keeps an anti-spam policy as a template in CIPP, always as a new one. A row of Spam Filter: Get Many fits as additional fields, without Simplify.',
			role: 'Exchange.Spamfilter.ReadWrite',
			tenant: null,
			isOpen: true,
			omits: {
				name: 'sent as Name, as rows of Spam Filter: Get Many spell it',
				PowerShellCommand:
					'the same as text, stored unchecked; a Guid in it would hide the ID of the template',
				...leftOut('rare; can be given as additional fields', ...rare.split(' ')),
			},
			fields: [
				text('Name', 'Name', {
					required: true,
					placeholder: 'e.g. Strict',
					help: 'Name of the template and of the policies made from it',
				}),
				...verdict('Spam', 'spam', 'SpamAction', 'SpamQuarantineTag'),
				...verdict(
					'High Confidence Spam',
					'what is surely spam',
					'HighConfidenceSpamAction',
					'HighConfidenceSpamQuarantineTag',
				),
				...verdict('Phishing', 'phishing', 'PhishSpamAction', 'PhishQuarantineTag'),
				...verdict(
					'High Confidence Phishing',
					'what is surely phishing',
					'HighConfidencePhishAction',
					'HighConfidencePhishQuarantineTag',
				),
				...verdict('Bulk', 'bulk mail', 'BulkSpamAction', 'BulkQuarantineTag'),
				number('Bulk Threshold', 'BulkThreshold', {
					optional: true,
					placeholder: 'e.g. 6',
					help: 'From which complaint level, 1 to 9, mail counts as bulk. Lower catches more.',
				}),
				senders(
					'Allowed Senders',
					'AllowedSenders',
					'Addresses that are never spam',
					'jane@fabrikam.com',
				),
				senders(
					'Allowed Domains',
					'AllowedSenderDomains',
					'Domains that are never spam',
					'fabrikam.com',
				),
				senders(
					'Blocked Senders',
					'BlockedSenders',
					'Addresses that are always spam',
					'x@example.com',
				),
				senders(
					'Blocked Domains',
					'BlockedSenderDomains',
					'Domains that are always spam',
					'example.com',
				),
				senders(
					'Redirect To',
					'RedirectToRecipients',
					'Who gets redirected mail',
					'abuse@contoso.com',
				),
				onOff('Block by Language', 'EnableLanguageBlockList', {
					optional: true,
					help: 'Whether mail in the languages below is spam',
				}),
				senders('Blocked Languages', 'LanguageBlockList', 'Languages by two-letter code', 'RU, ZH'),
				onOff('Block by Region', 'EnableRegionBlockList', {
					optional: true,
					help: 'Whether mail from the countries below is spam',
				}),
				senders('Blocked Regions', 'RegionBlockList', 'Countries by two-letter code', 'RU, CN'),
				onOff('Zero-Hour Purge of Spam', 'SpamZapEnabled', {
					optional: true,
					help: 'Whether spam is taken out of mailboxes after delivery',
				}),
				onOff('Zero-Hour Purge of Phishing', 'PhishZapEnabled', {
					optional: true,
					help: 'Whether phishing is taken out of mailboxes after delivery',
				}),
				onOff('Safety Tips', 'InlineSafetyTipsEnabled', {
					optional: true,
					help: 'Whether Outlook shows safety tips',
				}),
				number('Quarantine Days', 'QuarantineRetentionPeriod', {
					optional: true,
					placeholder: 'e.g. 30',
					help: 'How many days mail stays in quarantine, 1 to 30',
				}),
				onOff('Notify Users', 'EnableEndUserSpamNotifications', {
					optional: true,
					help: 'Whether users get a summary of their quarantine',
				}),
				number('Notify Every (Days)', 'EndUserSpamNotificationFrequency', {
					optional: true,
					placeholder: 'e.g. 1',
					help: 'Days between two summaries',
				}),
				text('Description', 'AdminDisplayName', {
					optional: true,
					placeholder: 'e.g. For all tenants',
					help: 'Note on the policy for administrators',
				}),
			],
			answer: outcome({ keeps: keepsTemplateId }),
			look: oneMore(inList('getMany', { name: '{Name}' })),
		}),

		delete: destroy('RemoveSpamfilterTemplate', {
			name: 'Delete',
			action: 'Delete spam filter template',
			help: 'Removes a template from CIPP; policies made from it stay',
			role: 'Exchange.Spamfilter.ReadWrite',
			tenant: null,
			fields: [template()],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
