import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAllowed, Reasons } from '../../../lab/conformance/allowed.mts';
import { casesOf } from '../../../lab/conformance/cases.mts';
import { cippSide } from '../../../lab/conformance/cipp-side.mts';
import { conform, type Verdict } from '../../../lab/conformance/conform.mts';
import { isUnexplained, printed, summary } from '../../../lab/conformance/print.mts';
import { sandboxSide, tokenOf } from '../../../lab/conformance/sandbox-side.mts';
import type { Side } from '../../../lab/conformance/side.mts';
import { usualRequests } from '../../../lab/conformance/usual/all.mts';
import { projectRoot } from '../../../programs/dependencies.mjs';
import { endpoints } from '../../../sandbox/cipp/endpoints/all.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/index.mts';

const options = { start: new Date('2025-03-03T09:02:00Z'), speed: 0 };
let sandbox: Sandbox;
let twin: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox(options);
	twin = await startSandbox(options);
});
afterAll(async () => {
	await sandbox.close();
	await twin.close();
});

/** The verdicts on the sandbox and its twin, to which something is done after each reset. */
async function compared(only: RegExp, spoil: (twin: Sandbox) => void): Promise<Verdict[]> {
	const side = await sandboxSide(twin);
	return await verdicts(only, { ...side, reset: async () => (await side.reset(), spoil(twin)) });
}

async function verdicts(
	only: RegExp,
	other: Side,
	allowed = new Reasons(readAllowed()),
): Promise<Verdict[]> {
	const cases = casesOf(usualRequests(sandbox.tenants)).filter(({ endpoint, name }) =>
		only.test(`${endpoint}: ${name}`),
	);
	const all: Verdict[] = [];
	for await (const one of conform(await sandboxSide(sandbox), other, cases, allowed)) all.push(one);
	return all;
}

describe('the sandbox beside a sandbox', () => {
	it('answers the usual requests the same', async () => {
		const found = await verdicts(
			/: (existing person|as usual|unknown tenant)$/,
			await sandboxSide(twin),
		);
		expect(found.filter(isUnexplained)).toEqual([]);
		expect(new Set(found.map(({ endpoint }) => endpoint)).size).toBe(endpoints.length);
	}, 120_000);
});

describe('the sandbox beside one with a fault', () => {
	it('differs in what the fault makes of the answer', async () => {
		const [found] = await compared(/^ListDevices: as usual/, ({ faults }) =>
			faults.endpoint('ListDevices', { status: 403, body: 'no' }),
		);
		expect(found.differences).toMatchObject([
			{ field: 'status', sandbox: '200', cipp: '403' },
			{ field: 'body', cipp: 'text "no"' },
		]);
	});

	it('differs in the one column that the other has otherwise', async () => {
		const [found] = await compared(/^ListUsers: existing person/, ({ tenants }) => {
			tenants.user('megan.bowen@contoso.example').jobTitle = 'Lead';
		});
		expect(found.differences).toEqual([
			{ field: '[].jobTitle', sandbox: '"Marketing Manager"', cipp: '"Lead"', times: 1 },
		]);
	});

	it('differs in what is done, where the words are the same', async () => {
		const sentence =
			'Successfully set account enabled state to False for megan.bowen@contoso.example';
		const [found] = await compared(/^ExecDisableUser: by user principal name/, ({ faults }) =>
			faults.endpoint('ExecDisableUser', { status: 200, body: { Results: sentence } }),
		);
		expect(found.differences).toEqual([
			{
				field: 'effect',
				sandbox: 'contoso.example/users/megan.bowen@contoso.example/accountEnabled: true -> false',
				cipp: 'absent',
				times: 1,
			},
		]);
	});

	it('differs in what a task says once the timer has run', async () => {
		const found = await compared(/^ListScheduledItems: offboarding: three steps/, ({ faults }) =>
			faults.step('HideFromGAL', 'fails', { error: 'No rights.' }),
		);
		expect(found[0].differences).toMatchObject([{ field: '[].Results' }, { field: 'effect' }]);
	});

	it('tells for people what differs, and how much', async () => {
		const found = await compared(/^ListDevices: as usual/, ({ faults }) =>
			faults.endpoint('ListDevices', { status: 403, body: 'no' }),
		);
		expect(printed(found[0], false)).toMatch(
			/^ListDevices: as usual\n {2}status\n {4}sandbox {2}200\n {4}CIPP {5}403\n/,
		);
		expect(summary(found, [])).toContain('1 differ for no known reason (in 2 fields)');
	});
});

