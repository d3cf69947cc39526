import { attempt } from '../../cipp/attempt';
import { summaryOf, type Clock, type Send } from '../../cipp/request';
import type { Caller } from '../context';

/**
 * Wraps `send`: n8n's log tells, at debug level, what was asked and how it ended.
 * Headers, bodies, queries and answers are never in it: they hold passwords, keys and people's data.
 */
export function logged(send: Send, clock: Clock, logger: Caller['logger']): Send {
	return async (request) => {
		const begun = clock.now().getTime();
		const { value: answer, error } = await attempt(send(request));
		const milliseconds = clock.now().getTime() - begun;
		const summary = summaryOf(request);
		logger.debug(`CIPP: ${summary.method} ${summary.endpoint}`, {
			...summary,
			status: answer?.status ?? 'no answer',
			milliseconds,
		});
		if (error) throw error;
		return answer;
	};
}
