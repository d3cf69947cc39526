import { offByDefault } from '../../../cipp/feature-flags';
import type { Facts } from '../../../test/contract/facts-shape.mts';
import type { Checkout } from './checkout.mts';
import { couldSay } from './could-say.mts';
import type { ReadEntryPoint } from './entry-point.mts';
import { missingFrom, sameName, type Finding } from './finding.mts';
import { isNewer, roleIn } from './version.mts';

/** What a declaration of a step says about CIPP's code. */
export interface StepFacts {
	name: string;
	command: string;
	since?: string;
	done: RegExp[];
	failed: RegExp[];
}

/** Where the facts, and the declared steps of an offboarding, say otherwise than the code. */
export function againstFacts(
	{ endpoints, offboarding, version }: Checkout,
	facts: Record<string, Facts>,
	steps: StepFacts[],
): Finding[] {
	const names = Object.keys(endpoints);
	const known = Object.keys(facts).filter((name) => !isNewer(facts[name].since, version));
	return [
		...missingFrom(known, names).map((about) => ({ about, what: 'is not in the facts' })),
		...missingFrom(names, known).map((about) => ({ about, what: 'has no code' })),
		...known.flatMap((about) => {
			const [, code] = Object.entries(endpoints).find(([name]) => sameName(name, about)) ?? [];
			return code
				? differencesOf(code, facts[about], version).map((what) => ({ about, what }))
				: [];
		}),
		...againstSteps(offboarding, steps, version),
	];
}

/** Which endpoints are off at first is said in help and in errors. */
export function againstFlags(flags: Checkout['featureFlags']): Finding[] {
	const about = 'feature flags';
	const code = flags.filter(({ enabled, endpoints }) => !enabled && endpoints.length > 0);
	return [
		...missingFrom(namesOf(offByDefault), namesOf(code)).map((what) => ({
			about,
			what: `has ${what} switched off, cipp/feature-flags.ts has not`,
		})),
		...missingFrom(namesOf(code), namesOf(offByDefault)).map((what) => ({
			about,
			what: `does not have ${what} switched off, cipp/feature-flags.ts has`,
		})),
	];
}

const namesOf = (flags: Array<{ id: string; endpoints: string[] }>): string[] =>
	flags.flatMap(({ id, endpoints }) => endpoints.map((endpoint) => `${id}: ${endpoint}`));

function differencesOf(code: ReadEntryPoint, facts: Facts, version: string): string[] {
	const role = roleIn(facts, version);
	return [
		...(code.role === role ? [] : [`has the role ${code.role}, the facts say ${role}`]),
		...(['query', 'body'] as const).flatMap((place) => {
			const known = namesIn(facts, place, version);
			const unread = missingFrom([...code.words], known);
			return [
				...missingFrom(known, code[place]).map(
					(name) => `reads ${name} in the ${place}, the facts do not`,
				),
				...(code.passesOn.includes(place) ? [] : unread).map(
					(name) => `does not know ${name}, the facts have it in the ${place}`,
				),
			];
		}),
	];
}

/** `a.b` is `b` inside the object `a`. */
function namesIn({ tenant, ...facts }: Facts, place: 'query' | 'body', version: string): string[] {
	const names = Object.entries(facts[place] ?? {})
		.filter(([, { since }]) => !isNewer(since, version))
		.map(([name]) => name);
	const all = tenant?.in === place ? [...names, tenant.name] : names;
	return all.map((name) => name.split('.')[0]);
}

function againstSteps(
	tasks: Checkout['offboarding'],
	steps: StepFacts[],
	version: string,
): Finding[] {
	const current = steps.filter(({ since }) => !isNewer(since, version));
	const about = 'offboarding';
	return [
		...missingFrom(
			current.map(({ name }) => name),
			tasks.map(({ option }) => option),
		).map((option) => ({ about, what: `knows ${option}, which is no step` })),
		...current.flatMap(({ name, command, done, failed }) => {
			const task = tasks.find(({ option }) => sameName(option, name));
			if (!task) return [{ about, what: `does not know ${name}` }];
			if (task.command !== command) {
				return [{ about, what: `does ${name} with ${task.command}, the step says ${command}` }];
			}
			return [...done, ...failed]
				.filter((pattern) => !task.says.some((sentence) => couldSay(sentence, pattern)))
				.map((pattern) => ({ about, what: `${name}: ${command} does not say ${pattern}` }));
		}),
	];
}