describe('a CIPP that runs elsewhere', () => {
	/** Stands in for whoever is told to reset, to be Microsoft, and to let time pass. */
	const told: string[] = [];
	let askedOfMicrosoft: unknown[] = [];
	const answerTo = (path?: string): unknown => {
		if (path === '/sandbox/health') return { tenants: ['contoso.example'] };
		return path === '/sandbox/requests' ? askedOfMicrosoft : twin.tenants.list;
	};
	const around = createServer((request, response) => {
		void text(request).then((body) => {
			if (request.method !== 'GET') told.push(`${request.method} ${request.url} ${body}`.trim());
			response.end(JSON.stringify(answerTo(request.url)));
		});
	});
	beforeEach(() => void (askedOfMicrosoft = [{ path: '/users' }]));
	let url: string;
	beforeAll(async () => {
		around.listen(0, '127.0.0.1');
		await once(around, 'listening');
		url = `http://127.0.0.1:${(around.address() as AddressInfo).port}`;
	});
	afterAll(() => void around.close());

	const addresses = async () => ({
		cipp: twin.url,
		microsoft: url,
		reset: [`${twin.url}/sandbox/reset`, `${url}/tables`],
		timer: `${url}/tick`,
		token: await tokenOf(twin),
	});

	it('is compared over HTTP, reset before each request', async () => {
		twin.tenants.user('megan.bowen@contoso.example').jobTitle = 'Lead';
		const side = await cippSide(await addresses());
		told.length = 0;
		const found = await verdicts(/^ExecDisableUser: existing person/, side);
		expect(found).toMatchObject([{ request: 'existing person', differences: [] }]);
		// Once more after the tables: what was left in CIPP's queue may have run by then.
		expect(told).toEqual([
			'POST /sandbox/reset',
			'POST /tables',
			'POST /sandbox/reset',
			'DELETE /sandbox/rules',
		]);
	});

	it('has its Microsoft refuse and go down, and its timer run', async () => {
		const side = await cippSide(await addresses());
		told.length = 0;
		await side.putMicrosoft('refusing changes');
		await side.putMicrosoft('refusing everything');
		await side.putMicrosoft('down');
		await side.runTimer();
		expect(told.filter((line) => line.startsWith('POST'))).toEqual([
			'POST /sandbox/rules {"manner":"refuses"}',
			'POST /sandbox/rules {"manner":"refusesAll"}',
			'POST /sandbox/rules {"manner":"down"}',
			'POST /tick due',
			'POST /sandbox/clock {"advanceSeconds":1200}',
		]);
	});

	it('stops the comparison where it cannot be reset', async () => {
		const side = await cippSide({ ...(await addresses()), reset: [`${twin.url}/sandbox/nothing`] });
		await expect(side.reset()).rejects.toThrow('/sandbox/nothing answered 404');
	});

	it('is sent nothing while no stand-in for Microsoft answers', async () => {
		const without = { ...(await addresses()), microsoft: 'http://127.0.0.1:9' };
		const before = twin.requests.length;
		await expect(cippSide(without)).rejects.toThrow('does not answer at http://127.0.0.1:9');
		expect(twin.requests).toHaveLength(before);
	});

	it('is sent no change while it asks another Microsoft', async () => {
		askedOfMicrosoft = [];
		twin.requests.length = 0;
		await expect(cippSide(await addresses())).rejects.toThrow('did not ask');
		expect(twin.requests.map(({ endpoint }) => endpoint)).toEqual(['ListUsers']);
	});

	it('is refused when any address is not of this machine', async () => {
		const far = { ...(await addresses()), cipp: 'https://cipp.contoso.example' };
		await expect(cippSide(far)).rejects.toThrow('is not on this machine');
	});

	it('is compared by the program, which ends with 1 where something differs', async () => {
		const newer = await startSandbox({ ...options, hasProgress: true });
		const args = [
			...['--cipp', newer.url, '--microsoft', url, '--token', await tokenOf(newer)],
			...['--only', '^(ExecOffboardUser|PublicPing): (existing person|as usual)$'],
		];
		const program = spawn(
			process.execPath,
			['--import', 'tsx', 'lab/conformance/run.mts', ...args],
			{ cwd: projectRoot, env: { ...process.env, TSX_DISABLE_CACHE: '1' } },
		);
		const [said, [code]] = await Promise.all([text(program.stdout), once(program, 'exit')]);
		await newer.close();
		expect(said).toContain('ExecOffboardUser: existing person\n  DeploymentId\n');
		expect(said).toContain(
			'2 requests to 2 endpoints: 1 answered the same, 0 differ as allowed, 1 differ for no known reason (in 1 fields).',
		);
		expect(code).toBe(1);
	}, 60_000);
});
