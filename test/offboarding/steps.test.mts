import { describe, expect, it } from 'vitest';
import { InvalidOrder } from '../../offboarding/invalid-order';
import { profiles } from '../../offboarding/order/profiles';
import { lockingSteps } from '../../offboarding/run/lock-out';
import { stepCalled, steps, stepsAsShown } from '../../offboarding/steps';
import { stepNames } from '../../sandbox/index.mts';

const namesOf = (list: ReadonlyArray<{ name: string }>) => list.map(({ name }) => name);

describe('the declared steps', () => {
	it('are those of CIPP, in the order in which it runs them', () => {
		expect(namesOf(steps)).toEqual([...stepNames]);
	});

	it('stand in the editor each at a place of its own', () => {
		expect(new Set(steps.map(({ place }) => place)).size).toBe(steps.length);
		expect(namesOf(stepsAsShown).slice(0, 3)).toEqual([
			'DisableSignIn',
			'RevokeSessions',
			'ResetPass',
		]);
	});

	it('have labels and options that no two share', () => {
		const modifiers = steps.flatMap(({ field }) => field.modifier ?? []);
		for (const words of [
			[...namesOf(steps), ...modifiers.map(({ option }) => option)],
			[...steps, ...modifiers].map(({ label }) => label),
		]) {
			expect(new Set(words).size).toBe(words.length);
		}
	});

	it('lock out in an order in which no new sign-in succeeds once the old ones are ended', () => {
		expect(lockingSteps).toEqual(['DisableSignIn', 'ResetPass', 'RevokeSessions']);
		for (const name of lockingSteps) expect(stepCalled(name).atOnce).toBeDefined();
	});

	it('have one that ends the account, and with it sign-in and licences, and no profile has it', () => {
		const ending = steps.filter(({ ends }) => ends?.includes('account'));
		expect(ending.map(({ name, ends }) => [name, ends])).toEqual([
			['DeleteUser', ['account', 'sign-in', 'licences']],
		]);
		for (const profile of Object.values(profiles)) expect(profile.DeleteUser).toBe(false);
	});

	it('are found by name; one of another version is refused with advice', () => {
		expect(stepCalled('OOO').label).toBe('Out-of-Office Reply');
		expect(() => stepCalled('WipeEverything')).toThrow(InvalidOrder);
	});
});
