import type { IDataObject, IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { execute } from '../../n8n/execute';
import { describeProperties } from '../../n8n/editor/properties';
import { Cipp } from '../../nodes/Cipp/Cipp.node.ts';
import {
	inBody,
	inQuery,
	opensAt,
	outcome,
	read,
	change,
	resource,
	row,
	text,
	theUser,
	toggle,
} from '../../operations/vocabulary';
import { adele, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { credentialFor, runFrom } from './engine.mts';

const sandbox = useSandbox();

const called = { renamed: { from: 'userEmail' }, deprecated: 'Look does it by name' };
const person = {
	...resource('Person', 'person', 'look', {
		look: read('ListUsers', {
			name: 'Look',
			action: 'Look at person',
			help: 'Reads one account',
			renamed: { from: ['read', 'get'] },
			deprecated: 'User: Get does the same',
			role: 'Identity.User.Read',
			tenant: inQuery(),
			fields: [
				theUser('UserID', { name: 'who', ...called }),
				toggle('With Sign-Ins', 'IncludeLogonDetails', {
					name: 'withSignIns',
					optional: true,
					renamed: { from: 'IncludeLogonDetails' },
					help: 'Whether to add the last sign-in',
				}),
			],
			answer: row('There is nobody'),
		}),
		rename: change('EditUser', {
			name: 'Rename',
			action: 'Rename person',
			help: 'Gives a new name',
			role: 'Identity.User.ReadWrite',
			tenant: inBody(),
			fields: [
				theUser('id', { name: 'who', ...called }),
				text('Name', 'displayName', {
					name: 'newName',
					required: true,
					renamed: { from: 'displayName' },
					deprecated: 'Display Name of User: Update does the same',
					help: 'The name to give',
				}),
				toggle('Hidden', 'hideFromGAL', {
					name: 'hidden',
					renamed: { from: 'hide' },
					help: 'Whether to hide it',
				}),
			],
			answer: outcome({ silenceIsSuccess: true }),
		}),
	}),
	renamed: { from: 'user' },
	deprecated: 'It is called User now',
};
const resources = opensAt(person, [person]);
const properties = describeProperties(resources, [
	{
		displayName: 'Beside',
		name: 'beside',
		type: 'string',
		default: '',
		displayOptions: { show: { resource: ['person'], operation: ['look'] } },
	},
]);

const node = {
	description: { ...new Cipp().description, name: 'people', properties },
	async execute(this: IExecuteFunctions) {
		return await execute(this, resources, {});
	},
} as unknown as INodeType;

async function sentBy(parameters: IDataObject) {
	const { error, sent } = await outcomeOf(parameters);
	expect(error).toBeUndefined();
	return sent;
}

/** What a saved workflow sends to CIPP beside looking up the tenant, and what goes wrong. */
async function outcomeOf(parameters: IDataObject) {
	const run = await runFrom(
		'Start',
		{
			name: 'Saved',
			nodes: [
				{
					id: 'start',
					name: 'Start',
					type: 'test.start',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: 'people',
					name: 'People',
					type: 'test.people',
					typeVersion: 1,
					position: [0, 0],
					parameters: { tenantDomain: 'contoso.example', ...parameters } as never,
				},
			],
			connections: { Start: { main: [[{ node: 'People', type: 'main', index: 0 }]] } },
		},
		{ credential: credentialFor(sandbox.current) },
		{ 'test.people': node },
	);
	const sent = sandbox.current.requests
		.filter(({ endpoint }) => endpoint !== 'ListTenants')
		.map(({ endpoint, query, body }) => ({ endpoint, query, body }));
	return { sent, error: run.data.resultData.error?.message };
}

const now = { resource: 'person', operation: 'look', who: megan, options: { withSignIns: true } };
const before = {
	resource: 'user',
	operation: 'get',
	userEmail: { __rl: true, mode: 'list', value: megan },
	options: { IncludeLogonDetails: true },
};
const megansSignIns = [
	{
		endpoint: 'ListUsers',
		query: { tenantFilter: 'contoso.example', UserID: megan, IncludeLogonDetails: 'true' },
		body: null,
	},
];

describe('a workflow that was saved under old names', () => {
	it.each([
		['resource', { ...now, resource: 'user' }],
		['operation', { ...now, operation: 'get' }],
		['operation, renamed twice', { ...now, operation: 'read' }],
		['parameter', { ...now, who: undefined, userEmail: megan }],
		['option', { ...now, options: { IncludeLogonDetails: true } }],
		['all of them', before],
		['none of them', now],
	])('runs as it did: %s', async (_what, parameters) => {
		expect(await sentBy(JSON.parse(JSON.stringify(parameters)))).toEqual(megansSignIns);
	});

	it('takes expressions as they were', async () => {
		const userEmail = `={{ "${megan}" }}`;
		expect(await sentBy({ ...before, userEmail })).toEqual(megansSignIns);
	});

	it('is not refused because a required field is filled in under its old name', async () => {
		sandbox.current.faults.endpoint('EditUser', { status: 200, body: { Results: 'Done' } });
		const [{ body }] = await sentBy({
			resource: 'user',
			operation: 'rename',
			userEmail: megan,
			displayName: 'Megan B.',
			hide: true,
		});

		expect(body).toMatchObject({ id: megan, displayName: 'Megan B.', hideFromGAL: true });
	});

	it('does what the new fields say as soon as they say something', async () => {
		const [{ query }] = await sentBy({
			...before,
			who: adele,
			options: { IncludeLogonDetails: true, withSignIns: false },
		});

		expect(query).toEqual({ tenantFilter: 'contoso.example', UserID: adele });
	});

	it('does not fall back to whom it was for where a new expression gives nobody', async () => {
		const { error, sent } = await outcomeOf({ ...before, who: '={{ "" }}' });

		expect(error).toBe('"User" is empty');
		expect(sent).toEqual([]);
	});
});

describe('the editor', () => {
	const named = (name: string, from: INodeProperties[] = properties) =>
		from.filter((property) => property.name === name);
	const values = (name: string) =>
		named(name).flatMap(({ options = [] }) =>
			options.map((option) => 'value' in option && option.value),
		);

	it('offers the new names only', () => {
		expect(values('resource')).toEqual(['person']);
		expect(values('operation')).toEqual(['look', 'rename']);
		expect(named('userEmail').map(({ type }) => type)).toEqual(['hidden']);
		const [{ options }] = named('options');
		expect(named('IncludeLogonDetails', options as INodeProperties[])).toMatchObject([
			{ type: 'hidden' },
		]);
	});

	it('shows what belongs to an operation under each of its names, also what a node adds', () => {
		expect(named('beside')[0].displayOptions?.show).toEqual({
			resource: ['person', 'user'],
			operation: ['look', 'read', 'get'],
		});
		expect(named('operation')[0].displayOptions?.show).toEqual({ resource: ['person', 'user'] });
	});

	it('says that an old field still counts, and how to be rid of it', () => {
		const notices = named('formerly').map(({ displayName, displayOptions }) => [
			displayName,
			displayOptions?.show?.hide,
		]);
		expect(notices).toContainEqual([
			'"Hidden" still holds what was filled in under its old name. What you fill in here wins. To drop the old value, choose another operation and then this one again.',
			[{ _cnd: { not: '' } }],
		]);
	});

	it('says why something is not to be used any more, and what instead', () => {
		expect(named('resource')[0].options).toMatchObject([
			{ value: 'person', description: 'Deprecated: It is called User now' },
		]);
		expect(named('operation')[0].options).toMatchObject([
			{ value: 'look', description: 'Reads one account. Deprecated: User: Get does the same' },
			{ value: 'rename', description: 'Gives a new name' },
		]);
		expect(named('newName')).toMatchObject([
			{
				description: 'The name to give. Deprecated: Display Name of User: Update does the same',
				hint: 'Deprecated: Display Name of User: Update does the same',
			},
		]);
		expect(named('who')).toMatchObject([{ hint: 'Deprecated: Look does it by name' }]);
		expect(named('deprecated').map(({ displayName }) => displayName)).toEqual([
			'Deprecated: It is called User now',
			'Deprecated: User: Get does the same',
		]);
	});
});
