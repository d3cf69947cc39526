import type { Resource } from './resources.mts';

/** Graph does not understand a filter. */
export class InvalidFilter extends Error {}

const mostAlternatives = 15;

type Test = (row: Resource) => boolean;

/** The OData filters Graph takes on its directory: comparisons, startsWith and the like, any(), in, and, or, not. */
export function filter(text: string): Test {
	const parser = new Parser(text);
	const test = parser.or();
	parser.end();
	return test;
}

class Parser {
	readonly #tokens: string[];
	readonly #text: string;
	#next = 0;
	#clauses = 0;

	constructor(text: string) {
		this.#text = text;
		const open = text.replace(/'(?:[^']|'')*'/g, '').includes("'");
		if (open)
			throw new InvalidFilter(
				`There is an unterminated string literal at position ${text.length} in '${text}'.`,
			);
		this.#tokens = text.match(/'(?:[^']|'')*'|[(),:]|[^\s(),:']+(?::\d[^\s(),']*)?/g) ?? [];
	}

	or(variable?: string): Test {
		const before = this.#clauses;
		const left = this.#and(variable);
		if (!this.#take('or')) return left;
		const right = this.or(variable);
		this.#checkAlternatives(this.#clauses - before);
		return (row) => left(row) || right(row);
	}

	end(): void {
		if (this.#next < this.#tokens.length) this.#fail();
	}

	#and(variable?: string): Test {
		const left = this.#not(variable);
		if (!this.#take('and')) return left;
		const right = this.#and(variable);
		return (row) => left(row) && right(row);
	}

	#not(variable?: string): Test {
		if (this.#take('not')) {
			const test = this.#not(variable);
			return (row) => !test(row);
		}
		if (this.#take('(')) {
			const test = this.or(variable);
			this.#expect(')');
			return test;
		}
		return this.#condition(variable);
	}

	#condition(variable?: string): Test {
		const name = this.#token();
		this.#clauses += 1;
		if (/\/any$/i.test(name)) return this.#any(name.slice(0, -4));
		const textTest = textTests[name.toLowerCase()];
		if (textTest && this.#take('(')) {
			const path = pathOf(this.#token(), variable);
			this.#expect(',');
			const wanted = literal(this.#token());
			this.#expect(')');
			return (row) =>
				textTest(String(value(row, path) ?? '').toLowerCase(), String(wanted).toLowerCase());
		}
		const path = pathOf(name, variable);
		const operator = this.#token().toLowerCase();
		if (operator === 'in') return this.#in(path);
		const compare = comparisons[operator];
		if (!compare) this.#fail();
		const wanted = literal(this.#token());
		return (row) => compare(value(row, path), wanted);
	}

	#in(path: string[]): Test {
		this.#expect('(');
		const wanted: unknown[] = [];
		do wanted.push(literal(this.#token()));
		while (this.#take(','));
		this.#expect(')');
		this.#clauses += wanted.length - 1;
		this.#checkAlternatives(wanted.length);
		return (row) => wanted.some((each) => comparisons.eq(value(row, path), each));
	}

	/** To Graph, `in` is as many clauses with `or` between them as it has values. */
	#checkAlternatives(count: number): void {
		if (count <= mostAlternatives) return;
		throw new InvalidFilter(
			`Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${mostAlternatives}.`,
		);
	}

	#any(collection: string): Test {
		this.#expect('(');
		if (this.#take(')')) return (row) => listOf(value(row, [collection])).length > 0;
		const variable = this.#token();
		this.#expect(':');
		const test = this.or(variable);
		this.#expect(')');
		return (row) =>
			listOf(value(row, [collection])).some((item) =>
				test(typeof item === 'object' && item !== null ? (item as Resource) : { [itself]: item }),
			);
	}

	#token(): string {
		return this.#tokens[this.#next++] ?? this.#fail();
	}

	#take(token: string): boolean {
		if (this.#tokens[this.#next]?.toLowerCase() !== token) return false;
		this.#next += 1;
		return true;
	}

	#expect(token: string): void {
		if (!this.#take(token)) this.#fail();
	}

	#fail(): never {
		throw new InvalidFilter(
			`Invalid filter clause: Syntax error at position ${this.#next} in '${this.#text}'.`,
		);
	}
}

const itself = '(itself)';

const textTests: Record<string, (have: string, wanted: string) => boolean> = {
	startswith: (have, wanted) => have.startsWith(wanted),
	endswith: (have, wanted) => have.endsWith(wanted),
	contains: (have, wanted) => have.includes(wanted),
};

const order = (have: unknown, wanted: unknown) =>
	typeof have === 'number' && typeof wanted === 'number'
		? have - wanted
		: String(have).localeCompare(String(wanted));

const comparisons: Record<string, (have: unknown, wanted: unknown) => boolean> = {
	eq: (have, wanted) =>
		typeof have === 'string' && typeof wanted === 'string'
			? have.toLowerCase() === wanted.toLowerCase()
			: (have ?? null) === wanted,
	ne: (have, wanted) => !comparisons.eq(have, wanted),
	gt: (have, wanted) => have !== null && have !== undefined && order(have, wanted) > 0,
	ge: (have, wanted) => have !== null && have !== undefined && order(have, wanted) >= 0,
	lt: (have, wanted) => have !== null && have !== undefined && order(have, wanted) < 0,
	le: (have, wanted) => have !== null && have !== undefined && order(have, wanted) <= 0,
};

function pathOf(name: string, variable?: string): string[] {
	const path = name.split('/');
	if (variable === undefined || path[0] !== variable) return path;
	return path.length === 1 ? [itself] : path.slice(1);
}

function value(row: unknown, path: string[]): unknown {
	return path.reduce<unknown>((current, name) => {
		if (typeof current !== 'object' || current === null) return undefined;
		const key = Object.keys(current).find(
			(candidate) => candidate.toLowerCase() === name.toLowerCase(),
		);
		if (key !== undefined) return (current as Resource)[key];
		return name === '$count' ? listOf(current).length : undefined;
	}, row);
}

function listOf(given: unknown): unknown[] {
	return Array.isArray(given) ? given : [];
}

function literal(token: string): string | number | boolean | null {
	if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
	if (token === 'null') return null;
	if (token === 'true' || token === 'false') return token === 'true';
	return /^-?\d+(\.\d+)?$/.test(token) ? Number(token) : token;
}
