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
import { administration } from '../../operations/administration';

export class CippAdministration implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CIPP Administration',
		name: 'cippAdministration',
		icon: { light: 'file:../Cipp/cipp.svg', dark: 'file:../Cipp/cipp.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Query Microsoft Graph and Exchange through CIPP, and look after CIPP itself',
		defaults: { name: 'CIPP Administration' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cippOAuth2Api', required: true }],
		properties: describeProperties(administration),
	};

	methods = { listSearch: pickers };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, administration, {});
	}
}
