import { mustChoose, template } from '../fields/protection-fields';
import {
	change,
	destroy,
	gone,
	inList,
	keepsTemplateId,
	list,
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

const yesNo = (label: string, wire: string, help: string): DeclaredField =>
	onOff(label, wire, { optional: true, help: `Whether ${help}` });
const several = (label: string, wire: string, help: string, example: string): DeclaredField =>
	list(label, wire, { optional: true, placeholder: `e.g. ${example}`, help });
const value = (label: string, wire: string, help: string, example: string): DeclaredField =>
	text(label, wire, { optional: true, placeholder: `e.g. ${example}`, help });

const outbound: DeclaredField[] = [
	yesNo('All Accepted Domains', 'AllAcceptedDomains', 'it serves all accepted domains. Outbound.'),
	yesNo(
		'Cloud Services Mail',
		'CloudServicesMailEnabled',
		'headers stay between cloud and on-premises. Both directions know it, CIPP keeps it for outbound.',
	),
	value('Comment', 'Comment', 'Note on the connector. Outbound only.', 'Smart host of the scanner'),
	yesNo(
		'Confirm',
		'Confirm',
		'Exchange is told to ask for confirmation. Outbound only, seldom of use.',
	),
	value('Connector Source', 'ConnectorSource', 'How it came about', 'HybridWizard'),
	value('Connector Type', 'ConnectorType', 'OnPremises or Partner', 'Partner'),
	yesNo(
		'Enabled',
		'Enabled',
		'connectors made from it are switched on. Outbound only; an inbound template loses it.',
	),
	yesNo(
		'Used by Transport Rules Only',
		'IsTransportRuleScoped',
		'only transport rules send mail through it. Outbound.',
	),
	several(
		'Recipient Domains',
		'RecipientDomains',
		'Domains it sends to. Outbound.',
		'fabrikam.com',
	),
	yesNo(
		'Route All via On-Premises',
		'RouteAllMessagesViaOnPremises',
		'all mail takes the way over your own servers. Outbound.',
	),
	several('Smart Hosts', 'SmartHosts', 'Servers it sends to. Outbound.', 'smtp.contoso.com'),
	yesNo('Test Mode', 'TestMode', 'it is tried out only. Outbound.'),
	value(
		'TLS Domain',
		'TlsDomain',
		'Name in the certificate of the other side. Outbound.',
		'*.contoso.com',
	),
	value(
		'TLS Settings',
		'TlsSettings',
		'EncryptionOnly, CertificateValidation or DomainValidation. Outbound.',
		'DomainValidation',
	),
	yesNo(
		'Use MX Record',
		'UseMXRecord',
		'it looks up the MX record instead of a smart host. Outbound.',
	),
];

const inbound: DeclaredField[] = [
	several(
		'Sender Domains',
		'SenderDomains',
		'Domains it takes mail from. Inbound.',
		'fabrikam.com',
	),
	several(
		'Enhanced Filtering: Skip IPs',
		'EFSkipIPs',
		'Addresses of gateways that the spam filter looks past. Inbound.',
		'203.0.113.5',
	),
	yesNo(
		'Enhanced Filtering: Skip Last IP',
		'EFSkipLastIP',
		'the last hop is looked past. Inbound.',
	),
	several(
		'Enhanced Filtering: Skip Gateway',
		'EFSkipMailGateway',
		'Gateways that the spam filter looks past. Inbound.',
		'gateway.contoso.com',
	),
	yesNo('Enhanced Filtering: Test', 'EFTestMode', 'enhanced filtering is tried out only. Inbound.'),
	several(
		'Enhanced Filtering: Users',
		'EFUsers',
		'Recipients that enhanced filtering is limited to. Inbound.',
		'jane@contoso.com',
	),
	yesNo('Require TLS', 'RequireTls', 'mail without TLS is refused. Inbound.'),
	yesNo(
		'Restrict to Certificate',
		'RestrictDomainsToCertificate',
		'mail with another certificate is refused. Inbound.',
	),
	yesNo(
		'Restrict to IP Addresses',
		'RestrictDomainsToIPAddresses',
		'mail from other addresses is refused. Inbound.',
	),
	several(
		'Scan and Drop Recipients',
		'ScanAndDropRecipients',
		'Recipients whose mail is scanned, then dropped. Inbound.',
		'journal@contoso.com',
	),
	several(
		'Sender IP Addresses',
		'SenderIPAddresses',
		'Addresses it takes mail from. Inbound.',
		'203.0.113.5',
	),
	value(
		'TLS Sender Certificate',
		'TlsSenderCertificateName',
		'Name in the certificate of the sender. Inbound.',
		'*.contoso.com',
	),
	yesNo('Treat as Internal', 'TreatMessagesAsInternal', 'mail counts as internal. Inbound.'),
	several(
		'Trusted Organizations',
		'TrustedOrganizations',
		'Other Microsoft 365 organizations it trusts. Inbound.',
		'fabrikam.com',
	),
];

export const mailConnectorTemplate = resource(
	'Connector Template',
	'mailConnectorTemplate',
	'getMany',
	{
		getMany: read('ListExConnectorTemplates', {
			name: 'Get Many',
			action: 'Get many connector templates',
			help: "Lists CIPP's templates for mail connectors",
			role: 'Exchange.Connector.Read',
			tenant: null,
			fields: [],
			answer: rows(
				'GUID',
				'name',
				'cippconnectortype',
				'ConnectorType',
				'SmartHosts',
				'RecipientDomains',
				'SenderDomains',
				'SenderIPAddresses',
				'TlsSettings',
			),
		}),

		create: change('AddExConnectorTemplate', {
			name: 'Create',
			action: 'Create connector template',
			help: 'Keeps a connector as a template in CIPP, always as a new one. Fields of the other direction are dropped.',
			role: 'Exchange.Connector.ReadWrite',
			tenant: null,
			fields: [
				text('Name', 'name', {
					required: true,
					placeholder: 'e.g. Smart Host',
					help: 'Name of the template and of the connectors made from it',
				}),
				mustChoose(
					'Direction',
					'cippconnectortype',
					[
						{ value: 'Inbound', label: 'Inbound' },
						{ value: 'outbound', label: 'Outbound' },
					],
					'Which kind of connector it is. Without one the template could not be used.',
				),
				...outbound,
				...inbound,
			],
			answer: outcome({ keeps: keepsTemplateId }),
			look: oneMore(inList('getMany', { name: '{name}' })),
		}),

		delete: destroy('RemoveExConnectorTemplate', {
			name: 'Delete',
			action: 'Delete connector template',
			help: 'Removes a template from CIPP; connectors made from it stay',
			role: 'Exchange.Connector.ReadWrite',
			tenant: null,
			fields: [template()],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
