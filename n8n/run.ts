import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation, OwnWork } from '../operations/vocabulary';
import type { Access } from './transport/access';
import type { ItemTenants } from './item-tenants';
import type { RequestOptions } from './transport/request-options';

/** What one run of a node works with; nothing of it outlives the run. */
export interface Run extends Access {
	context: IExecuteFunctions;
	operation: Operation;
	/** All operations of its resource, by name. */
	siblings: Record<string, Operation>;
	/** Which tenants the items are about. */
	itemTenants: ItemTenants;
	requestOptions: RequestOptions;
}

/** Code of its own for an operation whose answer is more than one request. */
export type OwnRun = (run: Run) => Promise<INodeExecutionData[]>;

export type OwnRuns = Partial<Record<OwnWork, OwnRun>>;
