import {
	listing,
	people,
	reading,
	runInEngine,
	writing,
	type Place,
	type Variant,
} from './engine.mts';
import { behave } from './behave.mts';
import type { Behaviour } from './load-target.mts';

// Runs of one node in a process of their own, told by the argument; prints what each took as JSON.

export interface Job extends Place {
	variant: Variant;
	work: 'read' | 'write' | 'list';
	/** Items; for a list, its rows. */
	items: number;
	/** How often. */
	times?: number;
	/** Behaviour of the target in what is measured, from when on it counts too. Before, items warm up. */
	behaviour?: Behaviour;
	/** Bytes more in each item. */
	padding?: number;
}

/** n8n runs for weeks. What the first thousands of items take is mostly Node.js compiling the code. */
const runsToWarmUp = 6;

const {
	variant,
	work,
	items,
	times = 1,
	padding,
	behaviour,
	...place
}: Job = JSON.parse(process.argv[2]);
const parameters = {
	read: reading(place.target, variant),
	write: writing,
	list: listing(items),
}[work];
if (behaviour) {
	await behave(place.target, { latency: 0, limit: null });
	for (let run = 0; run < runsToWarmUp; run += 1) {
		await runInEngine(variant, place, parameters, people(1_000));
	}
	await behave(place.target, behaviour);
}
for (let time = 0; time < times; time += 1) {
	const input = work === 'list' ? [{}] : people(items, padding);
	console.log(JSON.stringify(await runInEngine(variant, place, parameters, input)));
}
process.exit(0);
