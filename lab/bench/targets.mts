import type { Results } from './print.mts';
import type { Verdict } from './verdict.mts';
import type { Variant } from './engine.mts';
import { variants, type Speed } from './speed.mts';

/** The targets that the project has set itself, and whether this run meets them. */
export function verdicts({
	speed,
	plan,
	cpu,
	memory,
	loading,
}: Omit<Results, 'targets'>): Verdict[] {
	const isLimited = ({ items }: Speed) => items === plan.limited.items;
	const ours = speed.filter(({ variant }) => variant === 'ours' || variant === 'together');
	const limited = speed.filter(({ variant }) => variant === 'ours').at(-1)!;
	const free = speed.slice(0, -variants.length).filter((run) => ours.includes(run));
	const found: Verdict[] = [];
	for (const { variant, items, latency, ratio } of free.filter((run) => run.items >= 200)) {
		const how = variant === 'ours' ? 'one request each' : 'read together';
		const ratioOf = (other: Variant) =>
			speed
				.find((run) => run.variant === other && run.items === items && run.latency === latency)!
				.ratio.toFixed(2);
		found.push({
			target: `${items} items at ${latency} ms, ${how}: at most 1.15 times the ideal`,
			measured: `${ratio.toFixed(2)} (n8n's bare request helper: ${ratioOf('bare')}, without n8n: ${ratioOf('kept')})`,
			met: ratio <= 1.15,
		});
	}
	const most = Math.max(...ours.map(({ mostInFlight }) => mostInFlight));
	found.push({ target: 'never more than 5 in flight', measured: String(most), met: most <= 5 });
	const tokens = Math.max(...ours.map((run) => run.tokens));
	found.push({ target: '1 token request in a run', measured: String(tokens), met: tokens === 1 });
	found.push({
		target: 'under the limit: at most 1.10 times its own time, no failed item',
		measured: `${limited.ratio.toFixed(2)}, ${limited.failed} failed, ${limited.refusals} refusals`,
		met: isLimited(limited) && limited.ratio <= 1.1 && limited.failed === 0,
	});
	const own = cpu.ours - cpu.empty;
	found.push({
		target: 'CPU beyond an empty node: under 1 ms an item',
		measured: `${own.toFixed(2)} ms with n8n's request, ${(cpu.ours - cpu.bare).toFixed(2)} ms without`,
		met: own < 1,
	});
	for (const { work, times } of memory) {
		found.push({
			target: `${work}: at most 2.5 times the size of their JSON`,
			measured: times === null ? 'more than was tried' : `at most ${times}`,
			met: times !== null && times <= 2.5,
		});
	}
	for (const node of loading.filter(({ isOurs }) => isOurs)) {
		const { operations, properties, latestKilobytes } = node;
		found.push({
			target: `${node.node}: at most 80 operations, 300 properties, 200 KB`,
			measured: `${operations}, ${properties}, ${latestKilobytes.toFixed(0)} KB`,
			met: operations <= 80 && properties <= 300 && latestKilobytes <= 200,
		});
	}
	const notion = loading.find(({ node }) => node === 'n8n: Notion');
	for (const node of notion ? loading.filter(({ isOurs }) => isOurs) : []) {
		found.push({
			target: `${node.node}: loads faster and smaller than Notion`,
			measured: `${node.milliseconds.toFixed(1)} ms, ${node.heapKilobytes.toFixed(0)} KB heap, ${node.kilobytes.toFixed(0)} KB`,
			met:
				node.milliseconds < notion!.milliseconds &&
				node.heapKilobytes < notion!.heapKilobytes &&
				node.kilobytes < notion!.kilobytes,
		});
	}
	return found;
}
