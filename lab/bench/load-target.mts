import { fileURLToPath } from 'node:url';
import { startNode } from '../../programs/processes.mjs';
import { behave } from './behave.mts';
import type { Behaviour, Counts } from './fake.mjs';

export type { Behaviour, Counts };

/** The fake CIPP of the benchmark, in a process of its own, so that its work counts for nobody. */
export interface LoadTarget {
	url: string;
	/** Sets how it behaves, and starts its counts anew. */
	behave(behaviour: Behaviour): Promise<void>;
	counts(): Promise<Counts>;
}

export async function startLoadTarget(): Promise<LoadTarget> {
	const file = fileURLToPath(new URL('fake.mjs', import.meta.url));
	const program = startNode(process.execPath, [file]);
	const url = await new Promise<string>((resolve, reject) => {
		program.onLine(resolve);
		void program.exited.then(() => reject(new Error(program.output())));
	});
	return {
		url,
		behave: async (behaviour) => await behave(url, behaviour),
		async counts() {
			return (await (await fetch(`${url}/counts`)).json()) as Counts;
		},
	};
}
