import { isObject } from '../../cipp/body';
import { InvalidInput } from '../../n8n/errors';
import type { Plan } from '../../offboarding/plan/plan';
import type { OffboardingReport } from '../../offboarding/after/report';
import type { RestorePlan } from '../../offboarding/restore/shape';
import { snapshotSchema, type Snapshot } from '../../offboarding/person/snapshot-shape';
import type { Verification } from '../../offboarding/after/verify-now';
import type { Asked } from '../offboarding/asked';
import type { Run } from '../../n8n/run';

/** What one operation returns and another accepts. */
interface Documents {
	report: OffboardingReport;
	plan: Plan;
	snapshot: Snapshot;
	verification: Verification;
	restorePlan: RestorePlan;
}

type Name = keyof Documents;

const isA: Record<Name, (value: Record<string, unknown>) => boolean> = {
	report: ({ details, user, tenant, status }) =>
		Array.isArray(details) && isObject(user) && isObject(tenant) && typeof status === 'string',
	plan: ({ schema }) => schema === 'cipp-plan/1',
	snapshot: ({ schema }) => schema === snapshotSchema,
	verification: ({ schema }) => schema === 'cipp-verification/1',
	// One of another version is refused with a word on it when it is to be run.
	restorePlan: ({ schema }) => /^cipp-restore-plan\//.test(String(schema)),
};

/**
 * A document that an item holds: the item itself, or what stands in it under its name, in a report, in
 * a plan, or in the details of a failed item.
 *
 * @param asked a field of the document's name wins
 */
export function documentIn<T extends Name>(
	run: Run,
	index: number,
	asked: Asked,
	name: T,
): Documents[T] | null {
	const item = run.context.getInputData()[index].json;
	const given = asked[name] === undefined ? item : parsed(asked[name]);
	return find(given, name, 2);
}

/** @throws {InvalidInput} when the item holds no such document */
export function requiredDocument<T extends Name>(
	run: Run,
	index: number,
	asked: Asked,
	name: T,
): Documents[T] {
	const found = documentIn(run, index, asked, name);
	if (found) return found;
	const field = run.operation.asks?.find(({ wire }) => wire === name);
	const label = field?.label ?? name;
	throw new InvalidInput(
		asked[name] === undefined
			? `The input item holds no ${words[name]}, and "${label}" is empty`
			: `"${label}" is no ${words[name]}`,
		`Connect the node that made it, or give its output as JSON. ${field?.help ?? ''}`.trim(),
	);
}

const words: Record<Name, string> = {
	report: 'report of an offboarding',
	plan: 'plan of an offboarding',
	snapshot: 'snapshot',
	verification: 'verification',
	restorePlan: 'preview of a restore',
};

const holders = ['details', 'report', 'plan', 'verification', 'snapshot'];

function find<T extends Name>(value: unknown, name: T, depth: number): Documents[T] | null {
	if (!isObject(value)) return null;
	if (isA[name](value)) return value as unknown as Documents[T];
	if (depth === 0) return null;
	for (const holder of [name, ...holders]) {
		const found = find(value[holder], name, depth - 1);
		if (found) return found;
	}
	return null;
}

function parsed(value: unknown): unknown {
	return Array.isArray(value) && value.length === 1 ? value[0] : value;
}
