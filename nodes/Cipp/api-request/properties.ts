import type { INodeProperties } from 'n8n-workflow';
import { pickerProperty } from '../../../n8n/editor/picker-property';
import { theTenant } from '../../../n8n/editor/properties';
import { outputSecretProperty } from '../../../n8n/tool';

const forApiRequest = { resource: ['apiRequest'], operation: ['send'] };

/** What an API request takes. */
export const apiRequestProperties: INodeProperties[] = [
	{
		displayName: 'Endpoint',
		name: 'apiEndpoint',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		displayOptions: { show: forApiRequest },
		description: 'The endpoint to call: choose one, or give its name, e.g. ListUsers',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an endpoint…',
				typeOptions: { searchListMethod: 'searchEndpoints', searchable: true },
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. ListUsers',
			},
		],
	},
	{
		displayName: 'Method',
		name: 'apiMethod',
		type: 'options',
		displayOptions: { show: forApiRequest },
		options: [
			{
				name: 'As CIPP Expects',
				value: 'auto',
				description: 'GET for what lists, POST for what does something',
			},
			{ name: 'GET', value: 'GET' },
			{ name: 'POST', value: 'POST' },
		],
		default: 'auto',
		description: 'How to send it',
	},
	{
		displayName: 'Run For',
		name: 'apiTenant',
		type: 'options',
		displayOptions: { show: forApiRequest },
		options: [
			{ name: 'All Tenants', value: 'all', description: 'Only where the endpoint can do it' },
			{
				name: 'No Tenant',
				value: 'none',
				description:
					'For settings of CIPP itself. Anything else would run on your own partner tenant.',
			},
			{ name: 'One Tenant', value: 'one' },
		],
		default: 'one',
		description: 'Whose data this is about',
	},
	{
		...pickerProperty(theTenant),
		displayOptions: { show: { ...forApiRequest, apiTenant: ['one'] } },
	},
	{
		displayName: 'Parameters',
		name: 'apiParameters',
		type: 'options',
		displayOptions: { show: forApiRequest },
		options: [
			{
				name: 'As Fields',
				value: 'fields',
				description: 'What the endpoint takes, as fields; JSON below for anything else',
			},
			{ name: 'As JSON Only', value: 'json', description: 'As CIPP reads them, unchanged' },
		],
		default: 'fields',
		description: 'How to give what the endpoint takes',
	},
	{
		displayName: 'Fields',
		name: 'apiFields',
		type: 'resourceMapper',
		noDataExpression: true,
		displayOptions: { show: { ...forApiRequest, apiParameters: ['fields'] } },
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			loadOptionsDependsOn: ['apiEndpoint.value'],
			resourceMapper: {
				resourceMapperMethod: 'mapEndpointFields',
				mode: 'add',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: false,
				supportAutoMap: false,
				refreshStaleSchemaOnOpen: true,
			},
		},
		description:
			'What the endpoint takes. Lists are texts with commas; dates are in the time zone of the workflow.',
	},
	{
		displayName: 'Query (JSON)',
		name: 'apiQuery',
		type: 'json',
		displayOptions: { show: forApiRequest },
		default: '{}',
		description:
			'Parameters in the address, as a JSON object of texts. The tenant is added by itself, and the fields above win.',
	},
	{
		displayName: 'Body (JSON)',
		name: 'apiBody',
		type: 'json',
		displayOptions: { show: { ...forApiRequest, apiMethod: ['auto', 'POST'] } },
		default: '{}',
		description:
			'What a POST carries, as a JSON object or list. The tenant is added by itself, and the fields above win.',
	},
	{ ...outputSecretProperty, displayOptions: { show: forApiRequest } },
];
