import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../../n8n/execute';
import { pickers } from '../../n8n/editor/pickers';
import { describeProperties } from '../../n8n/editor/properties';
import { mailSecurity } from '../../operations/mail-security';

export class CippMailSecurity implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CIPP Mail Security',
		name: 'cippMailSecurity',
		icon: { light: 'file:../Cipp/cipp.svg', dark: 'file:../Cipp/cipp.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Work with transport rules, connectors, spam and phishing filters and quarantine through CIPP',
		defaults: { name: 'CIPP Mail Security' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cippOAuth2Api', required: true }],
		properties: describeProperties(mailSecurity),
	};

	methods = { listSearch: pickers };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, mailSecurity, {});
	}
}
