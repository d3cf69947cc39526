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
import { offboardings } from '../../operations/offboarding';
import { followProperties } from '../offboarding/properties';
import { offboardingWorks } from './work';

const following = {
	show: { resource: ['offboarding'], operation: ['start', 'startPlan', 'wait', 'retry'] },
};

export class CippOffboarding implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CIPP Offboarding',
		name: 'cippOffboarding',
		icon: { light: 'file:../Cipp/cipp.svg', dark: 'file:../Cipp/cipp.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Plan, start, verify, prove and undo the offboarding of people in CIPP',
		defaults: { name: 'CIPP Offboarding' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cippOAuth2Api', required: true }],
		waitingNodeTooltip: 'Waiting for CIPP to finish. No worker is held meanwhile.',
		properties: describeProperties(offboardings, followProperties(following, 'Waiting')),
	};

	methods = { listSearch: pickers };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, offboardings, offboardingWorks);
	}
}
