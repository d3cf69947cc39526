import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { execution } from './execution.mts';
import { comparedNodes } from './nodes.mts';

/** Ours, also with Read Together switched on, or one of the nodes to compare with. */
export type Variant = 'ours' | 'together' | 'empty' | 'kept' | 'bare' | 'sequential' | 'unbounded';

export interface Place {
	/** Folder of the built package. */
	built: string;
	/** Address of the load target. */
	target: string;
}

export interface EngineRun {
	/** From the start of the execution to its end. */
	milliseconds: number;
	/** Of this process, user and system. */
	cpuMilliseconds: number;
	items: number;
	/** Items that carry an error in place of a result. */
	failed: number;
	/** What went in and came out, as JSON. */
	bytes: number;
}

/** Runs a node once in n8n's own engine against the target, with no token stored. */
export async function runInEngine(
	variant: Variant,
	{ built, target }: Place,
	parameters: IDataObject,
	items: IDataObject[],
): Promise<EngineRun> {
	const isOurs = variant === 'ours' || variant === 'together';
	const type = isOurs ? ourNode(built) : comparedNodes[variant];
	const run = execution(type, parameters, items, {
		baseUrl: target,
		clientId: 'bench',
		clientSecret: 'bench',
		accessTokenUrl: `${target}/token`,
		scope: 'bench',
	});
	const cpu = process.cpuUsage();
	const began = performance.now();
	const { data } = await run();
	const milliseconds = performance.now() - began;
	const { user, system } = process.cpuUsage(cpu);
	if (data.resultData.error) throw data.resultData.error;
	const output = data.resultData.runData.Node?.at(-1)?.data?.main?.[0] ?? [];
	// One by one: the text of all at once would count as memory of the node.
	const all = [...items, ...output.map(({ json }) => json)];
	return {
		milliseconds,
		cpuMilliseconds: (user + system) / 1_000,
		items: output.length,
		failed: output.filter(({ json }) => 'error' in json).length,
		bytes: all.reduce((sum, json) => sum + bytesOf(json), 0),
	};
}

/** The built package is CommonJS and not described as such where it lies. */
function ourNode(built: string): INodeType {
	const { Cipp } = createRequire(import.meta.url)(join(built, 'nodes/Cipp/Cipp.node.js'));
	return new Cipp();
}

function bytesOf(value: unknown): number {
	return Buffer.byteLength(JSON.stringify(value));
}

/** Reads one user for each item. */
export const reading = (target: string, variant: Variant): IDataObject => ({
	resource: 'user',
	operation: 'get',
	tenantDomain: '={{ $json.tenant }}',
	userEmail: '={{ $json.user }}',
	...(variant === 'together' ? { options: { readTogether: true } } : {}),
	// For the nodes to compare with.
	url: `${target}/api/ListUsers`,
});

/** Changes one user for each item. */
export const writing: IDataObject = {
	resource: 'user',
	operation: 'disable',
	tenantDomain: '={{ $json.tenant }}',
	userEmail: '={{ $json.user }}',
};

/** Lists so many users for the one item. */
export const listing = (rows: number): IDataObject => ({
	resource: 'user',
	operation: 'getMany',
	tenantDomain: 'tenant0.example',
	returnAll: true,
	simplify: false,
	options: { graphFilter: `size eq ${rows}` },
});

/** People of fifty tenants in turn; `padding` bytes more in each. */
export function people(count: number, padding = 0): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		tenant: `tenant${index % 50}.example`,
		user: `person.${index}@tenant${index % 50}.example`,
		...(padding > 0 ? { note: String(index).padEnd(padding, '.') } : {}),
	}));
}
