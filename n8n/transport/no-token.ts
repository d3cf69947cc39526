import type { Words } from '../../cipp/trouble';

/** Why there was no answer, and what to do. */
export interface NoAnswer extends Words {
	/** True when CIPP surely never saw the request. */
	neverSent: boolean;
	/** False when it will be the same until someone changes a setting. */
	mayPass: boolean;
}

/** What Entra's codes mean, and what to do. */
interface Refusal {
	codes: number[];
	/** The OAuth2 word for it, where Entra or another service gives no code. */
	word?: RegExp;
	message: string;
	advice: string;
}

const refusals: Refusal[] = [
	{
		codes: [7000215, 7000222],
		word: /invalid_client|Client authentication failed/i,
		message: 'Microsoft refused the client secret',
		advice:
			'Copy the secret of the API client from CIPP (Integrations > CIPP-API) into the credential again. It may have expired.',
	},
	{
		codes: [7000216, 7000218],
		message: 'Microsoft got no client secret',
		advice: 'Fill in Client Secret in the credential.',
	},
	{
		codes: [500011],
		word: /invalid_resource|invalid_scope/i,
		message: 'Microsoft does not know the Application ID URI of the API client',
		advice:
			'In Entra ID, open the app registration of the API client, then Expose an API, and set the Application ID URI to api://<client ID>.',
	},
	{
		codes: [70011, 1002012],
		message: 'Microsoft does not understand the scope',
		advice:
			'Check Client ID and Own Scope in the credential. A scope looks like api://<client ID>/.default; Own Scope is usually empty.',
	},
	{
		codes: [90009],
		message: 'Microsoft wants the scope of this app by its client ID alone',
		advice: 'Put <client ID>/.default, without api://, into Own Scope of the credential.',
	},
	{
		codes: [7000112],
		message: 'The app of the API client is disabled in Entra',
		advice:
			'In Entra ID, under Enterprise applications, open the app and switch on "Enabled for users to sign-in".',
	},
	{
		codes: [50105, 501051],
		message: 'The app of the API client may be used by those only who are assigned to it',
		advice:
			'In Entra ID, under Enterprise applications, open the app and switch off "Assignment required".',
	},
	{
		codes: [53003],
		message: 'Conditional access in Entra blocks the API client',
		advice:
			'Look at the conditional access policies for workload identities: the address n8n runs on has to be allowed.',
	},
	{
		codes: [700016, 70001, 7000229],
		word: /unauthorized_client/i,
		message: 'Microsoft does not know this client ID in this tenant',
		advice:
			'Check Client ID and Tenant ID in the credential against CIPP (Integrations > CIPP-API).',
	},
	{
		codes: [90002, 900021, 900023],
		message: 'Microsoft does not know this tenant ID',
		advice:
			'Check the Tenant ID in the credential: it is that of the partner tenant CIPP lives in.',
	},
	{
		codes: [900382, 90038, 90051],
		message: 'The partner tenant is in another Microsoft cloud',
		advice: 'Choose the Cloud in the credential that the tenant is in.',
	},
];

/** Entra's own codes for what passes by itself. */
const passingCodes = [90024, 90033, 50033, 90006, 90055];

/**
 * Why there is no token. CIPP has not been asked anything then.
 *
 * @param told everything that the error and its causes say
 * @param status of the answer, if there was one
 */
export function explainNoToken(told: string, status: number | undefined): NoAnswer {
	const codes = [...told.matchAll(/AADSTS(\d+)/g)].map(([, code]) => Number(code));
	const known = refusals.find((refusal) => refusal.codes.some((code) => codes.includes(code)));
	if (known) return refused(known);
	if (isPassing(told, codes, status)) return passing(status);
	const byWord = refusals.find(({ word }) => codes.length === 0 && word?.test(told));
	if (byWord) return refused(byWord);
	if (/ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|socket hang up|timeout/i.test(told)) {
		return {
			message: 'The address that gives tokens could not be reached',
			advice:
				'Check the network of the machine that n8n runs on, and Own Token URL in the credential if you filled it in.',
			neverSent: true,
			mayPass: true,
		};
	}
	if (/certificate|self.signed|CERT_/i.test(told)) {
		return {
			message: 'The certificate of the address that gives tokens is not trusted',
			advice: 'Install the certificate authority on the machine that n8n runs on.',
			neverSent: true,
			mayPass: false,
		};
	}
	return {
		message: 'Microsoft gave no token for CIPP',
		advice: `Check tenant ID, client ID, client secret and token URL in the credential.${quoted(told)}`,
		neverSent: true,
		mayPass: false,
	};
}

const refused = ({ message, advice }: Refusal): NoAnswer => ({
	message,
	advice,
	neverSent: true,
	mayPass: false,
});

function isPassing(told: string, codes: number[], status: number | undefined): boolean {
	if (codes.some((code) => passingCodes.includes(code))) return true;
	if (/temporarily_unavailable|temporary overloading/i.test(told)) return true;
	return status !== undefined && (status === 429 || status >= 500);
}

const passing = (status: number | undefined): NoAnswer => ({
	message: `The address that gives tokens is too busy${status === undefined ? '' : ` (status ${status})`}`,
	advice: 'Try again in a minute.',
	neverSent: true,
	mayPass: true,
});

/** Microsoft's own sentence, without the numbers of its trace. */
function quoted(told: string): string {
	const [sentence] = told.match(/AADSTS\d+:.*?(?=\s*(Trace ID|Correlation ID|\\r|\\n|"|$))/) ?? [];
	return sentence ? ` Microsoft says: ${sentence.trim()}` : '';
}
