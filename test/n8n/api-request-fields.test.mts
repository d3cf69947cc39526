import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { expect, it } from 'vitest';
import { mapEndpointFields } from '../../nodes/Cipp/api-request/fields';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { megan, useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();

const mapped = async (apiEndpoint: string) =>
	await mapEndpointFields.call({
		getCurrentNodeParameter: () => apiEndpoint,
	} as unknown as ILoadOptionsFunctions);

const send = async (
	apiEndpoint: string,
	value: IDataObject | null,
	parameters: IDataObject = {},
	options = {},
) => {
	const { fields } = await mapped(apiEndpoint);
	return await runCipp(
		{
			resource: 'apiRequest',
			operation: 'send',
			tenantDomain: 'contoso.example',
			apiEndpoint: { __rl: true, mode: 'list', value: apiEndpoint },
			apiFields: {
				mappingMode: 'defineBelow',
				value,
				matchingColumns: [],
				schema: fields as unknown as IDataObject[],
			},
			...parameters,
		},
		{ credential: credentialFor(sandbox.current), ...options },
	);
};

const done = (endpoint: string, body: unknown = { Results: 'Successfully did it' }) =>
	sandbox.current.faults.endpoint(endpoint, { status: 200, body });
const sent = () => sandbox.current.requests.at(-1);

it('offers the fields of the endpoint, typed, the needed ones first in sight', async () => {
	const { fields } = await mapped('ExecResetPass');

	expect(fields).toEqual([
		expect.objectContaining({ id: 'ID', displayName: 'User (ID)', required: true, type: 'string' }),
		expect.objectContaining({
			id: 'MustChange',
			type: 'options',
			defaultValue: true,
			options: [
				{ name: 'Yes', value: true },
				{ name: 'No', value: false },
			],
		}),
	]);
});

it('offers the fields of all operations of an endpoint; only what all need is required', async () => {
	const { fields } = await mapped('ExecBulkLicense');
	const required = fields.filter((field) => field.required).map(({ id }) => id);

	expect(fields[0]).toMatchObject({ displayName: 'What to Do', type: 'options' });
	expect(fields[0].options).toContainEqual({
		name: 'Add licenses to user',
		value: 'Add licenses to user',
	});
	expect(fields.map(({ id }) => id)).toEqual(
		expect.arrayContaining(['userIds', 'Licenses', 'LicensesToRemove']),
	);
	expect(required).toEqual(['what to do', 'userIds']);
});

it('says why there are none', async () => {
	expect((await mapped('')).emptyFieldsNotice).toMatch(/Choose an endpoint/);
	expect((await mapped('ExecSomethingNew')).emptyFieldsNotice).toMatch(/newer than this package/);
});

it('sends each field where and in the form in which CIPP reads it', async () => {
	done('ExecBulkLicense');
	await send('ExecBulkLicense', {
		'what to do': 'Add licenses to user',
		userIds: megan,
		Licenses: 'sku-1, sku-2',
		LicensesToRemove: null,
	});

	expect(sent()).toMatchObject({
		method: 'POST',
		body: [
			{
				tenantFilter: 'contoso.example',
				LicenseOperation: 'Add',
				Licenses: [
					{ value: 'sku-1', label: 'sku-1' },
					{ value: 'sku-2', label: 'sku-2' },
				],
			},
		],
	});
});

it('sends dates as CIPP reads them', async () => {
	done('ListMessageTrace', []);
	const result = await send('ListMessageTrace', {
		'what to do': 'Get many traced mails',
		startDate: '2031-05-06T07:08:00Z',
		endDate: '2031-05-07T07:08:00Z',
	});

	expect(result.error).toBeUndefined();
	expect(JSON.stringify(sent())).toContain('1935904080');
});

it('asks what to do where an endpoint does several things, before anything is sent', async () => {
	const none = await send('ExecBulkLicense', { 'what to do': null, userIds: megan });
	const wrong = await send('ExecBulkLicense', { 'what to do': '={{ "Dance" }}', userIds: megan });

	expect(none.error?.message).toMatch(/"What to Do" is empty/);
	expect(wrong.error?.message).toMatch(/cannot "Dance"/);
	expect(sandbox.current.requests).toEqual([]);
});

it('refuses a field of another operation, and an empty one that is needed', async () => {
	const other = await send('ExecBulkLicense', {
		'what to do': 'Add licenses to user',
		userIds: megan,
		Licenses: 'sku-1',
		LicensesToRemove: 'sku-2',
	});
	const empty = await send('ExecResetPass', { ID: null, MustChange: true });

	expect(other.error?.message).toMatch(
		/"Licenses to Remove" has nothing to do with "Add licenses to user"/,
	);
	expect(empty.error?.message).toMatch(/"User" is empty/);
	expect(sandbox.current.requests).toEqual([]);
});

it('takes from JSON what no field is for, and lets the fields win', async () => {
	done('ExecResetPass');
	await send(
		'ExecResetPass',
		{ ID: null, MustChange: false },
		{ apiBody: `{"id":"${megan}","mustchange":true,"tenantfilter":"evil.example","more":1}` },
	);

	expect(sent()?.body).toEqual({
		id: megan,
		MustChange: false,
		tenantFilter: 'contoso.example',
		more: 1,
	});
});

it('reads the answer as the operation does', async () => {
	done('ExecResetPass', {
		Results: { resultText: 'The new password is Blue-7', copyField: 'Blue-7', state: 'success' },
	});
	const result = await send('ExecResetPass', { ID: megan, MustChange: true });

	expect(result.json).toMatchObject([{ status: 'succeeded', subject: megan }]);
	expect(JSON.stringify(result.json)).not.toContain('Blue-7');
});

it('as a tool is judged by what is meant, and by the worst once JSON comes with it', async () => {
	done('ExecBulkLicense');
	const asTool = { node: { type: 'n8n-nodes-cipp.cippTool' } };
	const adding = { 'what to do': 'Add licenses to user', userIds: megan, Licenses: 'sku-1' };
	const removing = {
		'what to do': 'Remove licenses from user',
		userIds: megan,
		LicensesToRemove: 'sku-1',
	};
	const may = { toolMay: 'change' };

	const added = await send('ExecBulkLicense', adding, may, asTool);
	const removed = await send('ExecBulkLicense', removing, may, asTool);
	const disguised = await send(
		'ExecBulkLicense',
		adding,
		{ ...may, apiBody: '{"licenseoperation":"Remove"}' },
		asTool,
	);

	expect(added.error).toBeUndefined();
	expect(removed.error?.message).toMatch(/not allowed to destroy/);
	expect(disguised.error?.message).toMatch(/not allowed to destroy/);
});

it('leaves the fields alone when everything comes as JSON', async () => {
	done('ExecResetPass');
	await send(
		'ExecResetPass',
		{ ID: 'someone', MustChange: true },
		{ apiParameters: 'json', apiBody: `{"ID":"${megan}"}` },
	);

	expect(sent()?.body).toEqual({ ID: megan, tenantFilter: 'contoso.example' });
});
