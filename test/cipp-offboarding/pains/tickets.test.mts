import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../offboarding/after/evidence/evidence';
import type { OffboardingReport } from '../../../offboarding/after/report';
import { adele, megan, useSandbox } from '../../offboard-user/offboarding.mts';
import { handOn, reportOf, runOffboarding } from '../offboarding-node.mts';

const sandbox = useSandbox();
const run = async (operation: string, parameters: IDataObject, options = {}) =>
	await runOffboarding(sandbox.current, operation, parameters, options);
const start = async (parameters: IDataObject = {}) =>
	await run('start', { userEmail: megan, when: 'now', DisableSignIn: true, ...parameters });
const sent = (): IDataObject[] =>
	sandbox.current.requests
		.filter(({ endpoint }) => endpoint === 'ExecOffboardUser')
		.map(({ body }) => body as IDataObject);

describe('tickets', () => {
	it('pain 43: the number of the ticket goes with the task, comes back and finds it', async () => {
		await start({ reference: 'TICKET-1' });
		await start({ userEmail: adele, reference: 'TICKET-2' });
		const found = await run('getMany', {
			allTenants: true,
			options: { onlyReference: 'TICKET-2' },
		});

		expect(sent().map(({ reference }) => reference)).toEqual(['TICKET-1', 'TICKET-2']);
		expect(found.json).toMatchObject([
			{ user: adele, reference: 'TICKET-2', phase: 'finished', tenant: 'contoso.example' },
		]);
	});

	it('pain 44: a workflow that runs twice reports about the same task under the same reference', async () => {
		const first = reportOf(await start({ reference: 'TICKET-3' }));
		const again = reportOf(await start({ reference: 'TICKET-3' }));

		expect(sent()).toHaveLength(1);
		expect(again.task?.id).toBe(first.task?.id);
		expect(again).toMatchObject({
			reference: 'TICKET-3',
			status: first.status,
			summary: first.summary,
			user: { userPrincipalName: megan, id: sandbox.current.tenants.user(megan).id },
			tenant: { displayName: 'Contoso Ltd' },
		});
	});

	it('pain 44: a retry goes under the number of the ticket, told from the first try', async () => {
		sandbox.current.faults.step('HideFromGAL', 'fails', { error: 'Server is busy', times: 2 });
		const failed = reportOf(await start({ HideFromGAL: true, reference: 'TICKET-5' }));
		const retry = async (report: OffboardingReport) =>
			reportOf(await run('retry', {}, { items: [report as unknown as IDataObject] }));
		const second = await retry(failed);
		const third = await retry(second);

		expect([failed, second, third].map(({ status }) => status)).toEqual([
			'partial',
			'partial',
			'succeeded',
		]);
		const references = sent().map(({ reference }) => reference);
		expect(references).toEqual([
			'TICKET-5',
			expect.stringMatching(/^TICKET-5 retry-[0-9a-f]{16}$/),
			expect.stringMatching(/^TICKET-5 retry-[0-9a-f]{16}$/),
		]);
		expect(references[1]).not.toBe(references[2]);
	});

	it("pain 44: CIPP's own tickets are made only where that was asked for", async () => {
		await start({ reference: 'TICKET-4' });
		await start({ userEmail: adele, PostExecution: ['psa'] });

		expect(sent()[0]).not.toHaveProperty('PostExecution');
		expect(sent()[1].PostExecution).toEqual({ psa: true });
	});
});

describe('billing', () => {
	it('pain 45: the record lists the seats that came free, what each costs and what is saved', async () => {
		const done = await start({ ConvertToShared: true, RemoveLicenses: true });
		const { snapshot } = reportOf(done);
		const skus = (snapshot?.licenses as Array<{ skuId: string; name: string }>).map(
			({ skuId, name }) => ({ skuId, name }),
		);
		const prices = Object.fromEntries(
			skus.map(({ skuId }, index) => [skuId, { amount: [22.1, 8.2][index], currency: 'USD' }]),
		);
		const result = await run(
			'createEvidence',
			{ caseId: 'HR-1', options: { prices: JSON.stringify(prices) } },
			{ items: handOn(done) },
		);

		const [{ licensesReclaimed, saving }] = result.json as unknown as Evidence[];
		expect(licensesReclaimed).toEqual(skus.map((sku) => ({ ...sku, price: prices[sku.skuId] })));
		expect(licensesReclaimed).toHaveLength(2);
		expect(saving).toEqual({ USD: 30.3 });
	});

	it('pain 45: seats that are still taken are not counted as saved', async () => {
		sandbox.current.faults.step('LicenseTask', 'fails');
		const failed = reportOf(await start({ RemoveLicenses: true }));
		const result = await run(
			'createEvidence',
			{ caseId: 'HR-2' },
			{ items: [failed as unknown as IDataObject] },
		);

		expect(failed.status).toBe('partial');
		expect(result.json[0]).toMatchObject({
			result: 'incomplete',
			licensesReclaimed: [],
			saving: {},
		});
	});
});
