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
import { recipients } from '../../operations/recipients';

export class CippRecipients implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CIPP Recipients',
		name: 'cippRecipients',
		icon: { light: 'file:../Cipp/cipp.svg', dark: 'file:../Cipp/cipp.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with contacts, rooms, equipment and shared mailboxes through CIPP',
		defaults: { name: 'CIPP Recipients' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cippOAuth2Api', required: true }],
		properties: describeProperties(recipients),
	};

	methods = { listSearch: pickers };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, recipients, {});
	}
}
