import { attempt } from '../../cipp/attempt';
import type { CippAnswer, Send } from '../../cipp/request';
import type { Operation } from '../../operations/vocabulary';
import { withoutSecretsIn } from '../hidden';
import { secretsInAnswer } from './secrets';

/**
 * Does what asks CIPP for something; what goes wrong is told without any secret that was sent or came back.
 *
 * @param work gets the way to ask
 * @param send the way that there is
 */
export async function withoutSecretsInErrors<T>(
	operation: Pick<Operation, 'fields' | 'secret' | 'withheld'>,
	sent: string[],
	work: (send: Send) => Promise<T>,
	send: Send,
): Promise<T> {
	const answers: CippAnswer[] = [];
	const { value, error } = await attempt(
		work(async (request) => {
			const answer = await send(request);
			answers.push(answer);
			return answer;
		}),
	);
	if (!error) return value;
	const given = [...answers.map(({ body }) => body), bodyOf(error)];
	const secrets = given.flatMap((body) => secretsInAnswer(operation, body));
	throw withoutSecretsIn(error, [...sent, ...secrets]);
}

/** The same error without the secrets of the answer that it is about. */
export const withoutItsSecrets = (
	operation: Pick<Operation, 'secret' | 'withheld'>,
	error: Error,
): Error => withoutSecretsIn(error, secretsInAnswer(operation, bodyOf(error)));

/** Some ways end in an error that holds the answer. */
const bodyOf = (error: Error): unknown =>
	(error as Error & { answer?: Partial<CippAnswer> }).answer?.body;
