import type { INodeExecutionData } from 'n8n-workflow';
import { NotAsWanted } from '../../n8n/errors';
import { isTool, toolLimit } from '../../n8n/tool';
import * as tasks from '../../offboarding/run/tasks';
import { askedIn } from '../offboarding/asked';
import { eachItem } from '../offboarding/each-item';
import type { Run } from '../../n8n/run';

export async function listTasks(run: Run): Promise<INodeExecutionData[]> {
	return await eachItem(run, async (index) => {
		const { user, reference, phases, kind } = askedIn(run, index) as Record<string, unknown>;
		const named = run.itemTenants.named(index);
		const filter = {
			tenant: named === null ? null : await run.itemTenants.resolve(named),
			...(user ? { user: String(user) } : {}),
			...(reference ? { reference: String(reference) } : {}),
			...(phases ? { phases: phases as tasks.TaskPhase[] } : {}),
			...(kind ? { kind: kind as tasks.OffboardingTask['kind'] } : {}),
		};
		const found = await tasks.listOffboardingTasks(filter, run.send, run.clock);
		return isTool(run.context) ? found.slice(0, toolLimit) : found;
	});
}

export async function getTask(run: Run): Promise<INodeExecutionData[]> {
	return await eachItem(run, async (index) => [
		await tasks.getOffboardingTask(taskId(run, index), run.send, run.clock),
	]);
}

export async function cancelTask(run: Run): Promise<INodeExecutionData[]> {
	return await eachItem(run, async (index) => [
		done(await tasks.cancelTask(taskId(run, index), run.send, run.clock)),
	]);
}

export async function runTaskNow(run: Run): Promise<INodeExecutionData[]> {
	return await eachItem(run, async (index) => [
		done(await tasks.runTaskNow(taskId(run, index), run.send, run.clock)),
	]);
}

const taskId = ({ context }: Run, index: number): string =>
	String(context.getNodeParameter('offboardingTaskId', index, ''));

function done(change: tasks.TaskChange): tasks.TaskChange {
	if (change.outcome === 'done') return change;
	throw new NotAsWanted(change.message, change.advice, { ...change });
}
