import { attempt } from '../../cipp/attempt';
import { isObject } from '../../cipp/body';
import { CippUnreachable, mayHaveActed, tellsOfMissingAccess } from '../../cipp/failure';
import { readOutcome } from '../../cipp/outcome';
import { isPageOrRedirect } from '../../cipp/page';
import type { CippAnswer, Send } from '../../cipp/request';
import { saidIn } from '../../cipp/said';
import type { Leaver, Refusal } from './leaver';
import { deploymentOf, type Deployment } from './progress';
import type { Account } from '../person/account';
import { requestBody, type Job } from '../order/job';

/** What CIPP's answer to a job means for one person. */
export interface Receipt {
	said: string | null;
	refused: Refusal | null;
	doubt: Refusal | null;
	/** Newer versions hand one out for what runs at once. */
	deployment: Deployment | null;
}

/** Where a leaver stands after the receipt. */
export const receivedBy = ({
	said,
	refused: refusal,
	doubt,
	deployment,
}: Receipt): Pick<Leaver, 'phase' | 'queueSaid' | 'refused' | 'doubt' | 'deployment'> => ({
	phase: refusal ? 'finished' : 'following',
	queueSaid: said,
	refused: refusal,
	doubt,
	deployment,
});

const queued = (said: string): Receipt => ({
	said,
	refused: null,
	doubt: null,
	deployment: null,
});
const refused = (said: string | null, refusal: Refusal): Receipt => ({
	said,
	refused: refusal,
	doubt: null,
	deployment: null,
});
const unclear = (doubt: Refusal): Receipt => ({
	said: null,
	refused: null,
	doubt,
	deployment: null,
});

/**
 * Sends a job and reads the answer for each of its people, in their order.
 *
 * CIPP answers with one sentence per person; a 403 may hold the queue sentences of some beside the
 * exception of another, so each person's own sentence counts.
 */
export async function sendJob(job: Job, reference: string, send: Send): Promise<Receipt[]> {
	const everyone = (receipt: Receipt): Receipt[] => job.accounts.map(() => receipt);
	const { value: answer, error } = await attempt(
		send({
			method: 'POST',
			endpoint: 'ExecOffboardUser',
			body: requestBody(job, reference),
		}),
	);
	if (error instanceof CippUnreachable) {
		const { message, advice } = error;
		// CIPP may have queued it before the line broke: the task list will tell.
		return everyone(
			error.neverSent ? refused(null, { message, advice }) : unclear({ message, advice }),
		);
	}
	if (error) throw error;
	const sentences = saidIn(answer.body)
		.map((message) => message.text)
		.filter((text) => text !== queueAnswer);
	if (sentences.some((sentence) => queuedSentence.test(sentence))) {
		const deployment = deploymentIn(answer.body);
		return job.accounts.map((account, index) => ({
			...receiptFor(account, index, sentences, job.accounts),
			deployment,
		}));
	}
	const outcome = readOutcome(answer);
	if (outcome.status !== 'failed') {
		return everyone(
			unclear({ message: 'CIPP did not say that it queued this', advice: outcome.advice }),
		);
	}
	const refusal = {
		message: outcome.messages.map(({ text }) => text).join('; '),
		advice: outcome.advice || retryAdvice,
	};
	return everyone(isRefusedByCipp(answer) ? refused(null, refusal) : unclear(refusal));
}

/**
 * CIPP checks access and order before it queues anybody, and says so in words of its own. After anything
 * else it may have queued some: a server that breaks, a page of what stands before CIPP, a bare status.
 */
const isRefusedByCipp = (answer: CippAnswer): boolean =>
	!mayHaveActed(answer) &&
	!isPageOrRedirect(answer) &&
	(tellsOfMissingAccess(answer) || wrongOrder.test(JSON.stringify(answer.body)));

const wrongOrder =
	/No offboarding actions were selected|is required and must|did not resolve to any usable|do not look like userPrincipalNames|is not a valid Unix timestamp/;

function deploymentIn(body: unknown): Deployment | null {
	const id = isObject(body) ? body.DeploymentId : null;
	return typeof id === 'string' && id !== '' ? deploymentOf(id) : null;
}

/** CIPP's queue answers true to whoever puts something in, and that slips out before each sentence. */
const queueAnswer = 'true';

const queuedSentence =
	/^(Task Offboarding: .* scheduled to run now|Successfully added task: Offboarding: )/;
const retryAdvice =
	'This person was not offboarded. Correct what CIPP names and run it again for them.';

function receiptFor(
	account: Account,
	index: number,
	sentences: string[],
	accounts: Account[],
): Receipt {
	const own = sentenceAbout(account, sentences, accounts);
	if (own !== null && queuedSentence.test(own)) return queued(own);
	// One sentence per person in the order they were sent, also where an exception names nobody.
	const said = own ?? (sentences.length === accounts.length ? sentences[index] : null);
	return refused(said, {
		message: said ?? 'CIPP queued others of this request and did not mention this person',
		advice: retryAdvice,
	});
}

function sentenceAbout(account: Account, sentences: string[], all: Account[]): string | null {
	const name = account.userPrincipalName.toLowerCase();
	const longer = all
		.map((other) => other.userPrincipalName.toLowerCase())
		.filter((other) => other !== name && other.includes(name));
	return (
		sentences.find((sentence) => {
			const text = sentence.toLowerCase();
			return text.includes(name) && !longer.some((other) => text.includes(other));
		}) ?? null
	);
}
