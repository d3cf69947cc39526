import { describe, expect, it } from 'vitest';
import { hidden, passwordIn, withoutPassword } from '../../offboarding/redact';

const cloud = (secret: string) =>
	`Successfully reset the password for Adele Vance, adele.vance@contoso.com. User must change password is set to True. The new password is ${secret}`;
const synced = (secret: string) =>
	`Password reset accepted for Adele Vance, adele.vance@contoso.com. The new password is ${secret}. This user is directory synced, so the reset was submitted via password writeback and is applied asynchronously - it is not confirmed yet.`;

const secrets: Array<[string, string]> = [
	['a random one', 'Tug87!wq'],
	['one that ends in a full stop', 'Tug87!wq.'],
	['one with signs that mean something in a pattern', 'a$1$&\\d(+)[x]'],
	['a passphrase', 'correct horse battery staple'],
	['a passphrase with full stops', 'Correct. Horse. Battery 7!'],
	['a link', 'https://pwpush.com/p/fk4x-9a_b?locale=en'],
	['one with words of the sentence', 'new password is 7'],
	['one over two lines', 'two\nlines'],
];

describe.each([
	['a cloud account', cloud],
	['a synced account', synced],
])('the password of %s', (_kind, sentence) => {
	it.each(secrets)('does not survive: %s', (_name, secret) => {
		const shown = withoutPassword(sentence(secret));
		expect(shown).toBe(sentence(hidden));
		expect(shown).not.toContain(secret);
	});

	it.each(secrets)('can be taken out for whoever asks for it: %s', (_name, secret) => {
		expect(passwordIn(sentence(secret))).toBe(secret);
	});
});

describe('a sentence', () => {
	it.each([
		'Successfully revoked sessions for adele.vance@contoso.com',
		'Failed to execute Set-CIPPResetPassword : Failed to reset password for Adele Vance, adele.vance@contoso.com. Error: Forbidden',
	])('without a password stays as it is: %s', (sentence) => {
		expect(withoutPassword(sentence)).toBe(sentence);
		expect(passwordIn(sentence)).toBeNull();
	});

	it('with a colon, as some of CIPP have it, hides the password as well', () => {
		expect(withoutPassword('New password is: Tug87!wq')).toBe(`New password is: ${hidden}`);
	});

	it('that is hidden already stays hidden', () => {
		expect(withoutPassword(withoutPassword(cloud('Tug87!wq')))).toBe(cloud(hidden));
	});
});
