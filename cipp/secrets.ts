import { isObject } from './body';

/** What stands in place of a secret. */
export const hidden = '[hidden]';

/**
 * Names under which CIPP and Microsoft give out secrets, whatever the endpoint, in lower case. Fields that
 * mean something else somewhere (key, value, secret) are declared where they are one.
 */
const names = new Set(
	`password passwordbase64 newpassword temporarypassword adminaccountpassword passwordprofile.password
	clientsecret client_secret applicationsecret appsecret secrettext secret_text accesstoken access_token
	refreshtoken refresh_token id_token bearertoken apikey api_key vendorkey subscriptionkey
	defaultpassphrase passphrase temporaryaccesspass copyfield webhookauthtoken webhookauthpassword
	webhookauthheadervalue privatekey private_key sasurl sas_url connectionstring authorization
	x-ms-client-principal macosunlockcode installertoken accountkey orgkey dattoguid`.split(/\s+/),
);

const known = new Map<string, boolean>();

/** Whether what stands under a name is a secret, whoever gives it. */
export function namesSecret(name: string): boolean {
	let is = known.get(name);
	if (is === undefined) {
		is = names.has(name.toLowerCase());
		if (known.size < 10_000) known.set(name, is);
	}
	return is;
}

/** CIPP's own sentence about a reset: a password may hold blanks and full stops. */
const newPassword = /(\bnew password is:? )([\s\S]+?)(?=\. This user is directory synced|$)/gi;

/** Words that follow "password is" where none follows. */
const noSecret = String.raw`(?!(?:set|not|now|never|no|none|null|true|false|required|expired|already|too|being|the|a|an|in|on|only|been|required|invalid|valid|changed|disabled|enabled|empty|blank|missing|correct|incorrect|wrong|stored|protected|hidden|default|confirmed|under|rotated|reset|what|is|must|cannot|unchanged|either|at|by|with|of|used|usable|managed)(?=[\s.,;:!?)'"]|$))`;

/** Whom it is for: a few words without a comma or a full stop after them. */
const forWhom = String.raw`(?: (?:for|of) [^\s:]*[^\s:.,;](?: [^\s:]*[^\s:.,;]){0,3}?)?`;

/** Any other sentence that gives one: up to the end of the line or what CIPP is known to say next. */
const otherWords = new RegExp(
	String.raw`(\b(?:pass(?:word|code|phrase)|access pass(?: \(TAP\))?|TAP|PIN|unlock code|client secret|(?:recovery|bitlocker|filevault|secret) key)\b${forWhom}(?:\s+(?:is|was|(?:has been |is |was )?(?:set|changed|reset) to)\b:?|\s*[:=])\s*)${noSecret}(?![:\s]*\[hidden\])([^\s:][^\n]*?)(?=\s+- This TAP\b|\. (?:This|The|It|User|They)\b|["'] ?[,}\]]|; |$)`,
	'gim',
);

/** Why something failed also follows a colon: then only what has a sign or a digit in it is a secret. */
const tellsOfTrouble = /\b(?:fail|error|could not|unable|invalid|refus)/i;
const looksMadeUp = /^\S*[\d!@#$%^&*+=_?~<>|/\\-]\S*/;

/** The passwords, passcodes and keys that a sentence gives. */
export const secretsInWords = (text: string): string[] =>
	mayTell.test(text)
		? [...new Set([...text.matchAll(newPassword), ...others(text)].map(([, , secret]) => secret))]
		: [];

const others = (text: string): RegExpMatchArray[] =>
	[...text.matchAll(otherWords)].filter((match) => isMeant(match[2], text));

const isMeant = (secret: string, text: string): boolean =>
	!tellsOfTrouble.test(text) || looksMadeUp.test(secret);

/** A sentence without the passwords, passcodes and keys that it gives. */
export function withoutSecretWords(text: string): string {
	if (!mayTell.test(text)) return text;
	const rest = text.replace(newPassword, `$1${hidden}`);
	return rest.replace(otherWords, (all, words: string, secret: string) =>
		isMeant(secret, rest) ? words + hidden : all,
	);
}

const mayTell = /pass|\bTAP\b|\bPIN\b|unlock code|secret|key/i;

/**
 * What CIPP offers to copy is a secret more often than not; not so a name or an ID, where the sentence
 * speaks of nothing else.
 */
export function isSecretCopy(copy: string, text: string): boolean {
	const isName = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(copy) || isObjectId(copy);
	if (!isName) return true;
	return /pass(?:word|code|phrase)\b|\bsecret\b|\bTAP\b|access pass|\bkey\b/i.test(
		text.split(copy).join(''),
	);
}

const isObjectId = (text: string): boolean =>
	/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Everything in a value that is a secret by its name or by the words around it. */
export function secretsWithin(
	value: unknown,
	isSecret: (name: string) => boolean = namesSecret,
): string[] {
	if (typeof value === 'string') {
		const inner = jsonIn(value);
		return inner === undefined ? secretsInWords(value) : secretsWithin(inner, isSecret);
	}
	if (Array.isArray(value)) return value.flatMap((entry) => secretsWithin(entry, isSecret));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		isSecret(name) && !isHarmless(name, inner, value)
			? textsWithin(inner)
			: secretsWithin(inner, isSecret),
	);
}

