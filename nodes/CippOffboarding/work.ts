import { createEvidence } from './evidence';
import { planOffboardings, takeSnapshots } from './plan';
import { previewRestore, restoreAccess } from './restore';
import { retryOffboardings, startOffboardings, startPlans, waitForOffboardings } from './start';
import { cancelTask, getTask, listTasks, runTaskNow } from './tasks';
import { verifyReports, verifyUsers } from './verify';
import type { OwnRuns } from '../../n8n/run';

/** What the operations of this node do. */
export const offboardingWorks = {
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
} satisfies OwnRuns;
