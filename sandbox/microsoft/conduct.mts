/** How Microsoft behaves towards what is asked of it. */
export type Manner =
	/** Refuses changes, as for want of rights; answers what is only read. */
	| 'refuses'
	/** Refuses to read as well. */
	| 'refusesAll'
	/** Answers 503, also to who asks for a token. */
	| 'down'
	/** Answers a change as done and keeps nothing. */
	| 'swallows'
	/** Answers a change as done and does it later. */
	| 'lags';

export const manners: Manner[] = ['refuses', 'refusesAll', 'down', 'swallows', 'lags'];

/** A rule for some of what is asked; what is left out means everything, always. */
export interface Rule {
	manner: Manner;
	/** A part of what is asked: 'Set-Mailbox', 'PATCH users', '/manager'. In any case. */
	what?: string;
	/** Default domain, initial domain or id. */
	tenant?: string;
	/** User principal name or id, anywhere in what is asked. */
	user?: string;
	/** For refuses: Microsoft's words instead of the usual ones. */
	message?: string;
	/** For refuses: the status instead of 403. */
	status?: number;
	/** For lags: how long. */
	seconds?: number;
	/** How often it strikes before it is used up. */
	times?: number;
	/** How many that it would strike pass before. */
	skip?: number;
}

/** One thing that is asked of Microsoft, as rules see it. */
export interface Act {
	/** 'GET users/{id}', a cmdlet, or 'token'. */
	what: string;
	isChange: boolean;
	/** Names of the tenant. */
	tenant: string[];
	mentions(user: string): boolean;
}

/** The rules in force. The first that fits counts. */
export class Conduct {
	#rules: Rule[] = [];

	get rules(): readonly Rule[] {
		return this.#rules;
	}

	add(rule: Rule): void {
		this.#rules.push({ ...rule });
	}

	clear(): void {
		this.#rules = [];
	}

	/** The rule for an act if it is of this manner, without using it up. */
	look(act: Act, manner: Manner): Rule | undefined {
		const rule = this.#rules.find((each) => fits(each, act));
		return rule?.manner === manner && !rule.skip ? rule : undefined;
	}

	/** The rule for an act, which uses up one of its times. */
	take(act: Act): Rule | undefined {
		const rule = this.#rules.find((each) => fits(each, act));
		if (rule?.skip) {
			rule.skip -= 1;
			return undefined;
		}
		if (rule?.times !== undefined && --rule.times <= 0)
			this.#rules = this.#rules.filter((each) => each !== rule);
		return rule;
	}
}

/** A rule as it comes from outside. Throws on a wrong one, saying what is wrong. */
export function checkedRule(given: unknown): Rule {
	const rule = (given ?? {}) as Rule;
	const wrong = (problem: string): never => {
		throw new Error(`Not a way Microsoft can behave: ${problem} Given: ${JSON.stringify(given)}`);
	};
	if (!manners.includes(rule.manner)) wrong(`'manner' must be one of ${manners.join(', ')}.`);
	for (const name of ['times', 'skip'] as const)
		if (rule[name] !== undefined && !(Number.isInteger(rule[name]) && rule[name] > 0))
			wrong(`'${name}' must be a whole number above 0.`);
	return rule;
}

function fits({ manner, what, tenant, user }: Rule, act: Act): boolean {
	if (what !== undefined && !act.what.toLowerCase().includes(what.toLowerCase())) return false;
	if (!act.isChange && manner !== 'down' && manner !== 'refusesAll') return false;
	if (act.what === 'token' && (manner !== 'down' || user !== undefined)) return false;
	const isTenant = act.tenant.some((name) => name.toLowerCase() === tenant?.toLowerCase());
	return (tenant === undefined || isTenant) && (user === undefined || act.mentions(user));
}
