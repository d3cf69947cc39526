import { describe, expect, it } from 'vitest';
import { nodeResources } from '../../operations';
import { sampleParameters } from '../contract/sample.mts';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

/** What a version of CIPP answers where Microsoft, or CIPP, refuses: node, resource, operation, answers. */
const refusals: Array<[string, string, string, Record<string, { status: number; body: unknown }>]> =
	[
		...['addMembers', 'removeMembers', 'addOwners', 'removeOwners'].map(
			(operation): (typeof refusals)[number] => [
				'cipp',
				'group',
				operation,
				{
					'10.8': {
						status: 500,
						body: "The term 'Get-CippExoErrorText' is not recognized as a name of a cmdlet",
					},
					'10.9': {
						status: 200,
						body: { Results: ["Error - You don't have sufficient permissions"] },
					},
				},
			],
		),
		...['release', 'deny'].map((operation): (typeof refusals)[number] => [
			'cippMailSecurity',
			'quarantine',
			operation,
			{
				'10.8': { status: 200, body: { Results: 'Failed. The message was not found' } },
				'10.9': { status: 400, body: { Results: 'Failed. The message was not found' } },
			},
		]),
		[
			'cippMailSecurity',
			'quarantine',
			'delete',
			{ '10.9': { status: 400, body: { Results: 'Failed. The message was not found' } } },
		],
		[
			'cippSecurity',
			'conditionalAccessPolicy',
			'deploy',
			{
				'10.9': {
					status: 200,
					body: {
						Results: [
							"The property 'includeUsers' cannot be found on this object. Verify that the property exists and can be set.",
						],
					},
				},
			},
		],
	];

const cases = refusals.flatMap(([node, resource, operation, answers]) =>
	Object.entries(answers).map(([cipp, answer]) => ({ node, resource, operation, cipp, answer })),
);

describe('a refusal is red in the form of each version', () => {
	const sandbox = useSandbox();

	it.each(cases)('$resource.$operation on $cipp', async (one) => {
		const declared = nodeResources[one.node].find(({ value }) => value === one.resource);
		const operation = declared?.operations[one.operation];
		expect(operation, `${one.resource}.${one.operation}`).toBeDefined();
		sandbox.current.faults.endpoint(operation!.endpoint, one.answer);

		const { error } = await runCipp(
			{
				resource: one.resource,
				operation: one.operation,
				...sampleParameters(operation!, 'required'),
			},
			{ credential: credentialFor(sandbox.current), node: { type: `n8n-nodes-cipp.${one.node}` } },
		);

		expect(error?.message).toBeTruthy();
		expect(sandbox.current.requests.map(({ endpoint }) => endpoint)).toContain(operation!.endpoint);
	});
});

describe('a group member that is removed', () => {
	const sandbox = useSandbox();

	it.each([
		['10.8', 'Successfully removed jane@contoso.example from the group Sales'],
		['10.9', 'Successfully removed jane@contoso.example from group'],
	])('is so in the words of %s', async (_cipp, sentence) => {
		const group = nodeResources.cipp.find(({ value }) => value === 'group')!;
		const operation = group.operations.removeMembers;
		sandbox.current.faults.endpoint(operation.endpoint, {
			status: 200,
			body: { Results: [sentence] },
		});

		const { error, json } = await runCipp(
			{ resource: 'group', operation: 'removeMembers', ...sampleParameters(operation, 'required') },
			{ credential: credentialFor(sandbox.current) },
		);

		expect(error).toBeUndefined();
		expect(json[0].status).toBe('succeeded');
	});
});
