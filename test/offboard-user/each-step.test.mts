import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { stepCalled } from '../../offboarding/steps';
import {
	adele,
	alex,
	everyStep,
	offboard,
	reportsOf,
	unprovable,
	useSandbox,
} from './offboarding.mts';

const sandbox = useSandbox();

const alone: Array<[string, IDataObject]> = [
	...Object.entries(everyStep)
		.filter(([name]) => name !== 'KeepCopy')
		.map(([name, value]): [string, IDataObject] => [name, { [name]: value }]),
	['disableForwarding', { disableForwarding: true }],
	['DeleteUser', { DeleteUser: true }],
];

describe.each(alone)('%s alone', (name, parameters) => {
	it('is done and verified, as the only step', async () => {
		const result = await offboard(sandbox.current, parameters);

		expect(result.error).toBeUndefined();
		const [{ status, details }] = reportsOf(result);
		expect(status).toBe('succeeded');
		expect(details).toHaveLength(1);
		expect(details[0]).toMatchObject({
			step: name,
			outcome: 'succeeded',
			verified: unprovable.includes(name) ? null : true,
		});
		expect(details[0].said.length).toBeGreaterThan(0);
	});
});

describe.each(alone.filter(([name]) => !unprovable.includes(name)))(
	'%s that CIPP calls done',
	(name, parameters) => {
		it('is not succeeded when the tenant shows otherwise', async () => {
			const step = name === 'RemoveLicenses' ? 'LicenseTask' : name;
			// Nothing forwards at the start, so there the denial needs something left to find.
			if (name === 'disableForwarding') await offboard(sandbox.current, { forward: alex });
			sandbox.current.faults.step(step as never, 'saysDone');

			const result = await offboard(sandbox.current, parameters);

			expect(result.status).toBe('error');
			const [{ status, details }] = reportsOf(result);
			expect(status).toBe('failed');
			expect(details[0]).toMatchObject({ step: name, outcome: 'failed', verified: false });
			expect(details[0].advice).toMatch(/the tenant shows otherwise/);
			expect(result.error?.message).toContain('megan.bowen@contoso.example');
		});
	},
);

describe.each(alone)('%s that fails', (name, parameters) => {
	it("is failed, with CIPP's words", async () => {
		const step = name === 'RemoveLicenses' ? 'LicenseTask' : name;
		// Nothing forwards at the start, and what is so is not called failed.
		if (name === 'disableForwarding') await offboard(sandbox.current, { forward: alex });
		sandbox.current.faults.step(step as never, 'fails', { error: 'Insufficient privileges' });

		const result = await offboard(sandbox.current, parameters);

		expect(result.status).toBe('error');
		const [{ status, details }] = reportsOf(result);
		expect(status).toBe('failed');
		expect(details[0].outcome).toBe('failed');
		expect(details[0].said.join(' ')).toContain('Insufficient privileges');
		expect(result.error?.description).toContain('Insufficient privileges');
	});
});

describe.each(alone)('%s that CIPP never mentions', (name, parameters) => {
	it('is failed where the tenant shows that it is not done, else unknown', async () => {
		sandbox.current.faults.step(name as never, 'neverMentioned');

		const result = await offboard(sandbox.current, { ...parameters, reference: 'R' });

		expect(result.status).toBe('error');
		const [{ status, details }] = reportsOf(result);
		const isOfLater = stepCalled(name).since !== undefined;
		const outcome = details[0].verified === false && !isOfLater ? 'failed' : 'unknown';
		expect(status).toBe(outcome);
		expect(details[0]).toMatchObject({ outcome, said: [] });
		const isThereAnyway = unprovable.includes(name) || name === 'disableForwarding';
		expect(details[0].verified === false).toBe(!isThereAnyway);
		expect(details[0].advice).toMatch(/never mentioned/);
	});
});

// CIPP says nothing of the end of Send on Behalf, so there what is read counts alone.
describe.each(alone.filter(([name]) => name !== 'removePermissions'))(
	'%s that CIPP never mentions, and does',
	(name, parameters) => {
		it('is unknown', async () => {
			sandbox.current.faults.step(name as never, 'neverMentionedButDone');

			const [{ status, details }] = reportsOf(await offboard(sandbox.current, parameters));

			expect(status).not.toBe('succeeded');
			expect(details[0].outcome).toBe('unknown');
		});
	},
);

it('tells two kinds of mailbox access apart when one fails in words they share', async () => {
	sandbox.current.faults.step('AccessAutomap', 'fails', { error: 'Denied' });

	const result = await offboard(sandbox.current, { AccessAutomap: alex, AccessNoAutomap: adele });

	const [{ status, details }] = reportsOf(result);
	expect(status).toBe('partial');
	expect(details.map(({ step, outcome }) => [step, outcome])).toEqual([
		['AccessNoAutomap', 'succeeded'],
		['AccessAutomap', 'failed'],
	]);
});
