import { describe, expect, it } from 'vitest';
import { InvalidOrder } from '../../offboarding/invalid-order';
import { checkOrder } from '../../offboarding/order/checks';
import { CippUnreachable } from '../../cipp/failure';
import { reportOn, type OffboardingReport, type StepReport } from '../../offboarding/after/report';
import { usualFollowing } from '../../offboarding/run/follow';
import { findAccount } from '../../offboarding/order/find-account';
import { rightNow } from '../../offboarding/order/local-time';
import { waitInPlace } from '../../offboarding/run/wait';
import { startAll } from '../../offboarding/run/start';
import { unprovable } from '../offboard-user/offboarding.mts';
import { lyingCipp, type Lie } from '../offboarding/lying-cipp.mts';
import { megan } from '../offboarding/sandbox-send.mts';
import { anyNumber } from '../offboarding/started.mts';
import {
	areOffboardingsHere,
	recordedOffboardings,
	type RecordedOffboarding,
	type RecordedTask,
} from './offboardings.mts';

if (!areOffboardingsHere) {
	it('the recordings of offboardings are not here, so none was played', () => {
		expect(areOffboardingsHere).toBe(false);
	});
}

describe.runIf(areOffboardingsHere)('recorded offboardings of CIPP’s own code', () => {
	const all = areOffboardingsHere ? recordedOffboardings() : [];

	it.each(all.map((one) => [one.name, one] as const))('%s', async (_name, recording) => {
		// What is refused before anything is sent cannot go wrong.
		if (isRefused(recording)) return;
		const { details } = await played(recording, true);
		expect(details.flatMap((step) => disagreement(recording, step))).toEqual([]);
	});

	it.each(all.map((one) => [one.name, one] as const))(
		'%s, and nothing can be read: what was not done is not done',
		async (_name, recording) => {
			const { details } = await played(recording, false);
			const wrong = details.filter(
				({ step, outcome }) => recording.truth[step] === false && outcome === 'succeeded',
			);
			// What nobody could ever read is done by CIPP's word alone, and says so.
			expect(wrong.map(({ step }) => step).filter((step) => !unprovable.includes(step))).toEqual(
				[],
			);
			for (const { verified } of wrong) expect(verified).toBeNull();
		},
	);
});

function isRefused({ options }: RecordedOffboarding): boolean {
	try {
		checkOrder([megan], options, new Date());
		return false;
	} catch (error) {
		return error instanceof InvalidOrder;
	}
}

function disagreement({ truth }: RecordedOffboarding, step: StepReport): string[] {
	const isDone = truth[step.step];
	const { outcome, verified } = step;
	const told = `${step.step}: ${outcome}, verified ${String(verified)}`;
	if (
		isDone === false &&
		outcome === 'succeeded' &&
		!(verified === null && unprovable.includes(step.step))
	)
		return [`${told}, and it is not so`];
	if (isDone === true && outcome === 'failed') return [`${told}, and it is done`];
	if (verified !== null && isDone !== undefined && verified !== isDone)
		return [`${told}, and the truth is ${String(isDone)}`];
	return [];
}

/** Has the sandbox do what was true in the end, and CIPP say what it said. */
async function played(
	recording: RecordedOffboarding,
	canRead: boolean,
): Promise<OffboardingReport> {
	let isStarted = false;
	const cipp = await lyingCipp((request, answer) => {
		if (isStarted && !canRead && request.endpoint !== 'ListScheduledItems')
			throw new CippUnreachable('ended the connection', '', false);
		return saying(recording)(request, answer);
	});
	for (const [step, isTrue] of Object.entries(recording.truth)) {
		const doing = step === 'RemoveLicenses' ? 'LicenseTask' : step;
		if (!isTrue) cipp.sandbox.faults.step(doing as never, 'saysDone');
	}
	const ready = {
		item: 0,
		tenant: cipp.tenant(),
		account: await findAccount(megan, cipp.tenant(), cipp.send),
		options: recording.options,
		reference: 'R',
		when: rightNow(cipp.clock.now()),
	};
	const leavers = await startAll([ready], anyNumber, cipp.send, cipp.clock);
	// CIPP works before anyone looks, so that its words come when the truth is there.
	cipp.sandbox.clock.advance(45 * 60_000);
	isStarted = true;
	const how = { ...usualFollowing, limitMilliseconds: 7_200_000, intervalMilliseconds: 60_000 };
	await waitInPlace(leavers, cipp.send, cipp.clock, how, Infinity);
	return reportOn(leavers[0]);
}

const saying =
	({ job, licenses }: RecordedOffboarding): Lie =>
	(request, answer) => {
		if (request.endpoint !== 'ListScheduledItems') return answer;
		const isJob = request.query?.Type === 'Invoke-CIPPOffboardingJob';
		const told = isJob ? job : licenses;
		const rows = [answer.body].flat() as object[];
		const body = told ? rows.map((row) => withTask(row, told)) : [];
		return { ...answer, body };
	};

const withTask = (row: object, { state, results }: RecordedTask): object => ({
	...row,
	TaskState: state,
	Results: results,
});
