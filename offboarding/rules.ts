import { isObject } from '../cipp/body';

/**
 * What a value that comes in from outside has to be. Gives what is wrong with it, as the end of a
 * sentence ("is no text"), or null.
 */
export interface Rule<T> {
	(value: unknown): string | null;
	/** For the compiler only: what a value is that keeps the rule. */
	readonly kept?: T;
}

/** What a value is that keeps a rule. */
export type Kept<R> = R extends Rule<infer T> ? T : never;

function holding<T>(isSo: (value: unknown) => boolean, otherwise: string): Rule<T> {
	return (value) => {
		if (value === undefined) return 'is missing';
		return isSo(value) ? null : otherwise;
	};
}

function matching(pattern: RegExp, otherwise: string): Rule<string> {
	return holding((value) => typeof value === 'string' && pattern.test(value), otherwise);
}

/** Any text, of several lines too. */
export const text: Rule<string> = holding((value) => typeof value === 'string', 'is no text');

/** A name in one line. */
export const named = matching(/^[^\p{Cc}]{1,1000}$/u, 'is no name');

/** How Microsoft numbers people, groups, licences and tenants. */
export const objectId = matching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i, 'is no object ID');

/** User principal name or SMTP address. */
export const address = matching(/^[^\s@,;<>"\p{Cc}]+@[^\s@,;<>"\p{Cc}]+$/u, 'is no address');

/** One of Microsoft's own words, such as `Editor`. */
export const word = matching(/^[a-z]{1,40}$/i, 'is no word of Microsoft');

export const moment = matching(
	/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/,
	'is no date and time',
);

export const phoneNumber = matching(/^\+?\d{3,20}(;ext=\d{1,10})?$/i, 'is no phone number');

export const flag: Rule<boolean> = holding(
	(value) => typeof value === 'boolean',
	'is neither true nor false',
);

export function exactly<const T>(fixed: T): Rule<T> {
	return holding((value) => value === fixed, `is not ${String(fixed)}`);
}

export function oneOf<const T extends string>(...values: T[]): Rule<T> {
	return holding(
		(value) => values.some((known) => known === value),
		`is none of ${values.join(', ')}`,
	);
}

export function optional<T>(rule: Rule<T>): Rule<T | undefined> {
	return (value) => (value === undefined ? null : rule(value));
}

export function orNull<T>(rule: Rule<T>): Rule<T | null> {
	return (value) => (value === null ? null : rule(value));
}

export function either<A, B>(one: Rule<A>, other: Rule<B>): Rule<A | B> {
	return (value) => {
		const problems = [one(value), other(value)];
		return problems.includes(null) ? null : [...new Set(problems)].join(', or ');
	};
}

/** A list, also an empty one. */
export function listOf<T>(rule: Rule<T>): Rule<T[]> {
	return (value) => {
		if (!Array.isArray(value)) return 'is no list';
		return firstProblem(value.map((entry, index) => [String(index + 1), rule(entry)]));
	};
}

export function someOf<T>(rule: Rule<T>): Rule<T[]> {
	const list = listOf(rule);
	return (value) => (Array.isArray(value) && value.length === 0 ? 'is empty' : list(value));
}

type Rules = Record<string, Rule<unknown>>;
type Shape<R extends Rules> = { [Name in keyof R]: Kept<R[Name]> };

/** An object with these names and no other: what nobody reads is not let in either. */
export function shape<R extends Rules>(rules: R): Rule<Shape<R>> {
	const open = shapeWithMore(rules);
	return (value) => {
		const other = isObject(value)
			? Object.keys(value).find((name) => !Object.hasOwn(rules, name))
			: undefined;
		return other === undefined ? open(value) : `holds "${other}", which does not belong there`;
	};
}

/** An object with these names, and perhaps others that nobody reads. */
export function shapeWithMore<R extends Rules>(rules: R): Rule<Shape<R>> {
	return (value) => {
		if (value === undefined) return 'is missing';
		if (!isObject(value)) return 'is no object';
		const own = (name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);
		return firstProblem(Object.entries(rules).map(([name, rule]) => [name, rule(own(name))]));
	};
}

/** An object of several kinds, of which one of its names tells which it is. */
export function ofKind<R extends Rules>(name: string, kinds: R): Rule<Kept<R[keyof R]>> {
	return (value) => {
		if (!isObject(value)) return 'is no object';
		const kind = String(value[name]);
		if (!Object.hasOwn(kinds, kind)) return `${name} is none of ${Object.keys(kinds).join(', ')}`;
		return kinds[kind](value);
	};
}

/** An object that names some of these, and for each a value that keeps the rule. */
export function someNamed<T>(names: readonly string[], rule: Rule<T>): Rule<Record<string, T>> {
	return (value) => {
		if (!isObject(value)) return 'is no object';
		const entries = Object.entries(value);
		const other = entries.find(([name]) => !names.includes(name));
		if (other) return `holds "${other[0]}", which does not belong there`;
		if (entries.length === 0) return 'is empty';
		return firstProblem(entries.map(([name, entry]) => [name, rule(entry)]));
	};
}

function firstProblem(results: Array<[string, string | null]>): string | null {
	const wrong = results.find(([, problem]) => problem !== null);
	return wrong ? `${wrong[0]} ${wrong[1]}` : null;
}
