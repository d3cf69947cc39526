import {
	choice,
	dateTime,
	list,
	multiline,
	number,
	onOff,
	text,
	words,
	type Choice,
	type DeclaredField,
} from '../vocabulary';

/** A condition and its exception: the same name with ExceptIf in front. */
type Twin = (exception: boolean) => DeclaredField;

const wireOf = (wire: string, exception: boolean) => (exception ? `ExceptIf${wire}` : wire);
const labelOf = (label: string, exception: boolean) => (exception ? `Except If ${label}` : label);
const verb = (exception: boolean) => (exception ? 'Leaves out' : 'Applies to');

const several =
	(label: string, wire: string, what: string, example: string, hint: string): Twin =>
	(exception) =>
		list(labelOf(label, exception), wireOf(wire, exception), {
			optional: true,
			placeholder: `e.g. ${example}`,
			help: `${verb(exception)} ${what}${hint}`,
		});
const addresses = (label: string, wire: string, what: string, example: string) =>
	several(label, wire, what, example, '; separate several with commas');
const wordList = (label: string, wire: string, what: string, example: string) =>
	several(label, wire, what, example, '; separate several with commas');
const patterns = (label: string, wire: string, what: string, example: string) =>
	several(label, wire, what, example, '. A pattern with a comma needs a list from an expression.');
const yesNo =
	(label: string, wire: string, what: string): Twin =>
	(exception) =>
		onOff(labelOf(label, exception), wireOf(wire, exception), {
			optional: true,
			help: `Whether the rule ${exception ? 'leaves out' : 'applies to'} ${what}`,
		});
const oneOf =
	(label: string, wire: string, what: string, options: Choice[]): Twin =>
	(exception) =>
		choice(labelOf(label, exception), wireOf(wire, exception), options, {
			optional: true,
			default: options[0].value,
			help: `${verb(exception)} ${what}`,
		});
const value =
	(label: string, wire: string, what: string, example: string): Twin =>
	(exception) =>
		text(labelOf(label, exception), wireOf(wire, exception), {
			optional: true,
			placeholder: `e.g. ${example}`,
			help: `${verb(exception)} ${what}`,
		});

