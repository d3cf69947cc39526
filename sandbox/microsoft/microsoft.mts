import { Conduct, type Act, type Rule } from './conduct.mts';
import type { SandboxClock } from './clock.mts';
import { ExchangeError, MicrosoftError } from './errors.mts';
import type { CmdletReply } from './exchange/cmdlet.mts';
import { onlyReads as readsOnly, runCmdlet } from './exchange/cmdlets.mts';
import { answerGraph } from './graph/answer.mts';
import { graphRequest, onlyReads, type GraphReply, type GraphRequest } from './graph/request.mts';
import type { Moment } from './moment.mts';
import { callSharePoint, type SharePointCall } from './sharepoint/sites.mts';
import { findUser } from './state/lookup.mts';
import type { Tenant } from './state/tenant.mts';
import { teamsNumbers } from './teams/numbers.mts';

/** One request within a batch. */
export interface BatchItem {
	id: string;
	method: string;
	/** Below the version: users/{id}. */
	url: string;
	body?: unknown;
}

export interface BatchReply extends GraphReply {
	id: string;
}

/** One cmdlet within a batch. */
export interface CmdletCall {
	name: string;
	parameters: unknown;
}

/**
 * Microsoft 365 over tenants that somebody else holds: Graph, Exchange, SharePoint and Teams.
 * Everything asked passes the rules of conduct first; what is refused throws a MicrosoftError.
 */
export class Microsoft {
	readonly conduct = new Conduct();
	readonly #clock: SandboxClock;

	constructor(clock: SandboxClock) {
		this.#clock = clock;
	}

	graph(tenant: Tenant, request: GraphRequest): GraphReply {
		const act = this.#act(tenant, `${request.method} ${request.path}`, !onlyReads(request), [
			request.path,
			request.options,
			request.body,
		]);
		return this.#through(tenant, act, (moment) => answerGraph(moment, request));
	}

	/** Graph's $batch: each request has a status of its own. Throws only when Graph is down. */
	graphBatch(tenant: Tenant, version: GraphRequest['version'], items: BatchItem[]): BatchReply[] {
		const whole = this.#act(tenant, 'GET $batch', false, []);
		if (this.conduct.look(whole, 'down')) this.#through(tenant, whole, () => undefined);
		return items.map(({ id, method, url, body }) => {
			try {
				const request = graphRequest(method, `${version}/${url.replace(/^\/+/, '')}`, body);
				return { id, ...this.graph(tenant, request) };
			} catch (error) {
				return { id, ...graphErrorReply(error) };
			}
		});
	}

	exchange(tenant: Tenant, { name, parameters }: CmdletCall): CmdletReply {
		const act = this.#act(tenant, name, !readsOnly(name), parameters);
		return this.#through(tenant, act, (moment) => runCmdlet(moment, name, parameters));
	}

	sharePoint(tenant: Tenant, call: SharePointCall): unknown {
		const act = this.#act(tenant, `${call.method} ${call.url}`, call.method !== 'GET', call);
		return this.#through(tenant, act, (moment) => callSharePoint(moment, call));
	}

	teamsNumbers(tenant: Tenant): Array<Record<string, unknown>> {
		const act = this.#act(tenant, 'GET telephone-numbers', false, null);
		return this.#through(tenant, act, (moment) => teamsNumbers(moment.tenant));
	}

	/** Whether a token is handed out for a tenant; throws when Microsoft is down. */
	checkToken(tenant: Tenant): void {
		this.#through(tenant, this.#act(tenant, 'token', false, null), () => undefined);
	}

	#through<Reply>(tenant: Tenant, act: Act, work: (moment: Moment) => Reply): Reply {
		const rule = this.conduct.take(act);
		if (rule?.manner === 'refuses' || rule?.manner === 'refusesAll') throw refusal(rule, act);
		if (rule?.manner === 'down')
			throw new MicrosoftError('The service is unavailable.', 503, 'ServiceUnavailable');
		if (rule?.manner === 'swallows') return work(this.#lost(tenant));
		if (rule?.manner !== 'lags') return work(this.#now(tenant));
		const reply = work(this.#lost(tenant));
		this.#clock.after((rule.seconds ?? 60) * 1000, () => void this.#late(tenant, work));
		return reply;
	}

	/** By then it may have become impossible, which nobody is told. */
	#late(tenant: Tenant, work: (moment: Moment) => unknown): void {
		try {
			work(this.#now(tenant));
		} catch (error) {
			if (!(error instanceof MicrosoftError)) throw error;
		}
	}

	#now(tenant: Tenant): Moment {
		return {
			tenant,
			now: this.#clock.now(),
			later: (milliseconds, what) => this.#clock.after(milliseconds, what),
		};
	}

	/** The same moment with a copy of the tenant: what is done there is lost. */
	#lost(tenant: Tenant): Moment {
		return { tenant: structuredClone(tenant), now: this.#clock.now(), later: () => {} };
	}

	#act(tenant: Tenant, what: string, isChange: boolean, details: unknown): Act {
		const { defaultDomainName, initialDomainName, customerId } = tenant;
		return {
			what,
			isChange,
			tenant: [defaultDomainName, initialDomainName, customerId],
			mentions: (user) => {
				const text = decoded(`${what} ${JSON.stringify(details ?? '')}`).toLowerCase();
				return [user, findUser(tenant, user)?.id].some(
					(name) => name !== undefined && text.includes(name.toLowerCase()),
				);
			},
		};
	}
}

function refusal({ message, status }: Rule, { what }: Act): MicrosoftError {
	const isCmdlet = /^[A-Za-z]+-[A-Za-z]+$/.test(what);
	if (isCmdlet)
		return new ExchangeError(message ?? `You don't have permission to run ${what}.`, {
			type: 'Microsoft.Exchange.Configuration.Tasks.UnauthorizedAccessException',
			status: status ?? 403,
		});
	return new MicrosoftError(
		message ?? 'Insufficient privileges to complete the operation.',
		status ?? 403,
		'Authorization_RequestDenied',
	);
}

/** An error as Graph writes it. */
export function graphErrorReply(error: unknown): GraphReply {
	if (!(error instanceof MicrosoftError)) throw error;
	const { status, code, message } = error;
	const innerError = { 'request-id': '00000000-0000-4000-8000-000000000000' };
	return { status, body: { error: { code, message, innerError } } };
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
