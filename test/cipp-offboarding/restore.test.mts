import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { restoreParts } from '../../offboarding/restore/parts';
import type { RestorePlan, RestoreResult } from '../../offboarding/restore/shape';
import { offboarding } from '../../operations/offboarding/offboarding';
import { adele, megan, useSandbox } from '../offboard-user/offboarding.mts';
import { handOn, runOffboarding, writes } from './offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, items: IDataObject[] = [{}]) =>
	await runOffboarding(sandbox.current, operation, parameters, { items });
const isAllowed = () => sandbox.current.tenants.user(adele).accountEnabled;

/** A preview that gives sign-in and a place in the address list back to Adele, or her access to another. */
async function preview(parameters: IDataObject): Promise<RestorePlan> {
	const snapshot = await run('snapshot', { userEmail: adele });
	const person = sandbox.current.tenants.user(adele);
	person.accountEnabled = false;
	person.mailbox!.hiddenFromAddressLists = true;
	const made = await run('planRestore', parameters, handOn(snapshot));
	expect(made.error).toBeUndefined();
	return made.json[0] as unknown as RestorePlan;
}
const rehire = { restoreTo: 'rehire' };
const successor = { restoreTo: 'successor', successor: 'joni.sherman@contoso.example' };
const restore = async (plan: object, parameters: IDataObject = {}) =>
	await run('restore', parameters, [plan as IDataObject]);

it('offers every part of a restore, so that all of them are everything', () => {
	for (const name of ['planRestore', 'restore']) {
		const parts = offboarding.operations[name].asks?.find(({ wire }) => wire === 'parts');
		expect(parts?.choices?.map(({ value }) => value).sort()).toEqual([...restoreParts].sort());
	}
});

it('previews in words, and without anything that is sent', async () => {
	const plan = await preview(rehire);

	expect(plan.steps.map(({ part, what, why }) => ({ part, what, why }))).toEqual([
		{ part: 'account', what: 'allows sign-in', why: 'sign-in was allowed' },
		{
			part: 'mailbox',
			what: 'shows the person in the address list',
			why: 'the person was in it',
		},
	]);
	expect(JSON.stringify(plan)).not.toMatch(/endpoint|"body"|tenantFilter|Exec[A-Z]/);
});

describe('a field that says otherwise than the preview', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['Restore To', rehire, successor],
		['Restore To', successor, rehire],
		['Successor', successor, { successor: megan }],
		['Successor', rehire, { successor: megan }],
		['Parts', rehire, { options: { parts: ['account'] } }],
	])('%s: nobody knows which is meant, and nothing is done', async (field, made, parameters) => {
		const plan = await preview(made);
		const result = await restore(plan, parameters);

		expect(result.error?.message).toContain(`"${field}" says otherwise than the preview`);
		expect(writes(sandbox.current)).toEqual([]);
		expect(isAllowed()).toBe(false);
	});

	it('is none when it says the same', async () => {
		const plan = await preview(rehire);
		const options = { parts: ['account', 'mailbox', 'groups'] };
		const result = await restore(plan, { ...rehire, options });

		expect(result.json).toMatchObject([{ status: 'succeeded' }]);
		expect(isAllowed()).toBe(true);
	});

	it('is none when it is empty, for a preview says who gets what', async () => {
		const plan = await preview(successor);
		const { json } = await restore(plan);

		expect(json).toMatchObject([{ status: 'succeeded', kind: 'successor' }]);
		expect((json[0] as unknown as RestoreResult).target.userPrincipalName).toBe(
			successor.successor,
		);
	});
});

it('has to be chosen where a snapshot is given: then nothing else says who gets it', async () => {
	const [snapshot] = handOn(await run('snapshot', { userEmail: adele }));
	sandbox.current.tenants.user(adele).accountEnabled = false;
	const result = await restore(snapshot);

	expect(result.error?.message).toBe('"Restore To" is not chosen');
	expect(writes(sandbox.current)).toEqual([]);
});

describe('a preview that is not as it was made', () => {
	it('with a request in it does nothing', async () => {
		const plan = await preview(rehire);
		const { id } = sandbox.current.tenants.user(megan);
		const step = { ...plan.steps[0], endpoint: 'RemoveUser', body: { ID: id } };
		const result = await restore({ ...plan, steps: [...plan.steps, step] });

		expect(result.error?.message).toContain('its step 3 holds "endpoint"');
		expect(writes(sandbox.current)).toEqual([]);
	});

	it('by an earlier version of the node says that it has to be made again', async () => {
		const plan = await preview(rehire);
		const result = await restore({ ...plan, schema: 'cipp-restore-plan/1' });

		expect(result.error?.message).toContain('cipp-restore-plan/1');
		expect(result.error?.description).toContain('Make the preview again');
		expect(writes(sandbox.current)).toEqual([]);
	});
});
