import { expect, it } from 'vitest';
import { propertyOf } from '../../n8n/editor/properties';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';
import { simple } from './declared.mts';
import { sampleParameters } from './sample.mts';

const sandbox = useSandbox();

/** Every choice that has to be made before something changes. */
const choices = simple.flatMap((entry) =>
	entry.operation.effect === 'read'
		? []
		: entry.operation.fields
				.filter(({ kind, required, optional }) => kind === 'choice' && required && !optional)
				.map((field) => ({ ...entry, field, label: field.label })),
);

it.each(choices)('$title does nothing until "$label" is chosen', async (entry) => {
	const { node, resource, name, operation, field } = entry;
	const run = async (value: unknown) =>
		await runCipp(
			{
				resource: resource.value,
				operation: name,
				...sampleParameters(operation, 'required'),
				[field.name]: value as string,
			},
			{ credential: credentialFor(sandbox.current), node: { type: `n8n-nodes-cipp.${node}` } },
		);

	expect(propertyOf(field)).toMatchObject({ default: '' });
	expect(propertyOf(field).options?.[0]).toEqual({ name: '(Choose)', value: '' });
	// n8n itself refuses what is left empty; what an expression gives is refused by the node.
	if (!field.renamed) {
		await expect(run('')).rejects.toThrow(`Parameter "${field.label}" is required`);
	}
	expect((await run('={{ "" }}')).error?.message).toBe(
		`"${field.label}" is not chosen: what was filled in gives an empty text`,
	);
	expect(
		sandbox.current.requests.filter(({ endpoint }) => endpoint === operation.endpoint),
	).toEqual([]);
});

it.each([
	['customScript', 'update', 'Enabled'],
	['mailForwarding', 'forwardInternally', 'KeepCopy'],
	['copilot', 'setSetting', 'value'],
	['user', 'setPerUserMfa', 'State'],
])('%s: %s leaves %s to whoever runs it', (resource, operation, name) => {
	expect(
		choices.some(
			(entry) =>
				entry.resource.value === resource && entry.name === operation && entry.field.name === name,
		),
	).toBe(true);
});
