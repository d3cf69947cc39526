import { flagOf, switchOn } from './feature-flags';
import { explainPage, isPageOrRedirect } from './page';
import { mayChange, type CippAnswer, type RequestSummary } from './request';
import { sentenceOf, shortened } from './said';
import { Trouble, type Origin, type Words } from './trouble';

/** What went wrong and what to do about it, for the person at the screen. */
export interface Explanation extends Words {
	/** CIPP permission that the API client lacks, where that is the reason. */
	missingRole?: string;
}

/** CIPP answered, and the answer is a failure. */
export class CippFailure extends Trouble {
	/** CIPP permission that the API client lacks, where that is the reason. */
	readonly missingRole: string | undefined;

	constructor(
		endpoint: string,
		readonly answer: CippAnswer,
	) {
		const { message, advice, missingRole } = explainFailure(answer);
		super(`${endpoint}: ${message}`, advice, { request: answer.request });
		this.missingRole = missingRole;
	}

	override get data(): unknown {
		return shortened(this.answer.body);
	}
}

/** There was no answer: wrong host, no network, a certificate that is not trusted, a time-out. */
export class CippUnreachable extends Trouble {
	constructor(
		message: string,
		advice: string,
		/** True when CIPP surely never saw the request. */
		readonly neverSent: boolean,
		/** False when it will be the same until someone changes a setting. */
		readonly mayPass = true,
		origin: Origin = {},
	) {
		super(message, advice, origin);
	}
}

const accessRefused = 'Access to this CIPP API endpoint is not allowed';

/** The texts of CIPP's 403 (docs/cipp.md, Answers) and what they mean. */
const refusals: Array<{
	text: RegExp;
	/** @param checked the tenant that CIPP's access check has looked at; undefined where nobody knows */
	explain: (match: RegExpMatchArray, checked?: string) => Explanation;
}> = [
	{
		// CIPP has no row for the client, or none for its role; or Azure's allow list does not name the client.
		text: /unable to resolve roles|the user does not have the required permission|You do not have permission to view this/i,
		explain: () => ({
			message:
				'CIPP does not know this API client, or it is switched off, or its role no longer exists',
			advice:
				'In CIPP, under Integrations > CIPP-API, check that the client is listed and enabled, that it has a role which still exists, and that it is saved to Azure.',
		}),
	},
	{
		text: /the API Client does not have the required permission|your IP address .* is not in the allowed range/i,
		explain: () => ({
			message: 'CIPP does not accept requests from the address n8n runs on',
			advice:
				"Add this server's public IP address to the API client in CIPP (Integrations > CIPP-API), or to the IP ranges of its role.",
		}),
	},
	{
		text: /do(?:es)? not have the required permission: (\S+)/i,
		explain: ([, role]) => missingRole(role ?? ''),
	},
	{
		text: /has blocked this endpoint: (\S+)/i,
		explain: ([, endpoint]) => ({
			message: `The CIPP role of the API client blocks the endpoint ${endpoint}`,
			advice: `Remove ${endpoint} from the blocked endpoints of that role in CIPP, or use an API client with another role.`,
		}),
	},
	{
		text: /Access to this tenant is not allowed/i,
		explain: (_match, checked) => refusedTenant(checked),
	},
	{
		text: new RegExp(accessRefused, 'i'),
		explain: () => ({
			message: 'The API client lacks a CIPP role for this',
			advice: 'Give the API client a role with this permission in CIPP (Integrations > CIPP-API).',
		}),
	},
];

/** Where a request names no tenant that CIPP's check reads, it takes the partner's own (docs/cipp.md, Tenants). */
function refusedTenant(checked: string | undefined): Explanation {
	if (checked === '') {
		return {
			message:
				'CIPP checks this against your own partner tenant, which the role of the API client may not touch',
			advice:
				"This endpoint names no tenant where CIPP looks for one, so allowing the customer does not help. Add the partner tenant to the allowed tenants of the API client's role in CIPP, or use a client with a role for all tenants.",
		};
	}
	if (checked?.toLowerCase() === 'alltenants') {
		return {
			message: 'The CIPP role of the API client may not change all tenants at once',
			advice:
				'Its role in CIPP has to allow All Tenants and to block none. Or run this for the tenants one by one.',
		};
	}
	return {
		message: 'The CIPP role of the API client may not touch this tenant',
		advice: "Add the tenant to the allowed tenants of the API client's role in CIPP.",
	};
}

function missingRole(role: string): Explanation {
	const name = role.replace(/[.,]$/, '');
	return {
		message: `The API client lacks the CIPP permission ${name}`,
		advice: `In CIPP, give the role of the API client the permission ${name}.`,
		missingRole: name,
	};
}

/** A hosted CIPP gives out a limited amount of data a day; trying again soon is of no use. */
export function isUsedUp(answer: CippAnswer): boolean {
	return answer.status === 429 && /quota/i.test(JSON.stringify(answer.body));
}

/** A 403 of CIPP's own access check, as opposed to one that it passes on from Microsoft. */
export function tellsOfMissingAccess(answer: CippAnswer): boolean {
	if (answer.status !== 403) return false;
	const said = sentenceOf(answer.body);
	return refusals.some(({ text }) => text.test(said));
}

