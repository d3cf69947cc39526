import { describe, expect, it } from 'vitest';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';
import { simple } from './declared.mts';
import { differences } from './differences.mts';
import { effects } from './effects.mts';
import { factsOf } from './facts.mts';
import { sampleParameters } from './sample.mts';

const sandbox = useSandbox();

describe.each(simple)('$title', ({ node, resource, name, operation }) => {
	it.each(['all', 'required'] as const)('sends what CIPP reads, with %s fields', async (amount) => {
		sandbox.current.faults.endpoint(operation.endpoint, { status: 200, body: { Results: 'Done' } });

		await runCipp(
			{ resource: resource.value, operation: name, ...sampleParameters(operation, amount) },
			{ credential: credentialFor(sandbox.current), node: { type: `n8n-nodes-cipp.${node}` } },
		);

		const request = sandbox.current.requests.findLast(
			({ endpoint }) => endpoint === operation.endpoint,
		);
		expect(request, 'nothing was sent').toBeDefined();
		expect(differences(operation, request!, factsOf(operation.endpoint))).toEqual([]);
	});

	it('says what it needs and does, as CIPP does', () => {
		const known = factsOf(operation.endpoint);
		const ofFacts = operation.does ? known.actions?.[operation.does]?.effect : known.effect;
		const corrected = effects[`${node}.${resource.value}.${name}`]?.effect;
		const effect = corrected ?? ofFacts;

		expect({ role: operation.role, effect: operation.effect }).toEqual({
			role: known.role,
			effect,
		});
	});
});

it.each(Object.entries(effects))(
	'the class of %s is corrected, and would be another',
	(title, { effect }) => {
		const entry = simple.find((one) => `${one.node}.${one.resource.value}.${one.name}` === title);
		expect(entry, 'there is no such operation').toBeDefined();
		const { endpoint, does } = entry!.operation;
		const known = factsOf(endpoint);

		expect(does ? known.actions?.[does]?.effect : known.effect).not.toBe(effect);
	},
);
