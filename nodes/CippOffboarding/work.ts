import type { INodeExecutionData } from 'n8n-workflow';
import type { OffboardingWork } from '../../operations/vocabulary';
import { createEvidence } from './evidence';
import { planOffboardings, takeSnapshots } from './plan';
import { previewRestore, restoreAccess } from './restore';
import { retryOffboardings, startOffboardings, startPlans, waitForOffboardings } from './start';
import { cancelTask, getTask, listTasks, runTaskNow } from './tasks';
import { verifyReports, verifyUsers } from './verify';
import type { OwnRun, Run } from '../../n8n/run';

const works: Record<Exclude<OffboardingWork, 'offboard'>, OwnRun> = {
	plan: planOffboardings,
	start: startOffboardings,
	startPlan: startPlans,
	wait: waitForOffboardings,
	list: listTasks,
	get: getTask,
	cancel: cancelTask,
	runNow: runTaskNow,
	verify: verifyUsers,
	verifyReport: verifyReports,
	retry: retryOffboardings,
	snapshot: takeSnapshots,
	planRestore: previewRestore,
	restore: restoreAccess,
	evidence: createEvidence,
};

/** Does what the chosen operation says. */
export async function offboardingWork(run: Run): Promise<INodeExecutionData[]> {
	const { answer } = run.operation;
	const work = answer.kind === 'offboarding' ? answer.work : 'offboard';
	return await works[work as keyof typeof works](run);
}