const scopes: Choice[] = [
	{ value: 'InOrganization', label: 'Inside the Organization' },
	{ value: 'NotInOrganization', label: 'Outside the Organization' },
];
const confidence = words('-1', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

const jane = 'jane@contoso.com';
const group = 'sales@contoso.com';

const twins: Twin[] = [
	addresses('Sender Is', 'From', 'mail from these people', jane),
	oneOf('Sender Is Located', 'FromScope', 'mail by where the sender belongs', scopes),
	addresses('Sender Is Member Of', 'FromMemberOf', 'mail from members of these groups', group),
	addresses('Recipient Is', 'SentTo', 'mail to these people', jane),
	oneOf('Recipient Is Located', 'SentToScope', 'mail by where the recipient belongs', scopes),
	addresses('Recipient Is Member Of', 'SentToMemberOf', 'mail to members of these groups', group),
	wordList('Subject Contains', 'SubjectContainsWords', 'subjects with one of these', 'invoice'),
	patterns('Subject Matches', 'SubjectMatchesPatterns', 'subjects of these patterns', '^RE:'),
	wordList(
		'Subject or Body Contains',
		'SubjectOrBodyContainsWords',
		'mail with one of these in subject or body',
		'invoice',
	),
	patterns(
		'Subject or Body Matches',
		'SubjectOrBodyMatchesPatterns',
		'mail with one of these patterns in subject or body',
		'\\d{4}-\\d{4}',
	),
	wordList(
		'Sender Address Contains',
		'FromAddressContainsWords',
		'senders whose address holds one of these',
		'noreply',
	),
	patterns(
		'Sender Address Matches',
		'FromAddressMatchesPatterns',
		'senders whose address is of these patterns',
		'@fabrikam\\.',
	),
	wordList(
		'Attachment Contains',
		'AttachmentContainsWords',
		'attachments with one of these in their text',
		'confidential',
	),
	patterns(
		'Attachment Matches',
		'AttachmentMatchesPatterns',
		'attachments with one of these patterns in their text',
		'\\d{16}',
	),
	patterns(
		'Attachment Name Matches',
		'AttachmentNameMatchesPatterns',
		'attachments whose file name is of these patterns',
		'invoice.*\\.zip$',
	),
	wordList(
		'Attachment Property Contains',
		'AttachmentPropertyContainsWords',
		'Office documents with such a property, as name:word',
		'Department:Sales',
	),
	wordList(
		'Attachment Extension Is',
		'AttachmentExtensionMatchesWords',
		'attachments with these file extensions',
		'exe, js',
	),
	yesNo(
		'Attachment Is Executable',
		'AttachmentHasExecutableContent',
		'mail with programs attached',
	),
	yesNo('Attachment Has Password', 'AttachmentIsPasswordProtected', 'attachments under a password'),
	yesNo(
		'Attachment Cannot Be Read',
		'AttachmentIsUnsupported',
		'attachments of a kind that Exchange cannot look into',
	),
	yesNo(
		'Attachment Scan Gave Up',
		'AttachmentProcessingLimitExceeded',
		'attachments that take too long to look into',
	),
	value('Attachment Size Over', 'AttachmentSizeOver', 'larger attachments', '10MB'),
	value('Message Size Over', 'MessageSizeOver', 'larger mail, attachments included', '25MB'),
	oneOf(
		'Spam Confidence at Least',
		'SCLOver',
		'mail from this spam confidence level on; -1 is trusted, 9 surely spam',
		confidence,
	),
	oneOf(
		'Importance Is',
		'WithImportance',
		'mail of this importance',
		words('Low', 'Normal', 'High'),
	),
	oneOf('Message Type Is', 'MessageTypeMatches', 'mail of this kind', [
		{ value: 'OOF', label: 'Automatic Reply' },
		{ value: 'AutoForward', label: 'Automatic Forward' },
		{ value: 'Encrypted', label: 'Encrypted' },
		{ value: 'Calendaring', label: 'Calendar' },
		{ value: 'PermissionControlled', label: 'Permission Controlled' },
		{ value: 'Voicemail', label: 'Voicemail' },
		{ value: 'Signed', label: 'Signed' },
		{ value: 'ApprovalRequest', label: 'Approval Request' },
		{ value: 'ReadReceipt', label: 'Read Receipt' },
	]),
	addresses('Sender Domain Is', 'SenderDomainIs', 'mail from these domains', 'fabrikam.com'),
	addresses('Recipient Domain Is', 'RecipientDomainIs', 'mail to these domains', 'fabrikam.com'),
	wordList(
		'Recipient Address Contains',
		'RecipientAddressContainsWords',
		'recipients whose address holds one of these',
		'sales',
	),
	patterns(
		'Recipient Address Matches',
		'RecipientAddressMatchesPatterns',
		'recipients whose address is of these patterns',
		'^info@',
	),
	wordList(
		'Any Recipient Address Contains',
		'AnyOfRecipientAddressContainsWords',
		'mail of which any recipient holds one of these',
		'sales',
	),
	patterns(
		'Any Recipient Address Matches',
		'AnyOfRecipientAddressMatchesPatterns',
		'mail of which any recipient is of these patterns',
		'^info@',
	),
	addresses('To Is', 'AnyOfToHeader', 'mail with one of these under To', jane),
	addresses(
		'To Is Member Of',
		'AnyOfToHeaderMemberOf',
		'mail with members of these under To',
		group,
	),
	addresses('Cc Is', 'AnyOfCcHeader', 'mail with one of these under Cc', jane),
	addresses(
		'Cc Is Member Of',
		'AnyOfCcHeaderMemberOf',
		'mail with members of these under Cc',
		group,
	),
	addresses('To or Cc Is', 'AnyOfToCcHeader', 'mail with one of these under To or Cc', jane),
	addresses(
		'To or Cc Is Member Of',
		'AnyOfToCcHeaderMemberOf',
		'mail with members of these under To or Cc',
		group,
	),
	wordList(
		'Header Contains',
		'HeaderContainsWords',
		'mail with one of these in the header named under Header Contains: Header Name',
		'bulk',
	),
	patterns(
		'Header Matches',
		'HeaderMatchesPatterns',
		'mail with such a pattern in the header named under Header Matches: Header Name',
		'^list-',
	),
	wordList(
		'Sender IP Address Is',
		'SenderIpRanges',
		'mail from these IP addresses or ranges',
		'203.0.113.0/24',
	),
];

/** The header that a condition looks into; a template calls it otherwise. */
const headerNames = (contains: string, matches: string): Twin[] => [
	value(
		'Header Contains: Header Name',
		contains,
		'the header that Header Contains looks into; needed with it',
		'X-Priority',
	),
	value(
		'Header Matches: Header Name',
		matches,
		'the header that Header Matches looks into; needed with it',
		'X-Mailer',
	),
];

const both = (list: Twin[]): DeclaredField[] => list.flatMap((twin) => [twin(false), twin(true)]);

const people = (label: string, wire: string, help: string): DeclaredField =>
	list(label, wire, { optional: true, placeholder: `e.g. ${jane}`, help });

const actions: DeclaredField[] = [
	onOff('Delete Message', 'DeleteMessage', {
		optional: true,
		help: 'Whether mail is deleted without telling anyone. A rule without conditions deletes ALL mail.',
	}),
	onOff('Quarantine Message', 'Quarantine', {
		optional: true,
		help: 'Whether mail goes to the quarantine of the tenant',
	}),
	people(
		'Redirect To',
		'RedirectMessageTo',
		'Who gets the mail instead of its recipients, who do not hear of it',
	),
	text('Route Through Connector', 'RouteMessageOutboundConnector', {
		optional: true,
		placeholder: 'e.g. Smart Host',
		help: 'Name of the outbound connector that sends the mail',
	}),
	people('Add to Bcc', 'BlindCopyTo', 'Who gets a blind copy'),
	people('Add to Cc', 'CopyTo', 'Who gets a copy'),
	people('Approval By', 'ModerateMessageByUser', 'Who has to approve the mail before it goes on'),
	onOff('Approval by Manager', 'ModerateMessageByManager', {
		optional: true,
		help: "Whether the sender's manager has to approve the mail",
	}),
	text('Reject With Text', 'RejectMessageReasonText', {
		optional: true,
		placeholder: 'e.g. Please use our portal',
		help: 'Sends the mail back to its sender with this explanation',
	}),
	text('Reject With Status Code', 'RejectMessageEnhancedStatusCode', {
		optional: true,
		placeholder: 'e.g. 5.7.1',
		help: 'Sends the mail back with this code: 5.7.1, or 5.7.900 to 5.7.999',
	}),
	text('Prepend to Subject', 'PrependSubject', {
		optional: true,
		placeholder: 'e.g. [External]',
		help: 'Put in front of the subject. Spaces at the end are cut off.',
	}),
	choice('Set Spam Confidence', 'SetSCL', confidence, {
		optional: true,
		default: '-1',
		help: 'Spam confidence level that mail gets: -1 skips the spam filter, 9 is surely spam',
	}),
	text('Set Header: Name', 'SetHeaderName', {
		optional: true,
		placeholder: 'e.g. X-Checked',
		help: 'Header to add or overwrite; only together with its value',
	}),
	text('Set Header: Value', 'SetHeaderValue', {
		optional: true,
		placeholder: 'e.g. yes',
		help: 'What the header is set to; only together with its name',
	}),
	text('Remove Header', 'RemoveHeader', {
		optional: true,
		placeholder: 'e.g. X-Originating-IP',
		help: 'Header to take out of the mail',
	}),
	text('Apply Classification', 'ApplyClassification', {
		optional: true,
		placeholder: 'e.g. Confidential',
		help: 'Message classification that mail gets, by name',
	}),
	multiline('Disclaimer', 'ApplyHtmlDisclaimerText', {
		optional: true,
		placeholder: 'e.g. <p>This mail is confidential.</p>',
		help: 'HTML that is added to mail',
	}),
	choice('Disclaimer Position', 'ApplyHtmlDisclaimerLocation', words('Append', 'Prepend'), {
		optional: true,
		default: 'Append',
		help: 'Where the disclaimer stands. Ignored without one.',
	}),
	choice(
		'Disclaimer Fallback',
		'ApplyHtmlDisclaimerFallbackAction',
		[
			{ value: 'Wrap', label: 'Wrap', help: 'Attach the mail to a new one with the disclaimer' },
			{ value: 'Ignore', label: 'Ignore', help: 'Send it without the disclaimer' },
			{ value: 'Reject', label: 'Reject', help: 'Send it back' },
		],
		{
			optional: true,
			default: 'Wrap',
			help: 'What happens to mail that cannot be altered, such as encrypted mail. Ignored without a disclaimer.',
		},
	),
	text('Incident Report To', 'GenerateIncidentReport', {
		optional: true,
		placeholder: 'e.g. security@contoso.com',
		help: 'Address that gets a report for each match',
	}),
	list('Incident Report Content', 'IncidentReportContent', {
		optional: true,
		placeholder: 'e.g. Sender, Recipients, Subject',
		help: 'Parts of the mail in the report. Ignored without an address for it.',
	}),
	text('Notify Recipient With', 'GenerateNotification', {
		optional: true,
		placeholder: 'e.g. A mail to you was held back',
		help: 'Text of a notice to the recipient',
	}),
	onOff('Encrypt Message', 'ApplyOME', {
		optional: true,
		help: 'Whether mail is encrypted with Office 365 Message Encryption',
	}),
];

const settings: DeclaredField[] = [
	multiline('Comments', 'Comments', {
		optional: true,
		placeholder: 'e.g. Asked for in TICKET-4711',
		help: 'Note kept with the rule',
	}),
	choice(
		'Mode',
		'Mode',
		[
			{ value: 'Enforce', label: 'Enforce' },
			{ value: 'Audit', label: 'Test', help: 'Only written to the log' },
			{ value: 'AuditAndNotify', label: 'Test With Policy Tips' },
		],
		{ optional: true, default: 'Audit', help: 'Whether the rule acts on mail or is tried out' },
	),
	choice(
		'Audit Severity',
		'SetAuditSeverity',
		[...words('Low', 'Medium', 'High'), { value: 'DoNotAudit', label: 'Do Not Audit' }],
		{ optional: true, default: 'Low', help: 'How a match is marked in the reports' },
	),
	onOff('Stop Processing More Rules', 'StopRuleProcessing', {
		optional: true,
		help: 'Whether rules of a lower rank are skipped for mail that matches',
	}),
	choice(
		'Sender Address Location',
		'SenderAddressLocation',
		[
			{ value: 'Header', label: 'Header' },
			{ value: 'Envelope', label: 'Envelope' },
			{ value: 'HeaderOrEnvelope', label: 'Header or Envelope' },
		],
		{
			optional: true,
			default: 'Header',
			help: 'Where conditions on the sender look for the address',
		},
	),
	dateTime('Active From', 'ActivationDate', {
		form: 'isoDate',
		optional: true,
		help: 'When the rule begins to work, in the time zone of the workflow',
	}),
	dateTime('Active Until', 'ExpiryDate', {
		form: 'isoDate',
		optional: true,
		help: 'When the rule ends to work, in the time zone of the workflow',
	}),
];

const common: DeclaredField[] = [...settings, ...both(twins), ...actions];

export const liveRuleSettings: DeclaredField[] = [
	number('Priority', 'Priority', {
		optional: true,
		placeholder: 'e.g. 0',
		help: 'Rank of the rule; 0 comes first',
	}),
	...common,
	...both(headerNames('HeaderContainsWordsMessageHeader', 'HeaderMatchesPatternsMessageHeader')),
];

export const ruleTemplateSettings: DeclaredField[] = [
	...common,
	...both(headerNames('HeaderContainsMessageHeader', 'HeaderMatchesMessageHeader')),
];
