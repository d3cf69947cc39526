import { describe, expect, it } from 'vitest';
import {
	isSecretCopy,
	secretsInWords,
	withoutSecrets,
	withoutSecretWords,
} from '../../cipp/secrets';

const canary = 'Kq7-Blau!wal';

describe('a sentence that gives a secret', () => {
	it.each([
		'The new password is ',
		'New password is: ',
		'New password: ',
		'Password: ',
		'Temporary password is ',
		'Temporary password: ',
		'The temporary password for jane.doe@contoso.com is ',
		'Password for jane.doe@contoso.com: ',
		'Initial password = ',
		'Password has been set to ',
		'password was changed to ',
		'Passcode reset successfully. New passcode: ',
		'Passphrase: ',
		'Temporary Access Pass: ',
		'The TAP for jane.doe@contoso.com is ',
		'The client secret is ',
		'Unlock code: ',
		'Recovery key: ',
		'PIN: ',
	])('shows all of it but the secret: %s', (words) => {
		expect(withoutSecretWords(`${words}${canary}`)).toBe(`${words}[hidden]`);
		expect(secretsInWords(`${words}${canary}`)).toEqual([canary]);
	});

	it('goes on after the secret where CIPP does', () => {
		const said = (secret: string) =>
			`The TAP for jane@contoso.com is ${secret} - This TAP is usable for the next 60 minutes (one-time use only)`;

		expect(withoutSecretWords(said(canary))).toBe(said('[hidden]'));
	});

	it('may tell of a failure as well', () => {
		expect(withoutSecretWords(`Failed to add the license. Password: ${canary}`)).not.toContain(
			canary,
		);
	});
});

it.each([
	'Successfully reset the password for Jane, jane@contoso.com. User must change password is set to True.',
	'Failed to reset password: Forbidden',
	'Failed to reset password for Jane. Error: Insufficient privileges to complete the operation.',
	'The password is required',
	'Password is set to never expire for jane@contoso.com',
	"Secret 'one' rotated. Use the Copy to Clipboard button to retrieve the new secret.",
	'API secret reset for n8n. Use the Copy to Clipboard button to retrieve the new secret.',
	'Successfully set Per user MFA State',
	'PasswordPolicies: DisablePasswordExpiration',
	'The keyboard is set',
])('a sentence without a secret stays as it is: %s', (sentence) => {
	expect(withoutSecretWords(sentence)).toBe(sentence);
});

it.each([
	['jane@contoso.com', 'Username: jane@contoso.com', false],
	['11111111-0000-4000-8000-000000000001', 'User ID: 11111111-0000-4000-8000-000000000001', false],
	['jane@contoso.com', 'Password: jane@contoso.com', true],
	[canary, `Created user with ${canary}`, true],
])('tells whether what CIPP offers to copy is a secret: %s in "%s"', (copy, text, isSecret) => {
	expect(isSecretCopy(copy, text)).toBe(isSecret);
});

describe('a value', () => {
	it('loses what is secret by its name, by the words around it, and everywhere else by its value', () => {
		const clean = withoutSecrets(
			{
				user: 'jane@contoso.com',
				accessToken: canary,
				said: [`Password: ${canary}`, `${canary} was mailed`],
				inner: JSON.stringify({ password: canary, id: 7 }),
				sent: 'from the form',
			},
			['from the form', canary],
		);

		expect(clean).toEqual({
			user: 'jane@contoso.com',
			accessToken: '[hidden]',
			said: ['Password: [hidden]', '[hidden] was mailed'],
			inner: '{"password":"[hidden]","id":7}',
			sent: '[hidden]',
		});
	});

	it('loses a secret as JSON and addresses write it, too', () => {
		const secret = 'a "quoted" & odd\\one';

		expect(withoutSecrets(JSON.stringify([`x ${secret}`]), [secret])).toBe('["x [hidden]"]');
		expect(withoutSecrets(`?p=${encodeURIComponent(secret)}`, [secret])).toBe('?p=[hidden]');
		expect(withoutSecrets(`Error in ${JSON.stringify({ a: secret })}`, [secret])).not.toContain(
			'odd',
		);
	});

	it('keeps words in which a short secret happens to stand', () => {
		expect(withoutSecrets('PIN is set, id a1234b, 1234 sent', ['1234'])).toBe(
			'PIN is set, id a1234b, [hidden] sent',
		);
	});

	it('keeps what is not there, and what is yes or no', () => {
		const value = { password: null, apiKey: '', clientSecret: true, accessToken: undefined };

		expect(withoutSecrets(value, [])).toEqual(value);
	});
});
