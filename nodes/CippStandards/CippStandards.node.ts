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
import { standards } from '../../operations/standards';

export class CippStandards implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CIPP Standards',
		name: 'cippStandards',
		icon: { light: 'file:../Cipp/cipp.svg', dark: 'file:../Cipp/cipp.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Standards, baselines, drift, tests and the domain analyser with CIPP',
		defaults: { name: 'CIPP Standards' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cippOAuth2Api', required: true }],
		properties: describeProperties(standards),
	};

	methods = { listSearch: pickers };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, standards, {});
	}
}
