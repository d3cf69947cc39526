import { CippFailure } from '../../cipp/failure';
import { sentenceOf } from '../../cipp/said';
import type { CippAnswer } from '../../cipp/request';
import type { Answer } from '../../operations/vocabulary';
import { InvalidInput } from '../errors';

/**
 * Whoever asks for one thing by a wrong ID gets Microsoft's words for that from CIPP, or the error that
 * CIPP ran into when it went on without the thing, which names another cause.
 *
 * @throws {InvalidInput} when a failure means that there is no such thing
 */
export function rejectMissing(expected: Answer, endpoint: string, answer: CippAnswer): void {
	if (expected.kind !== 'row' || !/^There is no such\b/.test(expected.missing)) return;
	const said = sentenceOf(answer.body);
	if (!stumbledOverNothing.test(said)) return;
	throw new InvalidInput(
		expected.missing,
		`Check the ID or name, and the tenant. CIPP says: ${said}`,
		{ request: answer.request, cause: new CippFailure(endpoint, answer) },
	);
}

const stumbledOverNothing =
	/Cannot bind argument to parameter '\w+' because it is (null|an empty)/i;
