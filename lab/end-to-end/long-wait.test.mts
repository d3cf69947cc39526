import { beforeAll, describe, expect, it } from 'vitest';
import type { Execution } from '../n8n/n8n-workflows.mjs';
import { useRealN8n } from './real-n8n.mts';

/** A minute passes in CIPP while a second passes here. */
const bench = useRealN8n({ speed: 60 });

const megan = 'megan.bowen@contoso.example';
const alex = 'alex.wilber@contoso.example';

/** Trigger → two people → CIPP → what comes after, with a start far enough away to be worth parking. */
function workflow(name: string, start: number, settings: object, tenant: string, people: string[]) {
	const cipp = {
		id: 'c',
		name: 'CIPP',
		type: 'n8n-nodes-cipp.cipp',
		typeVersion: 1,
		position: [400, 0],
		parameters: {
			resource: 'user',
			operation: 'offboardUser',
			tenantDomain: tenant,
			userEmail: '={{ $json.upn }}',
			DisableSignIn: true,
			ResetPass: true,
			Scheduled: String(start),
		},
		credentials: { cippOAuth2Api: { id: null, name: 'CIPP' } },
		...settings,
	};
	const core = (id: string, type: string, parameters: object, position: number[]) => ({
		id,
		name: id,
		type: `n8n-nodes-base.${type}`,
		typeVersion: 1,
		parameters,
		position,
	});
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	return {
		name,
		nodes: [
			core('Start', 'manualTrigger', {}, [0, 0]),
			{
				...core(
					'People',
					'code',
					{ jsCode: `return ${JSON.stringify(people.map((upn) => ({ json: { upn } })))}` },
					[200, 0],
				),
				typeVersion: 2,
			},
			cipp,
			core('Done', 'noOp', {}, [600, 0]),
			core('Not Done', 'noOp', {}, [600, 200]),
		],
		connections: {
			Start: { main: [to('People')] },
			People: { main: [to('CIPP')] },
			CIPP: { main: [to('Done'), to('Not Done')] },
		},
	};
}

describe('a long wait', () => {
	let withErrorOutput: Execution;
	let stopping: Execution;
	let parked = 0;

	beforeAll(async () => {
		await bench.n8n.importCredential({ name: 'CIPP', type: 'cippOAuth2Api', data: bench.data });
		bench.sandbox.faults.step('DisableSignIn', 'fails', {
			user: alex,
			error: 'Insufficient privileges',
		});
		bench.sandbox.faults.step('ResetPass', 'fails', {
			tenant: 'fabrikam.example',
			error: 'Too short',
		});
		const fabrikam = bench.sandbox.tenants.named('fabrikam.example').users[0].userPrincipalName;
		const start = Math.floor(Date.now() / 1000) + 70;
		const run = async (exported: ReturnType<typeof workflow>) =>
			await bench.n8n.run(await bench.n8n.importWorkflow(exported as never), {
				onWaiting: () => (parked += 1),
			});
		[withErrorOutput, stopping] = await Promise.all([
			run(
				workflow('Error output', start, { onError: 'continueErrorOutput' }, 'contoso.example', [
					megan,
					alex,
				]),
			),
			run(workflow('Stops', start, {}, 'fabrikam.example', [fabrikam])),
		]);
	}, 400_000);

	it('parks the execution and holds no worker', () => {
		expect(parked).toBe(2);
	});

	it('ends with the reports of those who are done, as if it had never been parked', () => {
		expect(withErrorOutput.status).toBe('success');
		expect(withErrorOutput.itemsOf('Done')).toMatchObject([
			{
				status: 'succeeded',
				user: { userPrincipalName: megan },
				details: [{}, { verified: true }],
			},
		]);
	});

	it('leads those who are not out of the error output, with what came in', () => {
		expect(withErrorOutput.itemsOf('Not Done')).toMatchObject([
			{
				upn: alex,
				error: expect.stringContaining('not fully offboarded'),
				details: { status: 'partial' },
			},
		]);
	});

	it('fails the node where nothing catches the error, and says who and why', () => {
		expect(stopping.status).toBe('error');
		expect(stopping.error).toMatch(/is not fully offboarded\. Not done: Reset Password/);
	});

	it('submits nobody twice, and stores no password', () => {
		const submissions = bench.sandbox.requests.filter(
			({ endpoint }) => endpoint === 'ExecOffboardUser',
		);
		expect(submissions).toHaveLength(3);
		const task = bench.sandbox.tenants.task(`Offboarding: ${megan}`);
		const password = JSON.stringify(task?.results).match(/The new password is ([^"\\]+)/)?.[1];
		expect(password).toBeTruthy();
		expect(JSON.stringify(withErrorOutput.data)).not.toContain(password);
	});
});
