import type { Checkout, CodeTable } from './checkout.mts';
import { missingFrom, sameName, type Finding } from './finding.mts';

/** What is new, gone or otherwise in a checkout, against what is kept of another version. */
export function againstTable(checkout: Checkout, table: CodeTable): Finding[] {
	return [
		...endpointsOf(checkout, table),
		...offboardingOf(checkout, table),
		...flagsOf(checkout, table),
		...rolesOf(checkout, table),
	];
}

function endpointsOf({ endpoints }: Checkout, table: CodeTable): Finding[] {
	const names = Object.keys(endpoints);
	const known = Object.keys(table.endpoints);
	return [
		...missingFrom(known, names).map((about) => ({ about, what: 'is new' })),
		...missingFrom(names, known).map((about) => ({ about, what: 'is gone' })),
		...names.flatMap((about) => {
			const before = known.find((name) => sameName(name, about));
			if (before === undefined) return [];
			const was = table.endpoints[before];
			const is = endpoints[about];
			return [
				...(before === about ? [] : [`was spelled ${before}; only the case differs`]),
				...(was.role === is.role ? [] : [`role ${was.role} is now ${is.role}`]),
				...(['query', 'body', 'statuses'] as const).flatMap((part) =>
					newAndGone(wordFor[part], was[part], is[part]),
				),
			].map((what) => ({ about, what }));
		}),
	];
}

const wordFor = { query: 'in the query', body: 'in the body', statuses: 'status' };

function newAndGone(where: string, was: string[], is: string[]): string[] {
	return [
		...missingFrom(was, is).map((name) => `new ${where}: ${name}`),
		...missingFrom(is, was).map((name) => `gone ${where}: ${name}`),
	];
}

function offboardingOf({ offboarding }: Checkout, table: CodeTable): Finding[] {
	const order = (tasks: CodeTable['offboarding']) =>
		tasks.map(({ option, command }) => `${option} (${command})`);
	return newAndGone('task', order(table.offboarding), order(offboarding)).map((what) => ({
		about: 'offboarding',
		what,
	}));
}

function flagsOf({ featureFlags }: Checkout, table: CodeTable): Finding[] {
	const said = (flags: CodeTable['featureFlags']) =>
		flags.map(
			({ id, enabled, endpoints }) => `${id} (${enabled ? 'on' : 'off'}: ${endpoints.join(', ')})`,
		);
	return newAndGone('flag', said(table.featureFlags), said(featureFlags)).map((what) => ({
		about: 'feature flags',
		what,
	}));
}

function rolesOf({ baseRoles }: Checkout, table: CodeTable): Finding[] {
	const said = (roles: CodeTable['baseRoles']) =>
		Object.entries(roles).flatMap(([role, { include, exclude }]) => [
			...include.map((permission) => `${role} includes ${permission}`),
			...exclude.map((permission) => `${role} excludes ${permission}`),
		]);
	return newAndGone('rule', said(table.baseRoles), said(baseRoles)).map((what) => ({
		about: 'base roles',
		what,
	}));
}
