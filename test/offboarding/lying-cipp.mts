import type { CippAnswer, CippRequest } from '../../cipp/request';
import type { SandboxOptions } from '../../sandbox/index.mts';
import { connect, type Connection } from './sandbox-send.mts';

/** Changes an answer after CIPP has done its part; throws where none arrives. */
export type Lie = (request: CippRequest, answer: CippAnswer) => CippAnswer;

/** A sandbox behind something that lies. */
export async function lyingCipp(lie: Lie, options: SandboxOptions = {}): Promise<Connection> {
	const cipp = await connect(options);
	return { ...cipp, send: async (request) => lie(request, await cipp.send(request)) };
}

/** Lies about the tasks of one command, the nth time they are listed. */
export const aboutTasks = (
	command: string,
	change: (rows: unknown[], nth: number) => unknown,
): Lie => {
	let looks = 0;
	return (request, answer) => {
		if (request.endpoint !== 'ListScheduledItems' || request.query?.Type !== command) return answer;
		looks += 1;
		return { ...answer, body: change([answer.body].flat(), looks) };
	};
};
