import { list, multiline, number, onOff, text, type DeclaredField } from '../vocabulary';

const yesNo = (label: string, wire: string, help: string): DeclaredField =>
	onOff(label, wire, { optional: true, help: `Whether ${help}` });
const several = (label: string, wire: string, help: string, example: string): DeclaredField =>
	list(label, wire, { optional: true, placeholder: `e.g. ${example}`, help });

/** What a Safe Links policy and its rule can be given, but for State. */
export const safeLinksSettings: DeclaredField[] = [
	yesNo('Protect Email', 'EnableSafeLinksForEmail', 'links in mail are checked'),
	yesNo('Protect Teams', 'EnableSafeLinksForTeams', 'links in Teams are checked'),
	yesNo('Protect Office', 'EnableSafeLinksForOffice', 'links in Office apps are checked'),
	yesNo('Track Clicks', 'TrackClicks', 'clicks on links are recorded'),
	yesNo('Allow Click-Through', 'AllowClickThrough', 'people may go on to a page that is blocked'),
	yesNo('Scan URLs', 'ScanUrls', 'links are checked at once when mail comes in'),
	yesNo('Internal Senders Too', 'EnableForInternalSenders', 'mail between colleagues is covered'),
	yesNo(
		'Wait for Scan',
		'DeliverMessageAfterScan',
		'mail is delivered only once its links are checked',
	),
	yesNo(
		'Do Not Rewrite Links',
		'DisableUrlRewrite',
		'links stay as written and are checked on click only',
	),
	yesNo(
		'Organization Branding',
		'EnableOrganizationBranding',
		'the warning page shows your own branding',
	),
	several(
		'Do Not Rewrite These URLs',
		'DoNotRewriteUrls',
		'Links that are left alone; separate several with commas',
		'*.contoso.com/*',
	),
	several('Users', 'SentTo', 'Whom the policy is for, by email address', 'jane@contoso.com'),
	several('Groups', 'SentToMemberOf', 'Groups the policy is for', 'sales@contoso.com'),
	several('Domains', 'RecipientDomainIs', 'Domains the policy is for', 'contoso.com'),
	several('Except Users', 'ExceptIfSentTo', 'Whom the policy leaves out', 'jane@contoso.com'),
	several('Except Groups', 'ExceptIfSentToMemberOf', 'Groups it leaves out', 'sales@contoso.com'),
	several('Except Domains', 'ExceptIfRecipientDomainIs', 'Domains it leaves out', 'contoso.com'),
	text('Description', 'AdminDisplayName', {
		optional: true,
		placeholder: 'e.g. For all staff',
		help: 'Note on the policy for administrators',
	}),
	multiline('Notification Text', 'CustomNotificationText', {
		optional: true,
		placeholder: 'e.g. This link is not safe. Call 1234.',
		help: 'What people read on the warning page',
	}),
	number('Priority', 'Priority', {
		optional: true,
		placeholder: 'e.g. 0',
		help: 'Rank of the rule; 0 comes first',
	}),
	multiline('Comments', 'Comments', {
		optional: true,
		placeholder: 'e.g. Asked for in TICKET-4711',
		help: 'Note on the rule. Rules made from a template get the description of the template instead.',
	}),
];

export const policyName = (rest: Partial<DeclaredField>): DeclaredField =>
	text('Policy Name', 'PolicyName', {
		name: 'policyName',
		placeholder: 'e.g. All Staff',
		help: 'The column PolicyName of Get Many',
		...rest,
	});
export const safeLinksRule = (rest: Partial<DeclaredField>): DeclaredField =>
	text('Rule Name', 'RuleName', {
		name: 'ruleName',
		placeholder: 'e.g. All Staff',
		help: 'The column RuleName of Get Many',
		...rest,
	});
