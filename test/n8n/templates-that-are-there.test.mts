import { expect, it } from 'vitest';
import { nodeResources } from '../../operations';
import { credentialFor, runCipp, type EngineResult } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const id = '1c2d3e4f-0000-4000-8000-000000000000';
const { replace } = nodeResources.cippAdministration.find(
	({ value }) => value === 'template',
)!.operations;
const { lists } = replace.changes as {
	lists: Record<string, { endpoint: string; column: string }>;
};
const kinds = Object.entries(lists).map(([kind, list]) => ({ kind, ...list }));

async function edit(parameters: Record<string, string>): Promise<EngineResult> {
	sandbox.current.faults.endpoint('ExecEditTemplate', {
		status: 200,
		body: { Results: 'Successfully saved the template' },
	});
	return await runCipp(
		{ resource: 'template', templateId: id, ...parameters },
		{
			credential: credentialFor(sandbox.current),
			node: { type: 'n8n-nodes-cipp.cippAdministration' },
		},
	);
}

const replaced = async (Type: string) => await edit({ operation: 'replace', Type });
const isSent = () =>
	sandbox.current.requests.some(({ endpoint }) => endpoint === 'ExecEditTemplate');

it.each(kinds)('a $kind is replaced when it is there', async ({ kind, endpoint, column }) => {
	sandbox.current.faults.endpoint(endpoint, { status: 200, body: [{ [column]: id }] });
	expect((await replaced(kind)).json[0].status).toBe('succeeded');
});

it.each(kinds)('a $kind that is not there is not made', async ({ kind, endpoint, column }) => {
	sandbox.current.faults.endpoint(endpoint, { status: 200, body: [{ [column]: 'another' }] });
	expect((await replaced(kind)).error?.message).toMatch(/CIPP lists nothing with the ID/);
	expect(isSent()).toBe(false);
});

it('of a kind without a list comes with a note', async () => {
	const { json } = await replaced('RoleTemplate');
	expect(JSON.stringify(json[0].messages)).toMatch(/Nobody could look whether/);
});

it('an Intune template that is not there is not made either', async () => {
	sandbox.current.faults.endpoint('ListIntuneTemplates', {
		status: 200,
		body: [{ GUID: 'other' }],
	});
	const { error } = await edit({ operation: 'updateIntune', parsedRAWJson: '{"a":1}' });
	expect(error?.message).toMatch(/CIPP lists nothing with the ID/);
	expect(isSent()).toBe(false);
});
