import type { KnownUser } from '../commands/immutable-id.mts';
import { CippFailure, refusing, withoutEffect, type Place } from '../commands/place.mts';
import type { Task } from '../scheduler/task.mts';
import type { JobProgress } from '../scheduler/work.mts';
import { read } from '../loose-json.mts';
import { userAddress, wordsOf } from '../requests.mts';
import type { World } from '../world.mts';
import { ended, waiting, type ProgressRow } from './progress.mts';
import { sendSteps, stepsByName } from './step-names.mts';
import { steps, type Step } from './steps.mts';

/** Runs Invoke-CIPPOffboardingJob: the selected steps one after the other, each taking its time. */
export function runOffboardingJob(world: World, task: Task, scheduler: JobProgress): void {
	const row = world.progress.row(
		read(task.parameters, 'DeploymentId'),
		String(read(task.parameters, 'Username') ?? ''),
	);
	run(world, task, row, row ? reportingTo(row, scheduler) : scheduler);
}

/** The row is closed after the task: failed as soon as one of its steps is. */
function reportingTo(row: ProgressRow, scheduler: JobProgress): JobProgress {
	return {
		...scheduler,
		notStarted: (exception) => {
			scheduler.notStarted(exception);
			Object.assign(row, { Status: 'failed', Logs: exception });
		},
		completed: (lines) => {
			scheduler.completed(lines);
			for (const step of row.Steps.filter(({ Kind }) => Kind === 'notify'))
				Object.assign(step, { Status: 'succeeded', Message: 'Sent' });
			const isFailed = row.Steps.some(({ Status }) => Status === 'failed');
			Object.assign(row, {
				Status: isFailed ? 'failed' : 'succeeded',
				Logs: JSON.stringify(lines.map((line) => ({ Results: line }))),
			});
		},
	};
}

function run(world: World, task: Task, row: ProgressRow | undefined, progress: JobProgress): void {
	const username = String(read(task.parameters, 'Username') ?? '');
	const options = read(task.parameters, 'options');
	const user = lookedUp(world.placeFor(task.tenant), username);
	if (typeof user === 'string') return progress.notStarted(exceptionObject(user));
	const wanted = steps.filter(
		(step) => step.isSelected(options) && !(world.dropsSendSteps && sendSteps.includes(step.name)),
	);
	// Newer versions do nothing to an account that is deleted anyway, and do not say so.
	const isDeleted = wanted.some(({ name }) => name === 'DeleteUser');
	const selected =
		world.hasProgress && isDeleted
			? wanted.filter(({ name }) => name === 'DeleteUser' || name === 'OnedriveAccess')
			: wanted;
	if (selected.length === 0) {
		return progress.notStarted(
			exceptionObject(
				`No offboarding tasks were selected for ${username}. The offboarding job was not executed - check that at least one action was enabled.`,
			),
		);
	}
	progress.started();
	if (row) {
		const channels = task.postExecution.split(',').filter(Boolean);
		Object.assign(row, {
			Status: 'running',
			TaskId: task.rowKey,
			Steps: [
				...selected.map(({ name }) => waiting(stepsByName[name].title)),
				...channels.map((channel) => waiting(`Notify via ${channel}`, 'notify')),
			],
		});
	}
	const lines: string[] = [];
	const next = (index: number): void => {
		if (index === selected.length) return progress.completed(lines);
		const shown = row?.Steps[index];
		if (shown) Object.assign(shown, { Status: 'running', Message: 'In progress' });
		world.clock.after(world.stepMilliseconds, () => {
			const result = runStep(world, task.tenant, selected[index], user, options);
			if (result === 'hangs') return progress.stuck();
			lines.push(...result);
			if (shown) Object.assign(shown, ended(result));
			next(index + 1);
		});
	};
	next(0);
}

/** The account, or Microsoft's words when it cannot be read. In a tenant that CIPP does not manage it is nobody. */
function lookedUp({ ask }: Place, username: string): KnownUser | string {
	try {
		const user = ask.one(userAddress(endedByHash(username)));
		return {
			id: String(user?.id ?? ''),
			username,
			displayName: String(user?.displayName ?? ''),
			isSynced: user?.onPremisesSyncEnabled === true,
			// Whom CIPP could not look up it clears at once.
			hasImmutableId: user === null || Boolean(user.onPremisesImmutableId),
		};
	} catch (error) {
		return wordsOf(error);
	}
}

/** CIPP puts the name into the address as it is, and what follows a # is no part of it: guests are never found. */
const endedByHash = (username: string): string => username.split('#')[0];

function runStep(
	world: World,
	tenantFilter: string,
	step: Step,
	user: KnownUser,
	options: unknown,
): string[] | 'hangs' {
	const fault = world.faults.takeStep(step.name, world.faultPlace(tenantFilter, user.username));
	switch (fault?.kind) {
		case 'hangs':
			return 'hangs';
		case 'fails': {
			const words = fault.error ?? 'The server is busy. Please try again later.';
			if (step.isRefusedInParts)
				return execute(step, refusing(world.placeFor(tenantFilter), words), user, options);
			const { text, thrown } = step.failure(user, words, options);
			return thrown ? [`Failed to execute ${step.cmdlet} : ${text}`] : text.split('\n');
		}
		case 'saysDone':
			return execute(step, withoutEffect(world.placeFor(tenantFilter)), user, options);
		case 'neverMentioned':
			return [];
		case 'neverMentionedButDone':
			execute(step, world.placeFor(tenantFilter), user, options);
			return [];
		default:
			return execute(step, world.placeFor(tenantFilter), user, options);
	}
}

function execute(step: Step, place: Place, user: KnownUser, options: unknown): string[] {
	try {
		return step.run(place, user, options);
	} catch (error) {
		if (error instanceof CippFailure)
			return [`Failed to execute ${step.cmdlet} : ${error.message}`];
		throw error;
	}
}

/** The job throws CIPP's whole error object, which PowerShell writes into the message like this, on several lines. */
function exceptionObject(message: string): string {
	const script = '/app/Modules/CIPPCore/Public/GraphHelper/New-GraphGetRequest.ps1';
	const parts = {
		Message: message,
		NormalizedError: message,
		RawError: 'Not available',
		Position: `At ${script}:188 char:25\n+                         throw $Message\n+                         ~~~~~~~~~~~~~~`,
		StackTrace: `at New-GraphGetRequest, ${script}: line 188\nat Invoke-CIPPOffboardingJob, /app/Modules/CIPPCore/Public/Invoke-CIPPOffboardingJob.ps1: line 21`,
		ScriptName: script,
		LineNumber: 188,
		Category: `OperationStopped: (${message}:String) [], RuntimeException`,
	};
	return `@{${Object.entries(parts)
		.map(([name, value]) => `${name}=${value}`)
		.join('; ')}}`;
}
