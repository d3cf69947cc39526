import { expect, it } from 'vitest';
import { schemaFiles } from '../../lab/schema/files.mts';
import { schemaOf, type Schema } from '../../lab/schema/schema.mts';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { everyStep, megan, offboard, useSandbox } from '../offboard-user/offboarding.mts';
import { listedNodes } from '../package/nodes.mts';
import { declared, simple } from './declared.mts';
import { sampleParameters } from './sample.mts';

const sandbox = useSandbox();
const nodes = await listedNodes();
let rowsSeen = 0;

it.each(nodes)('every operation of $className has its output where n8n looks', (node) => {
	const folder = node.source.replace(/[^/]+$/, '');
	const expected = declared
		.filter((entry) => entry.node === node.description.name)
		.map(({ resource, name }) => `${folder}__schema__/v1.0.0/${resource.value}/${name}.json`);
	const found = [...schemaFiles().keys()].filter((path) => path.startsWith(folder));

	expect(expected.length).toBeGreaterThan(0);
	expect(found.sort()).toEqual(expected.sort());
});

it.each(declared)('$title has a schema that n8n can read', ({ operation }) => {
	const schema = schemaOf(operation);

	expect(schema.type).toBe('object');
	expect(Object.values(schema.properties ?? {}).every((one) => typeof one === 'object')).toBe(true);
});

/** Endpoints for which the sandbox has rows. */
const seeds =
	`ListTenants ListTenantDetails ListGroups ListLicenses ListRoles ListUsers ListUserGroups
	ListUserDevices ListMFAUsers ListPerUserMFA ListCalendarPermissions ListMailboxMobileDevices
	ListmailboxPermissions ListUserMailboxRules ListOoO ListMailboxes ListUserMailboxDetails ListDevices
	ListSites ListTeamsVoice GetVersion`.split(/\s+/);
const seeded = simple.filter(
	({ operation }) => operation.effect === 'read' && seeds.includes(operation.endpoint),
);

it.each(seeded)('$title gives rows of the kind that its schema says', async (entry) => {
	const { node, resource, name, operation } = entry;
	const parameters = sampleParameters(operation, 'required');
	for (const field of ['userEmail', 'mailbox']) if (field in parameters) parameters[field] = megan;
	const result = await runCipp(
		{ resource: resource.value, operation: name, ...parameters },
		{ credential: credentialFor(sandbox.current), node: { type: `n8n-nodes-cipp.${node}` } },
	);

	const isWhole = operation.answer.kind === 'rows' && operation.answer.simple.length > 0;
	expect(misfits(result.json, schemaOf(operation), isWhole)).toEqual([]);
	rowsSeen += result.json.length;
});

it('those are enough rows to tell', () => {
	expect(rowsSeen).toBeGreaterThan(100);
});

it('an outcome is what the schema says', async () => {
	const reset = declared.find(({ operation }) => operation.endpoint === 'ExecResetPass')!;
	const result = await runCipp(
		{
			resource: reset.resource.value,
			operation: reset.name,
			tenantDomain: 'contoso.example',
			userEmail: megan,
		},
		{
			credential: credentialFor(sandbox.current),
			node: { type: `n8n-nodes-cipp.${reset.node}` },
		},
	);

	expect(result.json).toHaveLength(1);
	expect(Object.keys(result.json[0])).toEqual(['status', 'messages', 'tenant', 'subject']);
	expect(misfits(result.json, schemaOf(reset.operation))).toEqual([]);
});

it('a report of an offboarding is what the schema says', async () => {
	const result = await offboard(sandbox.current, everyStep);
	const { operation } = declared.find((entry) => entry.name === 'offboardUser')!;

	expect(result.json).toHaveLength(1);
	expect(misfits(result.json, schemaOf(operation))).toEqual([]);
});

it('tells what does not fit', () => {
	const schema: Schema = {
		type: 'object',
		properties: { a: { type: 'array', items: { type: 'string' } }, b: {} },
	};

	expect(misfits([{ a: ['x'], b: 1 }, { a: null }], schema)).toEqual([]);
	expect(misfits([{ a: [1] }], schema)).toEqual(['a.0 is 1, not string']);
	expect(misfits([{ c: 1 }], schema)).toEqual(['c is not in the schema']);
});

/** What stands in the items and not in the schema, or is of another type there. */
function misfits(items: unknown[], schema: Schema, isWhole = true): string[] {
	return items.flatMap((item) => misfitsIn(item, schema, '', isWhole));
}

function misfitsIn(value: unknown, schema: Schema, path: string, isWhole: boolean): string[] {
	if (schema.type === undefined || value === null || value === undefined) return [];
	const type = Array.isArray(value) ? 'array' : typeof value;
	if (type !== schema.type) return [`${path} is ${JSON.stringify(value)}, not ${schema.type}`];
	if (type !== 'object' && type !== 'array') return [];
	return Object.entries(value as object).flatMap(([name, inner]) => {
		const place = path === '' ? name : `${path}.${name}`;
		const known = type === 'array' ? schema.items : schema.properties?.[name];
		if (known) return misfitsIn(inner, known, place, isWhole);
		return isWhole ? [`${place} is not in the schema`] : [];
	});
}
