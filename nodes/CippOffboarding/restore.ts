import type { INodeExecutionData } from 'n8n-workflow';
import { InvalidInput, NotAsWanted } from '../../n8n/errors';
import {
	isOpen,
	planRestore,
	runRestore,
	type RestorePlan,
} from '../../offboarding/restore/restore';
import type { RestoreKind, RestorePart } from '../../offboarding/restore/restore-shape';
import { askedIn } from '../offboarding/asked';
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

async function planOf(run: Run, index: number): Promise<RestorePlan> {
	const asked = askedIn(run, index);
	const kind = asked.restoreTo as RestoreKind;
	const successor = asked.successor as string | undefined;
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
