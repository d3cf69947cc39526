import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { forEachItem } from '../../n8n/execute';
import { named } from './named';
import type { Run } from '../../n8n/run';

/** Works on all items, a few at a time. What an item becomes is plain JSON, one entry an item that goes out. */
export async function eachItem(
	run: Run,
	work: (index: number) => Promise<object[]>,
): Promise<INodeExecutionData[]> {
	return await eachItemWithFiles(run, async (index) =>
		(await work(index)).map((row) => ({ json: row as IDataObject })),
	);
}

/** The same for items that may hold files. Errors speak of fields by the names they have in the editor. */
export async function eachItemWithFiles(
	run: Run,
	work: (index: number) => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const results = await forEachItem(run, async (index) => {
		const items = await work(index).catch(async (error: unknown) => await rejecting(run, error));
		return items.map((item) => ({ ...item, pairedItem: { item: index } }));
	});
	return results.flat();
}

async function rejecting(run: Run, error: unknown): Promise<never> {
	return await Promise.reject(named(run, error) as Error);
}
