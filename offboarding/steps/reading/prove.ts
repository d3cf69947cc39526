import { attempt } from '../../../cipp/attempt';
import { CannotRead, type StateReader } from '../../person/state-reader';
import { gone, notReadable, type Proof } from '../vocabulary/proof';
import type { Claim, DeclaredStep } from '../vocabulary/step';

/** Looks at the tenant and says whether a step's result is there. Never throws for what it cannot read. */
export async function prove(step: DeclaredStep, state: StateReader, claim: Claim): Promise<Proof> {
	const { value, error } = await attempt(proveOrThrow(step, state, claim));
	if (!error) return value;
	if (!(error instanceof CannotRead)) return unforeseen(error);
	return {
		...notReadable(error.message),
		...(error.advice === '' ? {} : { advice: error.advice }),
		...(error.reason === 'failed' ? { failed: true as const } : {}),
	};
}

/** What comes back may be odd in ways that nobody thought of; that must not lose what others did. */
const unforeseen = (error: Error): Proof => ({
	...notReadable(`the reading failed: ${error.message}`),
	failed: true,
});

async function proveOrThrow(step: DeclaredStep, state: StateReader, claim: Claim): Promise<Proof> {
	const now = await state.account();
	if (now === null) return await proveAfterDeletion(step, state, claim);
	return withNote(step, claim, await step.isTrue({ ...claim, state, now }));
}

/** What is true for now and may not stay so is told wherever it is read. */
function withNote({ synced }: DeclaredStep, { account }: Claim, proof: Proof): Proof {
	if (!account.isSynced || !synced?.advice || proof.verified === null) return proof;
	return { ...proof, advice: [proof.advice, synced.advice].filter(Boolean).join(' ') };
}

/** A deleted account cannot sign in, is in no group and holds no licence; its mailbox cannot be read any more. */
async function proveAfterDeletion(
	step: DeclaredStep,
	state: StateReader,
	{ account, isToBeDeleted }: Claim,
): Promise<Proof> {
	if (!step.whenDeleted) return notReadable(`${gone}, so this cannot be read any more`);
	const proof = await step.whenDeleted({ state, account });
	if (isToBeDeleted) return proof;
	return { ...proof, read: `${proof.read}; its deletion was not asked for here` };
}
