import { cpus, totalmem } from 'node:os';
import { main } from '../../programs/endings.mjs';
import { builtPackage } from './built-package.mts';
import { cpu } from './cpu.mts';
import { startLoadTarget } from './load-target.mts';
import { loading } from './loading.mts';
import { memory } from './memory.mts';
import { polls, type Polls } from './polls.mts';
import { printed, type Results } from './print.mts';
import { speeds, type Speed, type SpeedPlan } from './speed.mts';
import { verdicts } from './targets.mts';

const isQuick = process.argv.includes('--quick');
const asJson = process.argv.includes('--json');

const limit = { requests: 100, milliseconds: 10_000 };
const plan: SpeedPlan = isQuick
	? {
			items: [200],
			latencies: [20],
			most: { sequential: 50 },
			limited: { items: 450, latency: 20, limit: { requests: 100, milliseconds: 3_000 } },
		}
	: {
			items: [50, 200, 1_000, 10_000],
			latencies: [20, 100],
			most: { sequential: 200, kept: 1_000, bare: 1_000 },
			limited: { items: 1_000, latency: 20, limit },
		};

main(async () => {
	if (asJson) console.log = (...words) => console.error(...words); // standard output is for the JSON alone
	const started = Date.now();
	const tell = (what: string) =>
		console.error(`${Math.round((Date.now() - started) / 1_000)} s: ${what}`);
	const [built, target] = [await builtPackage(), await startLoadTarget()];
	tell('CPU');
	const cpuResult = await cpu(target, built.folder, isQuick ? 100 : 1_000);
	tell('memory');
	const memoryResult = isQuick
		? []
		: await memory(target, built.folder, { rows: 100_000, writes: 10_000 });
	tell('loading');
	const loadingResult = isQuick ? [] : await loading(built, 7);
	const pollResults: Polls[] = [];
	for (const people of [1, 100, 500]) pollResults.push(await polls(people, 1));
	pollResults.push(await polls(500, 25));
	const speed: Speed[] = [];
	for await (const result of speeds(target, built.folder, plan)) {
		tell(`${result.variant}, ${result.items} items, ${result.latency} ms`);
		speed.push(result);
	}
	const measured = {
		machine: {
			cores: cpus().length,
			gigabytes: Math.round(totalmem() / 1024 ** 3),
			node: process.versions.node,
			platform: process.platform,
		},
		date: new Date().toISOString().slice(0, 10),
		plan,
		speed,
		cpu: cpuResult,
		memory: memoryResult,
		loading: loadingResult,
		polls: pollResults,
	};
	const results: Results = { ...measured, targets: verdicts(measured) };
	process.stdout.write(`${asJson ? JSON.stringify(results, null, '\t') : printed(results)}\n`);
});
