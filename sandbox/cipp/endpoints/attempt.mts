import { CippFailure, type Place } from '../commands/place.mts';
import { failed, ok, type Answer } from '../http/answer.mts';
import { textParameter, type Call } from '../http/call.mts';
import { wordsOf } from '../requests.mts';

/** Where an endpoint works: the tenant stands in the query or in the body. */
export function placeFor(call: Call): Place {
	return call.instance.placeFor(textParameter(call, 'tenantFilter'));
}

/** {Results} with the command's words, or with its failure and the status the endpoint has for it. */
export function attempted(failureStatus: number, work: () => unknown): Answer {
	try {
		return ok({ Results: work() });
	} catch (error) {
		if (error instanceof CippFailure) return failed(failureStatus, { Results: error.message });
		throw error;
	}
}

/** Rows; what Microsoft refuses is one text in their place. */
export function listed(
	failureStatus: number,
	work: () => unknown[],
	sentence: (words: string) => string = (words) => words,
): Answer {
	try {
		return ok(work());
	} catch (error) {
		return failed(failureStatus, [sentence(wordsOf(error))]);
	}
}
