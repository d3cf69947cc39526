import {
	asSent,
	change,
	inRow,
	number,
	onOff,
	outcome,
	read,
	resource,
	row,
	text,
	toggle,
} from '../vocabulary';

const role = 'CIPP.AppSettings.ReadWrite';

const symbols = (help: string) =>
	text('Special Characters', 'specialCharSet', {
		optional: true,
		default: '$%&*#',
		placeholder: 'e.g. $%&*#',
		help,
	});
const passwordWarning =
	'Replaces the settings for all passwords that CIPP makes from now on, in all tenants.';

export const passwordConfiguration = resource(
	'Password Configuration',
	'passwordConfiguration',
	'get',
	{
		get: read('ExecPasswordConfig', {
			name: 'Get',
			action: 'Get password configuration',
			help: 'Reads how CIPP makes new passwords',
			role,
			does: 'List (query present)',
			method: 'POST',
			tenant: null,
			fixed: { query: { List: 'true' } },
			omits: { passwordType: 'only read when it is to be changed' },
			fields: [],
			answer: row('CIPP gave no settings'),
		}),

		setClassic: change('ExecPasswordConfig', {
			name: 'Use Random Characters',
			action: 'Use random characters for passwords',
			help: 'Has CIPP make new passwords of random characters',
			role,
			does: '(no List)',
			tenant: null,
			fixed: { body: { passwordType: 'Classic' } },
			warns: passwordWarning,
			omits: { List: 'would only read the settings' },
			fields: [
				number('Length', 'charCount', {
					required: true,
					default: 14,
					help: 'From 8 to 256 characters',
				}),
				onOff('Include Uppercase', 'includeUppercase', {
					required: true,
					default: true,
					help: 'Whether to use capital letters. At least three of the four kinds have to be on.',
				}),
				onOff('Include Lowercase', 'includeLowercase', {
					required: true,
					default: true,
					help: 'Whether to use small letters',
				}),
				onOff('Include Digits', 'includeDigits', {
					required: true,
					default: true,
					help: 'Whether to use digits',
				}),
				onOff('Include Special Characters', 'includeSpecialChars', {
					required: true,
					default: true,
					help: 'Whether to use special characters. Special Characters has to say which.',
				}),
				{
					...symbols('Which special characters to use: up to 32 out of !@#$%^&*()-_=+/'),
					optional: false,
				},
			],
			answer: outcome(),
			look: inRow(
				'get',
				asSent(
					'charCount',
					'includeUppercase',
					'includeLowercase',
					'includeDigits',
					'includeSpecialChars',
					'specialCharSet',
				),
			),
		}),

		setPassphrase: change('ExecPasswordConfig', {
			name: 'Use Passphrases',
			action: 'Use passphrases for passwords',
			help: 'Has CIPP make new passwords of several words. Small letters, capitals, digits and special characters: at least three of these have to occur.',
			role,
			does: '(no List)',
			tenant: null,
			fixed: { body: { passwordType: 'Passphrase' } },
			warns: passwordWarning,
			omits: { List: 'would only read the settings' },
			fields: [
				number('Number of Words', 'wordCount', {
					required: true,
					default: 4,
					help: 'From 3 to 10 words',
				}),
				text('Separator', 'separator', {
					default: '-',
					placeholder: 'e.g. -',
					help: 'What stands between the words: up to five digits or characters out of !@#$%^&*()-_=+/. Left empty, nothing does. A blank cannot be given here.',
				}),
				toggle('Capitalize Words', 'capitalizeWords', {
					help: 'Whether each word begins with a capital letter',
				}),
				toggle('Append Number', 'appendNumber', { help: 'Whether a number stands at the end' }),
				toggle('Append Special Character', 'appendSpecialChar', {
					help: 'Whether a special character stands at the end. Special Characters has to say which.',
				}),
				symbols(
					'Which special characters can stand at the end: up to 32 out of !@#$%^&*()-_=+/. Needed for Append Special Character.',
				),
			],
			needsOneOf: ['capitalizeWords', 'appendNumber', 'appendSpecialChar'],
			answer: outcome(),
			look: inRow('get', asSent('wordCount', 'separator')),
		}),
	},
);
