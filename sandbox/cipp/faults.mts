import { checkedRule, type Conduct, type Manner, type Rule } from '../microsoft/conduct.mts';
import { stepNames, type StepName } from './offboarding/step-names.mts';

/** Where a fault applies; left out means everywhere, always. */
export interface FaultScope {
	/** UPN of the user concerned. */
	user?: string;
	/** Default domain or customer id. */
	tenant?: string;
	/** How often it strikes before it is used up. */
	times?: number;
	/** How many that it would strike pass before. */
	skip?: number;
}

export type StepFaultKind =
	| 'fails'
	| 'saysDone'
	| 'neverMentioned'
	| 'neverMentionedButDone'
	| 'hangs';
export type LicenseTaskFaultKind = StepFaultKind | 'notCreated';

export type EndpointFault =
	| { status: number; body?: unknown; headers?: Record<string, string> }
	| {
			kind:
				| 'unauthorized'
				| 'roleMissing'
				| 'addressNotAllowed'
				| 'tenantNotAllowed'
				| 'endpointBlocked'
				| 'notFound'
				| 'error'
				| 'busy'
				| 'featureOff'
				| 'html'
				| 'empty'
				| 'dropped'
				/** Never answers: for clients that die while they wait. */
				| 'silent';
	  }
	| { kind: 'throttled'; retryAfter?: number | string }
	| { kind: 'slow'; milliseconds: number }
	/** ExecOffboardUser only: tasks for some users, an exception text for the others, and status 403. */
	| { kind: 'partlyQueued'; failUsers: string[]; message: string };

export type TokenFaultKind = 'invalidSecret' | 'noApplicationIdUri' | 'unknownClient' | 'down';

export type Fault =
	| ({ on: 'step'; step: StepName; kind: StepFaultKind; error?: string } & FaultScope)
	| ({ on: 'step'; step: 'LicenseTask'; kind: LicenseTaskFaultKind; error?: string } & FaultScope)
	| ({
			on: 'endpoint';
			endpoint: string;
			fault: EndpointFault;
			afterApplying?: boolean;
	  } & FaultScope)
	| { on: 'token'; kind: TokenFaultKind; times?: number }
	/** How Microsoft behaves towards what CIPP asks of it. */
	| ({ on: 'microsoft' } & Rule);

type OwnFault = Exclude<Fault, { on: 'microsoft' }>;
type StepFault = Extract<Fault, { on: 'step' }>;
type EndpointFaultEntry = Extract<Fault, { on: 'endpoint' }>;

/** What goes wrong on purpose. */
export class Faults {
	#faults: OwnFault[] = [];
	/** Microsoft's part of it. */
	readonly conduct: Conduct;

	constructor(conduct: Conduct) {
		this.conduct = conduct;
	}

	/** Faults still to strike, oldest first; Microsoft's last. */
	get list(): readonly Fault[] {
		const microsoft = this.conduct.rules.map((rule): Fault => ({ on: 'microsoft', ...rule }));
		return [...this.#faults, ...microsoft];
	}

	/** Lets one offboarding step, or the licence task that follows the job, go wrong. */
	step(
		step: 'LicenseTask',
		kind: LicenseTaskFaultKind,
		options?: FaultScope & { error?: string },
	): void;
	step(step: StepName, kind: StepFaultKind, options?: FaultScope & { error?: string }): void;
	step(
		step: StepName | 'LicenseTask',
		kind: LicenseTaskFaultKind,
		options: FaultScope & { error?: string } = {},
	): void {
		this.add({ on: 'step', step, kind, ...options } as Fault);
	}

	/** Lets an API endpoint, or with '*' all of them, answer wrongly. With `afterApplying` the request takes effect first. */
	endpoint(
		endpoint: string,
		fault: EndpointFault,
		options: FaultScope & { afterApplying?: boolean } = {},
	): void {
		this.add({ on: 'endpoint', endpoint, fault, ...options });
	}

	/** Lets the token endpoint refuse, or not answer at all. */
	token(kind: TokenFaultKind, options: { times?: number } = {}): void {
		this.add({ on: 'token', kind, ...options });
	}

	/** Lets Microsoft refuse, be down, swallow or lag, for all that CIPP asks of it or for `what` alone. */
	microsoft(manner: Manner, options: Omit<Rule, 'manner'> = {}): void {
		this.add({ on: 'microsoft', manner, ...options });
	}

	/** Adds a fault in its plain form, as the control plane takes it. Throws on a wrong one, saying what is wrong. */
	add(fault: Fault): void {
		check(fault);
		if (fault.on !== 'microsoft') this.#faults.push(structuredClone(fault));
		else {
			const { on: _, ...rule } = fault;
			this.conduct.add(checkedRule(rule));
		}
	}

	clear(): void {
		this.#faults = [];
		this.conduct.clear();
	}

	/** Uses up one strike on an offboarding step. */
	takeStep(step: StepName | 'LicenseTask', where: FaultPlace): StepFault | undefined {
		return this.#take(
			(fault): fault is StepFault =>
				fault.on === 'step' &&
				fault.step === step &&
				fault.kind !== 'notCreated' &&
				applies(fault, where),
		);
	}

