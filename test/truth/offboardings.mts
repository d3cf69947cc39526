import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { OffboardingOptions } from '../../offboarding/order/order';
import { steps, type StepName } from '../../offboarding/steps';
import { adele, alex, megan, miriam, nestor } from '../offboarding/sandbox-send.mts';

/** One offboarding on CIPP's own code: what was asked for, what its tasks said, and what was true after. */
export interface RecordedOffboarding {
	name: string;
	options: OffboardingOptions;
	/** What CIPP's tasks of each kind came to: state and results, as the list gives them. */
	job: RecordedTask;
	licenses: RecordedTask | null;
	/** Left out where the recording does not tell. */
	truth: Partial<Record<StepName, boolean>>;
}

export interface RecordedTask {
	state: string;
	results: string;
}

interface File {
	exchanged?: Array<{ path: string; body?: Record<string, unknown> }>;
	tasks?: Array<{ Name: string; Command: string; TaskState: string; Results: string }>;
	report?: Array<{ details?: Array<{ step: StepName; truth?: boolean | null }> }>;
	parameters?: { userEmail?: string };
}

const folder = `${process.env.CIPP_TRUTH ?? new URL('../../../shared/truth', import.meta.url).pathname}/offboarding`;

export const areOffboardingsHere = existsSync(folder);

/** Those of one person whose job ended and of which the truth is told. */
export function recordedOffboardings(): RecordedOffboarding[] {
	return readdirSync(folder).flatMap((name) => {
		const file = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as File;
		const recording = recordingOf(name.replace('.json', ''), file);
		return recording ? [recording] : [];
	});
}

function recordingOf(name: string, file: File): RecordedOffboarding | null {
	const { exchanged = [], tasks = [], report = [] } = file;
	const order = exchanged.find(({ path }) => path.endsWith('ExecOffboardUser'))?.body;
	const [{ details } = {}, ...others] = Array.isArray(report) ? report : [];
	const job = taskOf(tasks, 'Invoke-CIPPOffboardingJob');
	if (!order || !details || others.length > 0 || !job) return null;
	const leaver = (order.user as Array<{ value: string }>)[0].value;
	const told = details.filter(({ truth }) => typeof truth === 'boolean');
	return {
		name,
		options: optionsOf(order, leaver),
		job: here(job, leaver),
		licenses: here(taskOf(tasks, 'Remove-CIPPLicense'), leaver),
		truth: Object.fromEntries(told.map(({ step, truth }) => [step, truth])),
	};
}

function optionsOf(order: Record<string, unknown>, leaver: string): OffboardingOptions {
	const known = [...steps.map(({ name }) => name as string), 'KeepCopy'];
	const asked = Object.entries(order).filter(([name]) => known.includes(name));
	return JSON.parse(translated(JSON.stringify(Object.fromEntries(asked)), leaver)) as object;
}

function taskOf(tasks: File['tasks'], command: string): RecordedTask | null {
	const task = tasks?.find(({ Command }) => Command === command);
	return task ? { state: task.TaskState, results: task.Results } : null;
}

function here<T extends RecordedTask | null>(task: T, leaver: string): T {
	return (task && { ...task, results: translated(task.results, leaver) }) as T;
}

/** The recordings speak of other people than the sandbox has. */
function translated(text: string, leaver: string): string {
	const people: Array<[string, string]> = [
		[leaver, megan],
		['alex@contoso.com', alex],
		['adele@contoso.com', adele],
		['boss@contoso.com', miriam],
		['info@contoso.com', 'marketing@contoso.example'],
		['partner@fabrikam.com', nestor],
		['nobody@contoso.com', 'no.body@contoso.example'],
		['nobody2@contoso.com', 'no.body2@contoso.example'],
	];
	return people.reduce((before, [name, other]) => before.replaceAll(name, other), text);
}