/** Explains an answer of status 300 or above, or a page where data was meant. */
export function explainFailure(answer: CippAnswer): Explanation {
	if (isPageOrRedirect(answer)) {
		const { message, advice } = explainPage(answer);
		return { message, advice: orDone(answer, advice) };
	}
	const said = sentenceOf(answer.body);
	switch (answer.status) {
		case 401:
			return {
				message: 'CIPP did not accept the token',
				advice:
					'Check that the API client is enabled in CIPP (Integrations > CIPP-API, then Save to Azure) and that tenant, client ID and secret in the credential belong to it.',
			};
		case 403:
			return explainRefusal(said, answer.checkedTenant);
		case 404:
			return explainNotFound(said);
		case 408:
		case 504:
			return {
				message: said || `CIPP was not done in time (status ${answer.status})`,
				advice: orDone(answer, 'Ask for less at once, or try again later.'),
			};
		case 429:
			return explainTooMuch(answer, said);
		case 503:
			return {
				message: said || 'CIPP is busy or starting',
				advice: /disabled/i.test(said)
					? adviceForOff(answer.request?.endpoint)
					: 'Try again in a few minutes.',
			};
		default:
			return explainAnyOther(answer, said);
	}
}

function adviceForOff(endpoint = ''): string {
	const flag = flagOf(endpoint);
	return flag ? switchOn(flag) : 'Switch the feature on in CIPP, then try again.';
}

function explainTooMuch(answer: CippAnswer, said: string): Explanation {
	if (isUsedUp(answer)) {
		return {
			message: said || "CIPP's quota for today is used up",
			advice: 'It starts anew at midnight UTC. Ask for less data, or raise the plan of this CIPP.',
		};
	}
	return {
		message: 'CIPP asks to slow down: too many requests',
		advice: 'Let fewer items run at once, or try again in a minute.',
	};
}

function explainAnyOther(answer: CippAnswer, said: string): Explanation {
	if (isCut(answer.body)) {
		const message = "CIPP's answer broke off: it begins as JSON and does not end";
		return {
			message,
			advice: lookFirst(answer.request, 'Check the network between n8n and CIPP.'),
		};
	}
	const message = said || `CIPP answered with status ${answer.status} and no text`;
	if (tellsOfNothingThere(said)) return { message, advice: checkName };
	if (tellsOfPrivileges(said)) return { message, advice: orDone(answer, checkPrivileges) };
	if (answer.status < 500) return { message, advice: 'Correct what the text names and try again.' };
	const advice = 'CIPP failed inside. Its logbook (CIPP > Logs) has the details';
	return {
		message,
		advice:
			answer.request && !mayChange(answer.request)
				? `${advice}.`
				: `${advice}; the request may have been carried out in part.`,
	};
}

/** A compressed answer that broke off comes as the part that could be read. */
const isCut = (body: unknown): boolean => typeof body === 'string' && /^\s*[[{]\s*["[{]/.test(body);

/** The advice, and before it a warning where a change may have been made although nobody said so. */
function orDone(answer: CippAnswer, advice: string): string {
	return mayHaveActed(answer) ? lookFirst(answer.request, advice) : advice;
}

/** Whether a change may have been made, or part of it, although the answer is a failure. */
export const mayHaveActed = ({ status }: CippAnswer): boolean => status >= 500 || status === 408;

/** The advice where nobody knows what became of a request: a change is not to be sent again blindly. */
export function lookFirst(request: RequestSummary | undefined, advice: string): string {
	if (request && !mayChange(request)) return advice;
	const it = request ? 'It' : 'If this was a change, it';
	return `${it} may have been done all the same: look before you do it again. ${advice}`;
}

function explainRefusal(said: string, checked: string | undefined): Explanation {
	for (const { text, explain } of refusals) {
		const match = said.match(text);
		if (match) return explain(match, checked);
	}
	if (tellsOfNothingThere(said)) return { message: said, advice: checkName };
	if (tellsOfPrivileges(said)) return { message: said, advice: checkPrivileges };
	return {
		message: said || 'CIPP refused the request without a reason',
		advice: 'CIPP or Microsoft refused this action. The text says why.',
	};
}

function explainNotFound(said: string): Explanation {
	if (said === '' || /^endpoint\b/i.test(said)) {
		return {
			message: said || 'CIPP does not know this endpoint',
			advice: 'This CIPP may be older than the operation. Update CIPP, or check the address.',
		};
	}
	return { message: said, advice: checkName };
}

const checkName = 'Check that what you named exists in this tenant.';

const checkPrivileges =
	"CIPP itself lacks this permission of Microsoft in the tenant. Check its GDAP roles there, and refresh its permissions (CIPP's page of permissions, or CIPP Instance: Refresh Permissions).";

/** Microsoft's words to CIPP, not CIPP's to the API client. */
const tellsOfPrivileges = (said: string): boolean =>
	/\bInsufficient privileges\b|\bAuthorization_RequestDenied\b/i.test(said);

/** Microsoft's own words for a name that nothing has, which CIPP passes on with any status. */
function tellsOfNothingThere(said: string): boolean {
	return /Resource '[^']*' does not exist|Request_ResourceNotFound|object '[^']*' couldn't be found/i.test(
		said,
	);
}
