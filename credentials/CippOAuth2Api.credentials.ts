import type {
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	INodeProperties,
} from 'n8n-workflow';
import { answerRules, judgedByStatus } from '../n8n/credential-test';

/** Client credentials of a CIPP API client; n8n fetches and renews the token. */
export class CippOAuth2Api implements ICredentialType {
	name = 'cippOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'CIPP OAuth2 API';

	icon = {
		light: 'file:../nodes/Cipp/cipp.svg',
		dark: 'file:../nodes/Cipp/cipp.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/n8n-nodes-cipp/n8n-nodes-cipp#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'clientCredentials',
		},
		{
			displayName: 'CIPP Address',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://cippxxxxx.azurewebsites.net',
			description:
				'API URL that CIPP shows under Integrations > CIPP-API. With or without /api at the end.',
		},
		{
			displayName: 'Tenant ID',
			name: 'tenantId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
			description: 'Tenant that CIPP lives in: your own partner tenant, not a customer',
		},
		{
			displayName: 'Client ID',
			name: 'applicationId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
			description: 'Application (client) ID of the API client',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Cloud',
			name: 'cloud',
			type: 'options',
			options: [
				{ name: 'China (21Vianet)', value: 'china' },
				{ name: 'Commercial', value: 'commercial' },
				{ name: 'US Government', value: 'usGovernment' },
			],
			default: 'commercial',
			description: 'Microsoft cloud that the partner tenant is in',
		},
		{
			displayName: 'Own Token URL',
			name: 'tokenUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://login.example.com/oauth2/v2.0/token',
			description: 'Only if tokens come from somewhere else than Microsoft. Empty is usual.',
		},
		{
			displayName: 'Own Scope',
			name: 'customScope',
			type: 'string',
			default: '',
			placeholder: 'e.g. api://1c2d3e4f-0000-4000-8000-000000000000/.default',
			description: 'Only if the Application ID URI is not api://(client ID). Empty is usual.',
		},
		{
			displayName: 'API Key Header Name',
			name: 'headerName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Ocp-Apim-Subscription-Key',
			description: 'Only if CIPP stands behind a gateway that wants a header of its own',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Gateway Headers',
			name: 'gatewayHeaders',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Header',
			default: {},
			description:
				'Only if CIPP stands behind a gateway that wants several headers, such as CF-Access-Client-Id and CF-Access-Client-Secret of Cloudflare Access',
			options: [
				{
					displayName: 'Header',
					name: 'header',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. CF-Access-Client-Id',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							typeOptions: { password: true },
							default: '',
						},
					],
				},
			],
		},
		{
			displayName: 'Allow Unencrypted HTTP',
			name: 'allowHttp',
			type: 'boolean',
			default: false,
			description:
				'Whether an address with http:// may be used for another machine than this one. Everyone on the way can then read the token and use it.',
		},
		{
			// What n8n sends: it takes no blanks off that came along when the ID was copied.
			displayName: 'Client ID as Sent',
			name: 'clientId',
			type: 'hidden',
			default: '={{ ($self["applicationId"] || "").trim() }}',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default:
				'={{ ($self["tokenUrl"] || "").trim() || (({ usGovernment: "https://login.microsoftonline.us/", china: "https://login.partner.microsoftonline.cn/" })[$self["cloud"]] || "https://login.microsoftonline.com/") + encodeURIComponent(($self["tenantId"] || "").trim()) + "/oauth2/v2.0/token" }}',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			// Whoever makes credentials by program may give the client ID under the name that n8n has for it.
			default:
				'={{ ($self["customScope"] || "").trim() || "api://" + ($self["applicationId"] || $self["clientId"]).trim() + "/.default" }}',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.baseUrl.trim().replace(/^(?=[a-z0-9-]+(\\.[a-z0-9-]+)+(:\\d+)?(\\/|$))/i, "https://").replace(/\\/+$/, "").replace(/\\/api$/i, "") + "/api" }}',
			url: '/ListApiTest',
			// The name of a header cannot be an expression, but all headers together can.
			headers:
				'={{ Object.fromEntries([{ name: $credentials.headerName, value: $credentials.apiKey }].concat(($credentials.gatewayHeaders || {}).header || []).map((header) => [(header.name || "").trim(), (header.value || "").trim()]).filter((header) => header[0])) }}' as unknown as IDataObject,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: judgedByStatus },
		},
		rules: answerRules,
	};
}
