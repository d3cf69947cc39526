import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Clock, Send } from '../cipp/request';
import type { SharedReads } from '../cipp/shared-reads';
import type { TenantDirectory } from '../cipp/tenants';
import type { Operation, OwnWork } from '../operations/vocabulary';
import type { RequestOptions } from './request-options';

/** What one run of a node works with; nothing of it outlives the run. */
export interface Run {
	context: IExecuteFunctions;
	operation: Operation;
	send: Send;
	clock: Clock;
	tenants: TenantDirectory;
	reads: SharedReads;
	/** What items name as their tenant, where that was needed before their turn. */
	named: Map<number, string | null>;
	requestOptions: RequestOptions;
}

/** Code of its own for an operation whose answer is more than one request. */
export type OwnRun = (run: Run) => Promise<INodeExecutionData[]>;

export type OwnRuns = Partial<Record<OwnWork, OwnRun>>;
