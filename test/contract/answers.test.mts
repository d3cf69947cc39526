import { expect, it } from 'vitest';
import type { Answer } from '../../operations/vocabulary';
import type { EndpointFault } from '../../sandbox/index.mts';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';
import { simple } from './declared.mts';
import { sampleParameters } from './sample.mts';

const sandbox = useSandbox();

type Kind = Answer['kind'];
/** How many items come out; 'error' when the node must not be green. */
type Verdict = number | 'error';

const person = { id: '1', displayName: 'Adele Vance', Results: undefined };
const ok = (body: unknown): EndpointFault => ({ status: 200, body });

/** Answers of each kind of contract section 2, and what has to become of them. */
const answers: Array<{
	what: string;
	answer: EndpointFault;
	verdict: Partial<Record<Kind, Verdict>>;
}> = [
	{ what: 'A: rows', answer: ok([person, person]), verdict: { rows: 2, row: 1 } },
	{ what: 'B: one object', answer: ok(person), verdict: { rows: 1, row: 1 } },
	{ what: 'C: rows in Results', answer: ok({ Results: [person] }), verdict: { rows: 1, row: 1 } },
	{
		what: 'D: rows with metadata',
		answer: ok({ Results: [person], Metadata: { Endpoint: 'users' } }),
		verdict: { rows: 1, row: 1 },
	},
	{ what: 'no rows', answer: ok([]), verdict: { rows: 0, row: 'error' } },
	{ what: 'null', answer: ok(null), verdict: { rows: 0, row: 'error' } },
	{ what: 'rows that are null', answer: ok([null]), verdict: { rows: 0, row: 'error' } },
	{
		what: 'L: a sentence where rows were meant',
		answer: ok(['Failed to list them']),
		verdict: { rows: 'error', row: 'error', outcome: 'error' },
	},
	{
		what: 'a row that is only an error',
		answer: ok([{ Error: 'Cmdlet is unknown' }]),
		verdict: { rows: 'error', row: 'error', outcome: 'error' },
	},
	{
		what: 'E: a sentence',
		answer: ok({ Results: 'Successfully did it' }),
		verdict: { outcome: 1 },
	},
	{
		what: 'E: a sentence about a failure',
		answer: ok({ Results: 'Failed to do it. Error: denied' }),
		verdict: { outcome: 'error' },
	},
	{
		what: 'F: one of three sentences is about a failure',
		answer: ok({ Results: ['Successfully did one', 'Failed to do two', 'Successfully did three'] }),
		verdict: { outcome: 'error' },
	},
	{
		what: 'O: errors beside results that look fine',
		answer: ok({ Results: ['Successfully did one'], Errors: ['Could not do two'] }),
		verdict: { outcome: 'error' },
	},
	{
		what: 'G: an object that says it went wrong',
		answer: ok({ Results: { resultText: 'It is as it was', state: 'error' } }),
		verdict: { outcome: 'error' },
	},
	{
		what: 'G: an object that says it went well',
		answer: ok({
			Results: { resultText: 'Successfully did it', copyField: 'x', state: 'success' },
		}),
		verdict: { outcome: 1 },
	},
	{
		what: 'a picture',
		answer: ok(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])),
		verdict: { file: 1 },
	},
	{
		what: 'J: an error at the top',
		answer: ok({ error: 'Something broke' }),
		verdict: { rows: 'error', row: 'error', outcome: 'error', file: 'error' },
	},
	{
		what: 'K: one of two reports no success',
		answer: ok({
			Results: [
				{ success: true, result: 'a' },
				{ success: false, result: 'b' },
			],
		}),
		verdict: { outcome: 'error' },
	},
	...(
		[
			['400', { status: 400, body: { Results: 'Bad input' } }],
			['403', { kind: 'roleMissing' }],
			['404', { kind: 'notFound' }],
			['500', { status: 500, body: 'A parameter cannot be found' }],
			['a web page', { kind: 'html' }],
			['503 for a feature that is off', { kind: 'featureOff' }],
		] as Array<[string, EndpointFault]>
	).map(([what, answer]) => ({
		what,
		answer,
		verdict: { rows: 'error', row: 'error', outcome: 'error', file: 'error' } as const,
	})),
];

it.each(simple)(
	'$title reads every kind of answer for what it is',
	async ({ node, resource, name, operation }) => {
		const kind = operation.answer.kind;
		const meant = answers.filter(({ verdict }) => kind in verdict);
		// Where an empty list may be a refusal, Microsoft answers the second look.
		if ('empty' in operation.answer) {
			for (const endpoint of ['ListGraphRequest', 'ListExoRequest']) {
				sandbox.current.faults.endpoint(endpoint, ok({ Results: [person] }));
			}
		}
		for (const { answer } of meant) {
			sandbox.current.faults.endpoint(operation.endpoint, answer, { times: 1 });
		}

		const result = await runCipp(
			{
				resource: resource.value,
				operation: name,
				...sampleParameters(operation, 'required'),
				returnAll: true,
				requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 0 } } },
			},
			{
				credential: credentialFor(sandbox.current),
				items: meant.map(() => ({})),
				node: { type: `n8n-nodes-cipp.${node}`, onError: 'continueErrorOutput' },
			},
		);

		const itemOf = ({ pairedItem }: (typeof result.items)[number]) =>
			(pairedItem as { item: number }).item;
		const found = meant.map(({ what }, index): [string, Verdict] => {
			const hasFailed = result.errors.some((item) => itemOf(item) === index);
			return [
				what,
				hasFailed ? 'error' : result.items.filter((item) => itemOf(item) === index).length,
			];
		});
		expect(found).toEqual(meant.map(({ what, verdict }) => [what, verdict[kind]]));
	},
);
