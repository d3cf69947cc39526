import type { IDataObject } from 'n8n-workflow';
import { expect, it } from 'vitest';
import { endpointNamed } from '../../nodes/Cipp/api-request/endpoints';
import { actionId, actionOf, hasSwitch, idOf } from '../../nodes/Cipp/api-request/fields';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';
import { simple } from './declared.mts';
import { differences } from './differences.mts';
import { factsOf } from './facts.mts';
import { sampleParameters } from './sample.mts';

const sandbox = useSandbox();

it.each(simple)(
	'$title, filled in as the fields of API Request, sends what CIPP reads',
	async ({ operation }) => {
		sandbox.current.faults.endpoint(operation.endpoint, { status: 200, body: { Results: 'Done' } });
		const { options, ...main } = sampleParameters(operation, 'all');
		const samples = { ...main, ...(options as IDataObject) };
		const endpoint = endpointNamed(operation.endpoint);
		const fields = operation.fields.filter(({ form }) => form !== 'label');

		await runCipp(
			{
				resource: 'apiRequest',
				operation: 'send',
				apiEndpoint: operation.endpoint,
				apiTenant: operation.tenant ? 'one' : 'none',
				tenantDomain: 'contoso.example',
				apiFields: {
					mappingMode: 'defineBelow',
					value: {
						...Object.fromEntries(fields.map((field) => [idOf(field), samples[field.name]])),
						...(hasSwitch(endpoint) ? { [actionId]: actionOf(operation) } : {}),
					},
				},
			},
			{ credential: credentialFor(sandbox.current) },
		);

		const request = sandbox.current.requests.findLast(
			(recorded) => recorded.endpoint === operation.endpoint,
		);
		expect(request, 'nothing was sent').toBeDefined();
		expect(differences(operation, request!, factsOf(operation.endpoint))).toEqual([]);
	},
);

it.each([...new Set(simple.map(({ operation }) => operation.endpoint))])(
	'the operations of %s can be told apart',
	(endpoint) => {
		const actions = endpointNamed(endpoint).operations.map(actionOf);
		if (hasSwitch(endpointNamed(endpoint))) expect(actions).toEqual([...new Set(actions)]);
	},
);
