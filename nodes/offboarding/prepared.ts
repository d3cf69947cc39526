import type { INodeExecutionData } from 'n8n-workflow';
import { nodeError } from '../../n8n/errors';
import { failedItem } from '../../n8n/execute';
import type { Run } from '../../n8n/run';

/** What an item asks for, ready to be sent, or what is wrong with it. */
export type Prepared<T> = { ready: T } | { item: number; error: unknown };

/** All items are checked before the first is sent. Without an error output, one bad item stops all. */
export function accepted<T>(
	run: Run,
	prepared: Array<Prepared<T>>,
): { ready: T[]; rejected: INodeExecutionData[] } {
	const ready: T[] = [];
	const rejected: INodeExecutionData[] = [];
	for (const entry of prepared) {
		if ('ready' in entry) {
			ready.push(entry.ready);
			continue;
		}
		const error = nodeError(run.context.getNode(), entry.error, entry.item);
		if (!run.context.continueOnFail()) throw error;
		rejected.push(failedItem(error, entry.item));
	}
	return { ready, rejected };
}