/** A user name that is there to be copied. */
function isHarmless(name: string, value: unknown, beside: Record<string, unknown>): boolean {
	return (
		/^copyfield$/i.test(name) &&
		typeof value === 'string' &&
		!isSecretCopy(value, String(beside.resultText ?? ''))
	);
}

export function textsWithin(value: unknown): string[] {
	if (typeof value === 'string') return value === '' || value === hidden ? [] : [value];
	if (typeof value === 'number') return [String(value)];
	if (Array.isArray(value)) return value.flatMap(textsWithin);
	return isObject(value) ? Object.values(value).flatMap(textsWithin) : [];
}

/** An object or a list that stands in a text as JSON. */
function jsonIn(text: string): unknown {
	if (!/^\s*[[{]/.test(text)) return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/**
 * A value in which nothing is left of the given secrets, of what is one by its name, or by the words
 * around it. Everything else stays as it is; whoever gets the result may change it.
 */
export function withoutSecrets<T>(
	value: T,
	secrets: string[],
	isSecret: (name: string) => boolean = namesSecret,
): T {
	return cleaned(
		value,
		[...new Set(secrets)].sort((a, b) => b.length - a.length),
		isSecret,
	) as T;
}

function cleaned(value: unknown, secrets: string[], isSecret: (name: string) => boolean): unknown {
	if (typeof value === 'string') return cleanedText(value, secrets, isSecret);
	if (typeof value === 'number') return secrets.includes(String(value)) ? hidden : value;
	if (Array.isArray(value)) return value.map((entry) => cleaned(entry, secrets, isSecret));
	if (!isPlain(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name,
			isSecret(name) && !isHarmless(name, inner, value) && isGiven(inner)
				? hidden
				: cleaned(inner, secrets, isSecret),
		]),
	);
}

const isGiven = (value: unknown): boolean =>
	value !== null && value !== undefined && value !== '' && typeof value !== 'boolean';

const isPlain = (value: unknown): value is Record<string, unknown> =>
	isObject(value) &&
	[Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

function cleanedText(text: string, secrets: string[], isSecret: (name: string) => boolean): string {
	const inner = jsonIn(text);
	if (inner !== undefined) {
		const clean = cleaned(inner, secrets, isSecret);
		const before = JSON.stringify(inner);
		const after = JSON.stringify(clean);
		return before === after ? text : after;
	}
	return withoutSecretWords(withoutValues(text, secrets));
}

/** Takes values out of a text, also as JSON and addresses write them; short ones only as whole words. */
export function withoutValues(text: string, secrets: string[]): string {
	return secrets.reduce((rest, secret) => withoutValue(rest, secret), text);
}

function withoutValue(text: string, secret: string): string {
	if (secret === '' || secret === hidden || !maybeIn(text, secret)) return text;
	if (secret.length < 5) return withoutWord(text, secret);
	return spellings(secret).reduce((rest, spelling) => rest.split(spelling).join(hidden), text);
}

const spellings = (secret: string): string[] => [
	...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]),
];

const maybeIn = (text: string, secret: string): boolean =>
	spellings(secret).some((spelling) => text.includes(spelling));

function withoutWord(text: string, secret: string): string {
	const pattern = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return text.replace(new RegExp(`(?<![\\w])${pattern}(?![\\w])`, 'g'), hidden);
}
