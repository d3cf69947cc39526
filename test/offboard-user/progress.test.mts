import { describe, expect, it } from 'vitest';
import { stepNames } from '../../sandbox/cipp/offboarding/step-names.mts';
import { everyStep, megan, offboard, reportsOf, stepOf, useSandbox } from './offboarding.mts';

const sandbox = useSandbox({ hasProgress: true });
const asked = (name: string) =>
	sandbox.current.requests.filter(({ endpoint }) => endpoint === name).length;

describe('in a CIPP that shows the progress of an offboarding', () => {
	it('every step is followed there, done and verified', async () => {
		const result = await offboard(sandbox.current, everyStep);
		const [report] = reportsOf(result);
		expect(report.status).toBe('succeeded');
		expect(report.details).toHaveLength(stepNames.filter((name) => name in everyStep).length);
		expect(report.otherMessages).toEqual([]);
		expect(report.licenseTask).toMatchObject({ state: 'Completed' });
		expect(asked('ListOffboardingProgress')).toBeGreaterThan(0);
	});

	it('a step that fails is named in the words CIPP has for it', async () => {
		sandbox.current.faults.step('HideFromGAL', 'fails', { error: 'Busy.' });
		const result = await offboard(sandbox.current, { HideFromGAL: true, DisableSignIn: true });
		expect(result.status).toBe('error');
		expect(stepOf(result, 'HideFromGAL')).toMatchObject({
			outcome: 'failed',
			said: [expect.stringContaining(`Failed to set ${megan} to hidden in GAL`)],
		});
		expect(stepOf(result, 'DisableSignIn').outcome).toBe('succeeded');
	});
});