	/** Uses up one strike that keeps the licence task from being created. */
	takeLostLicenseTask(where: FaultPlace): StepFault | undefined {
		return this.#take(
			(fault): fault is StepFault =>
				fault.on === 'step' && fault.kind === 'notCreated' && applies(fault, where),
		);
	}

	/** Uses up one strike on an endpoint; `kind` narrows to partlyQueued, which the endpoint itself answers. */
	takeEndpoint(
		endpoint: string,
		where: FaultPlace,
		kind: 'partlyQueued' | 'any other',
	): EndpointFaultEntry | undefined {
		return this.#take((fault): fault is EndpointFaultEntry => {
			if (
				fault.on !== 'endpoint' ||
				(fault.endpoint !== '*' && fault.endpoint.toLowerCase() !== endpoint.toLowerCase())
			)
				return false;
			const partly = 'kind' in fault.fault && fault.fault.kind === 'partlyQueued';
			return partly === (kind === 'partlyQueued') && applies(fault, where);
		});
	}

	/** Uses up one strike on the token endpoint. */
	takeToken(): TokenFaultKind | undefined {
		return this.#take((fault): fault is Extract<Fault, { on: 'token' }> => fault.on === 'token')
			?.kind;
	}

	#take<Wanted extends OwnFault>(
		matches: (fault: OwnFault) => fault is Wanted,
	): Wanted | undefined {
		const found = this.#faults.find(matches);
		if (found && 'skip' in found && found.skip) {
			found.skip -= 1;
			return undefined;
		}
		if (found?.times !== undefined && --found.times <= 0)
			this.#faults = this.#faults.filter((fault) => fault !== found);
		return found;
	}
}

/** What is being done when a fault may strike. Names are compared without regard to case. */
export interface FaultPlace {
	tenant: string[];
	mentions(user: string): boolean;
}

function applies(fault: FaultScope, where: FaultPlace): boolean {
	const { user, tenant } = fault;
	return (
		(user === undefined || where.mentions(user)) &&
		(tenant === undefined ||
			where.tenant.some((name) => name.toLowerCase() === tenant.toLowerCase()))
	);
}

const kinds = {
	step: ['fails', 'saysDone', 'neverMentioned', 'neverMentionedButDone', 'hangs'],
	endpoint: [
		'unauthorized',
		'roleMissing',
		'addressNotAllowed',
		'tenantNotAllowed',
		'endpointBlocked',
		'notFound',
		'error',
		'busy',
		'featureOff',
		'html',
		'empty',
		'dropped',
		'silent',
		'throttled',
		'slow',
		'partlyQueued',
	],
	token: ['invalidSecret', 'noApplicationIdUri', 'unknownClient', 'down'],
};

function check(fault: Fault): void {
	const wrong = (problem: string): never => {
		throw new Error(`Not a fault the sandbox knows: ${problem} Given: ${JSON.stringify(fault)}`);
	};
	if (
		typeof fault !== 'object' ||
		fault === null ||
		!['step', 'endpoint', 'token', 'microsoft'].includes(fault.on)
	)
		wrong("'on' must be step, endpoint, token or microsoft.");
	if (fault.times !== undefined && !(Number.isInteger(fault.times) && fault.times > 0))
		wrong("'times' must be a whole number above 0.");
	if (fault.on === 'token' && !kinds.token.includes(fault.kind))
		wrong(`'kind' must be one of ${kinds.token.join(', ')}.`);
	if (fault.on === 'step') {
		if (fault.step !== 'LicenseTask' && !(stepNames as readonly string[]).includes(fault.step))
			wrong(`'step' must be LicenseTask or one of ${stepNames.join(', ')}.`);
		const allowed = fault.step === 'LicenseTask' ? [...kinds.step, 'notCreated'] : kinds.step;
		if (!allowed.includes(fault.kind))
			wrong(`'kind' must be one of ${allowed.join(', ')} for ${fault.step}.`);
	}
	if (fault.on === 'endpoint') {
		const { endpoint, fault: what } = fault;
		if (typeof endpoint !== 'string' || endpoint === '')
			wrong("'endpoint' must be an endpoint name or '*'.");
		if (typeof what !== 'object' || what === null)
			return void wrong("'fault' must be an object with 'kind' or 'status'.");
		if ('status' in what) {
			if (!(Number.isInteger(what.status) && what.status >= 200 && what.status <= 599))
				wrong("'status' must be an HTTP status from 200 to 599.");
			return;
		}
		if (!kinds.endpoint.includes(what.kind))
			wrong(`'fault.kind' must be one of ${kinds.endpoint.join(', ')}.`);
		if (what.kind === 'slow' && !(what.milliseconds >= 0))
			wrong("'fault.milliseconds' must be a number.");
		if (what.kind === 'partlyQueued') {
			if (endpoint.toLowerCase() !== 'execoffboarduser')
				wrong('partlyQueued is for ExecOffboardUser only.');
			if (!Array.isArray(what.failUsers) || typeof what.message !== 'string')
				wrong("partlyQueued needs 'failUsers' (array of UPNs) and 'message'.");
		}
	}
}
