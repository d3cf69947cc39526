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
import { nodeResources } from '../../operations';
import { searchEndpoints } from './api-request/endpoints';
import { mapEndpointFields } from './api-request/fields';
import { apiRequestProperties } from './api-request/properties';
import { sendApiRequests } from './api-request/run';
import { followProperties } from '../offboarding/properties';
import { offboard } from './offboard';

const resources = nodeResources.cipp;

export class Cipp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CIPP',
		name: 'cipp',
		icon: { light: 'file:cipp.svg', dark: 'file:cipp.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Interact with CIPP API',
		defaults: { name: 'CIPP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cippOAuth2Api', required: true }],
		waitingNodeTooltip: 'Waiting for CIPP to finish. No worker is held meanwhile.',
		properties: describeProperties(resources, [
			...apiRequestProperties,
			...followProperties({ show: { resource: ['user'], operation: ['offboardUser'] } }),
		]),
	};

	methods = {
		listSearch: { ...pickers, searchEndpoints },
		resourceMapping: { mapEndpointFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, resources, { offboard, apiRequest: sendApiRequests });
	}
}
