import type { INodeExecutionData } from 'n8n-workflow';
import { InvalidInput, NotAsWanted } from '../../n8n/errors';
import { restoreParts, type RestoreKind, type RestorePart } from '../../offboarding/restore/parts';
import { planRestore } from '../../offboarding/restore/plan';
import { isOpen, runRestore } from '../../offboarding/restore/run';
import type { RestorePlan } from '../../offboarding/restore/shape';
import { partsIn } from '../../offboarding/restore/stored-plan';
import { askedIn, type Asked } from '../offboarding/asked';
import { documentIn, requiredDocument } from './documents';
import { eachItem } from '../offboarding/each-item';
import type { Run } from '../../n8n/run';

export async function previewRestore(run: Run): Promise<INodeExecutionData[]> {
	return await eachItem(run, async (index) => [await planOf(run, index)]);
}

/** Runs the preview that an item holds, or makes one from its snapshot. */
export async function restoreAccess(run: Run): Promise<INodeExecutionData[]> {
	return await eachItem(run, async (index) => {
		const asked = askedIn(run, index);
		// After an approval in between, the preview is no longer the input: then it is given as the snapshot is.
		const given = { ...asked, restorePlan: asked.snapshot };
		const approved = documentIn(run, index, given, 'restorePlan');
		if (approved) checkAgrees(approved, asked);
		const plan = approved ?? (await planOf(run, index));
		const result = await runRestore(plan, run.send, run.clock);
		if (result.status === 'succeeded') return [result];
		const advice = result.steps
			.filter(isOpen)
			.map((step) => `- ${step.what}: ${step.read}. ${step.advice ?? ''}`.trim())
			.join('\n');
		throw new NotAsWanted(result.summary, advice, { ...result });
	});
}

/**
 * A preview says who gets what, so the fields need not: where one says something else, nobody knows
 * which is meant.
 *
 * @throws {InvalidInput}
 */
function checkAgrees(plan: RestorePlan, asked: Asked): void {
	const parts = (asked.parts as RestorePart[] | undefined) ?? [...restoreParts];
	const beyond = [...partsIn(plan)].filter((part) => !parts.includes(part));
	if (beyond.length > 0) disagrees('Parts', `gives back ${beyond.join(', ')} too`);
	if (asked.restoreTo !== undefined && asked.restoreTo !== plan.kind)
		disagrees('Restore To', `is for ${plan.kind === 'rehire' ? 'the same person' : 'a successor'}`);
	const successor = asked.successor as string | undefined;
	if (successor && !isOneOf(successor, [plan.target.id, plan.target.userPrincipalName]))
		disagrees('Successor', `is for ${plan.target.userPrincipalName}`);
}

function disagrees(field: string, instead: string): never {
	throw new InvalidInput(
		`"${field}" says otherwise than the preview, which ${instead}`,
		`Make the preview again with the ${field} that is meant, or empty the field.`,
	);
}

const isOneOf = (name: string, names: string[]): boolean =>
	names.some((one) => one.toLowerCase() === name.trim().toLowerCase());

async function planOf(run: Run, index: number): Promise<RestorePlan> {
	const asked = askedIn(run, index);
	const kind = asked.restoreTo as RestoreKind | undefined;
	const successor = asked.successor as string | undefined;
	if (kind === undefined) {
		throw new InvalidInput(
			'"Restore To" is not chosen',
			'Choose The Same Person or A Successor, or give a preview, which says it.',
		);
	}
	if (kind === 'rehire' && successor) {
		throw new InvalidInput(
			'"Successor" is filled in, and "Restore To" is The Same Person',
			'Choose A Successor, or empty Successor.',
		);
	}
	const wish = {
		snapshot: requiredDocument(run, index, asked, 'snapshot'),
		kind,
		...(successor ? { successor } : {}),
		...(asked.parts ? { parts: asked.parts as RestorePart[] } : {}),
	};
	return await planRestore(wish, run.send, run.clock);
}
