import { identity, jsonText, mustChoose, needsFullAccess } from '../fields/protection-fields';
import {
	change,
	destroy,
	inBody,
	inQuery,
	inSteps,
	outcome,
	read,
	resource,
	rows,
	words,
	type DeclaredField,
} from '../vocabulary';

const role = 'Exchange.Connector.ReadWrite';
const theConnector: DeclaredField[] = [
	identity('Connector', 'GUID', 'Name of the connector, or the column Guid of Get Many'),
	mustChoose(
		'Direction',
		'Type',
		words('Inbound', 'Outbound'),
		'The column cippconnectortype of Get Many; with the wrong one the connector is not found',
	),
];

export const mailConnector = resource('Connector', 'mailConnector', 'getMany', {
	getMany: read('ListExchangeConnectors', {
		name: 'Get Many',
		action: 'Get many connectors',
		help: 'Lists the outbound and inbound mail connectors of Exchange Online',
		role: 'Exchange.Connector.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'Guid',
			'Name',
			'cippconnectortype',
			'Enabled',
			'ConnectorType',
			'SmartHosts',
			'RecipientDomains',
			'SenderDomains',
			'SenderIPAddresses',
			'TlsSettings',
			'RequireTls',
			'Comment',
		),
	}),

	create: change('AddExConnector', {
		name: 'Create',
		action: 'Create connector',
		help: `Makes a mail connector; it fails if the name is taken. ${needsFullAccess}`,
		role,
		tenant: inBody('selectedTenants', { form: 'labelValues' }),
		warns: 'A connector can send all mail of the tenant another way',
		fields: [
			jsonText(
				'Connector (JSON)',
				'The connector with name and cippConnectorType (Inbound or Outbound), such as a row of Connector Template: Get Many',
				'e.g. {"name":"Smart Host","cippConnectorType":"Outbound","SmartHosts":["smtp.contoso.com"],"UseMXRecord":false}',
			),
		],
		answer: inSteps(outcome(), 'the connectors of the tenants'),
	}),

	enable: change('EditExConnector', {
		name: 'Enable',
		action: 'Enable connector',
		help: 'Switches a mail connector on',
		role,
		tenant: inQuery(),
		fixed: { body: { State: 'Enable' } },
		fields: theConnector,
		answer: outcome(),
	}),

	disable: change('EditExConnector', {
		name: 'Disable',
		action: 'Disable connector',
		help: 'Switches a mail connector off. Mail that needs it can come to a halt.',
		role,
		tenant: inQuery(),
		fixed: { body: { State: 'Disable' } },
		fields: theConnector,
		answer: outcome(),
	}),

	delete: destroy('RemoveExConnector', {
		name: 'Delete',
		action: 'Delete connector',
		help: 'Removes a mail connector for good. Exchange refuses it while a transport rule uses it.',
		role,
		tenant: inQuery(),
		fields: theConnector,
		answer: outcome(),
	}),
});
