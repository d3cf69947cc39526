import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedN8n } from '../n8n/n8n-install.mjs';
import { finished, startNode } from '../../programs/processes.mjs';
import type { BuiltPackage } from './built-package.mts';
import { median } from './median.mts';

/** What loading one node takes, in a fresh process of n8n's Node.js in which n8n is loaded already. */
export interface Loading {
	node: string;
	isOurs: boolean;
	milliseconds: number;
	heapKilobytes: number;
	/** Of the newest version. */
	operations: number;
	/** Of the newest version. */
	properties: number;
	/** Of the descriptions of all its versions, as JSON. */
	kilobytes: number;
	/** Of the newest version. */
	latestKilobytes: number;
}

const loader = fileURLToPath(new URL('load-node.cjs', import.meta.url));

/** Our nodes against the largest of n8n, as medians of several processes. */
export async function loading({ nodes }: BuiltPackage, times: number): Promise<Loading[]> {
	const { node, cli } = await installedN8n();
	const modules = dirname(dirname(dirname(cli)));
	const candidates = [
		...nodes.map(({ name, file }) => ({ name, file, className: name, isOurs: true })),
		...(await largestNodes(join(modules, 'n8n-nodes-base'))),
	];
	const measured = candidates.map((candidate) => ({ ...candidate, results: [] as Loading[] }));
	// In turn, so that a busy moment of the machine meets all of them.
	for (let time = 0; time < times; time += 1) {
		for (const { name, file, className, isOurs, results } of measured) {
			const program = startNode(node, ['--expose-gc', loader, file, className], {
				env: { ...process.env, NODE_PATH: modules },
			});
			const output = await finished(`Loading ${name}`, program);
			const line = output.split('\n').find((text) => text.startsWith('{"milliseconds"'));
			results.push({ node: name, isOurs, ...JSON.parse(line ?? '{}') });
		}
	}
	return measured.map(({ results }) => ({
		...results[0],
		milliseconds: median(results.map(({ milliseconds }) => milliseconds)),
		heapKilobytes: median(results.map(({ heapKilobytes }) => heapKilobytes)),
	}));
}

/** The three with the longest descriptions over all their versions. */
async function largestNodes(base: string) {
	const [types, known] = await Promise.all(
		['nodes', 'known'].map(async (what) => {
			const file = what === 'nodes' ? 'dist/types/nodes.json' : 'dist/known/nodes.json';
			return JSON.parse(await readFile(join(base, file), 'utf8'));
		}),
	);
	const sizes = new Map<string, number>();
	for (const description of types as Array<{ name: string }>) {
		const size = JSON.stringify(description).length;
		sizes.set(description.name, (sizes.get(description.name) ?? 0) + size);
	}
	return [...sizes]
		.filter(([name]) => known[name])
		.sort((a, b) => b[1] - a[1])
		.slice(0, 3)
		.map(([name]) => ({
			name: `n8n: ${known[name].className}`,
			file: join(base, known[name].sourcePath),
			className: String(known[name].className),
			isOurs: false,
		}));
}
