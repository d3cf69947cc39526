import { expect, it } from 'vitest';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';
import { simple } from './declared.mts';
import { facts } from './facts.mts';
import { sampleParameters } from './sample.mts';

const sandbox = useSandbox();

/** Groups of names of which CIPP needs one, as its code has them. */
const groups = simple.flatMap((entry) => {
	const oneOf = (facts[entry.operation.endpoint]?.oneOf ?? []) as string[] | string[][];
	const some = (Array.isArray(oneOf[0]) ? oneOf : [oneOf]) as string[][];
	return some
		.filter((group) => group.length > 0)
		.map((group) => ({ ...entry, group, names: group.join(', ') }));
});

/** Operations that mean something without any of them. */
const needless: Record<string, string> = {
	'intunePolicy.replaceExclusions': 'no group at all lifts every exclusion',
};

it.each(groups)('$title sends one of $names at least', ({ resource, name, operation, group }) => {
	if (`${resource.value}.${name}` in needless) return;
	const sent = [
		...operation.fields.filter(({ required }) => required).map(({ wire }) => wire.split('.')[0]),
		...Object.keys(operation.fixed?.query ?? {}),
		...Object.keys(operation.fixed?.body ?? {}),
	];
	const isSent = group.some((wanted) => sent.includes(wanted));

	expect(isSent || operation.needsOneOf?.every((wanted) => group.includes(wanted))).toBe(true);
});

it.each(simple.filter(({ operation }) => operation.needsOneOf))(
	'$title is refused without any of them, and nothing is sent',
	async ({ node, resource, name, operation }) => {
		const parameters = sampleParameters({ ...operation, needsOneOf: [] }, 'required');
		const { error } = await runCipp(
			{ resource: resource.value, operation: name, ...parameters },
			{ credential: credentialFor(sandbox.current), node: { type: `n8n-nodes-cipp.${node}` } },
		);

		expect(error?.message).toBe(`"${operation.action}" needs more than this`);
		expect(error?.description).toMatch(/^Fill in at least one of "/);
		expect(
			sandbox.current.requests.filter(({ endpoint }) => endpoint === operation.endpoint),
		).toEqual([]);
	},
);
