import { fileURLToPath } from 'node:url';
import { finished, startNode } from '../../programs/processes.mjs';
import type { EngineRun } from './engine.mts';
import type { Job } from './one-run.mts';

const oneRun = fileURLToPath(new URL('one-run.mts', import.meta.url));

/**
 * Does a job in a process of its own.
 *
 * @param flags for Node.js, e.g. a size of the heap
 * @throws {import('../../programs/endings.mjs').Trouble} when it does not come to its end
 */
export async function done(job: Job, flags: string[] = []): Promise<EngineRun[]> {
	const program = startNode(
		process.execPath,
		[...flags, '--import', 'tsx', oneRun, JSON.stringify(job)],
		{
			env: { ...process.env, TSX_DISABLE_CACHE: '1' },
		},
	);
	const output = await finished(`Running ${job.variant} with ${job.items} items`, program);
	const lines = output.split('\n').filter((line) => line.startsWith('{"milliseconds"'));
	return lines.map((line) => JSON.parse(line));
}
