import { table as spaced } from '../../programs/table.mjs';
import type { Cpu } from './cpu.mts';
import type { Loading } from './loading.mts';
import type { Memory } from './memory.mts';
import type { Polls } from './polls.mts';
import { variants, type Speed, type SpeedPlan } from './speed.mts';
import type { Verdict } from './verdict.mts';

export interface Results {
	machine: { cores: number; gigabytes: number; node: string; platform: string };
	date: string;
	plan: SpeedPlan;
	speed: Speed[];
	cpu: Cpu;
	memory: Memory[];
	loading: Loading[];
	polls: Polls[];
	targets: Verdict[];
}

/** All results as plain text. */
export function printed(results: Results): string {
	const { machine, date, plan, speed, cpu, memory, loading, polls, targets } = results;
	const limited = speed.slice(-variants.length);
	const { limit } = plan.limited;
	const parts = [
		`${machine.cores} cores, ${machine.gigabytes} GB, Node.js ${machine.node}, ${machine.platform}, ${date}`,
		[
			"sequential: a node that sends one request for each item, one after the other, with n8n's helper",
			'unbounded:  the same, all at once',
			'kept:       five at once without n8n, over connections that are kept: what the machine allows',
			"bare:       with n8n's helper, five at once after the first, and nothing else: what it allows",
			'ours:       the CIPP node with its usual settings',
			'together:   the CIPP node with Read Together switched on',
		].join('\n'),
		`No limit. Ideal: items x latency / 5. ~: calculated from fewer items.\n\n${speedTable(speed.slice(0, -variants.length))}`,
		`A limit of ${limit.requests} in ${limit.milliseconds / 1_000} s. Ideal: as the limit lets the requests pass.\n\n${speedTable(limited)}`,
		table(
			['CPU an item', 'ms'],
			[
				['empty node', cpu.empty.toFixed(3)],
				['bare request', cpu.bare.toFixed(2)],
				['ours', cpu.ours.toFixed(2)],
				['together', cpu.together.toFixed(2)],
				['ours beyond the empty node', (cpu.ours - cpu.empty).toFixed(2)],
				['ours beyond the bare request', (cpu.ours - cpu.bare).toFixed(2)],
			],
		),
		memory.length > 0 &&
			table(
				['memory', 'JSON, MB', 'heap that is enough, in times of it'],
				memory.map(({ work, megabytes, times }) => [
					work,
					megabytes.toFixed(1),
					String(times ?? 'none tried'),
				]),
			),
		loading.length > 0 &&
			table(
				[
					'loading',
					'operations',
					'properties',
					'ms',
					'heap, KB',
					'description, KB',
					'newest version, KB',
				],
				loading.map((node) => [
					node.node,
					String(node.operations),
					String(node.properties),
					node.milliseconds.toFixed(1),
					node.heapKilobytes.toFixed(0),
					node.kilobytes.toFixed(0),
					node.latestKilobytes.toFixed(0),
				]),
			),
		table(
			[
				'people waited for',
				'tenants',
				'task lists in the first hour',
				'of these in the first minute',
			],
			polls.map(({ people, tenants, anHour, inPlace }) => [
				String(people),
				String(tenants),
				String(anHour),
				String(inPlace),
			]),
		),
		table(
			['target', 'measured', ''],
			targets.map(({ target, measured, met }) => [target, measured, met ? 'met' : 'missed']),
			150,
		),
	];
	return parts
		.filter(Boolean)
		.join('\n\n')
		.replace(/\n{2,}(?=\S)/g, '\n\n');
}

function speedTable(runs: Speed[]): string {
	return table(
		[
			'items',
			'ms',
			'node',
			'time, s',
			'x ideal',
			'requests',
			'in flight',
			'tokens',
			'429s',
			'lost, s',
			'failed',
		],
		runs.map((run) => [
			String(run.items),
			String(run.latency),
			run.variant,
			`${run.estimated ? '~' : ''}${(run.milliseconds / 1_000).toFixed(2)}`,
			run.failed > 0 ? '-' : run.ratio.toFixed(2),
			run.estimated ? '-' : String(run.requests),
			String(run.mostInFlight),
			String(run.tokens),
			String(run.refusals),
			run.failed > 0 ? '-' : (run.lostMilliseconds / 1_000).toFixed(1),
			String(run.failed),
		]),
	);
}

/** Without the empty lines that help where cells wrap. */
function table(...[titles, rows, width]: Parameters<typeof spaced>): string {
	return spaced(titles, rows, width).replace(/\n+/g, '\n');
}
