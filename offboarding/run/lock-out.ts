import type { Clock, Send } from '../../cipp/request';
import { steps, type StepName } from '../steps';
import { doDirectly } from './direct';
import type { Leaver } from './leaver';

const lockingOut = steps
	.filter(({ lockOut: place }) => place !== undefined)
	.sort((a, b) => a.lockOut! - b.lockOut!);

/** In Microsoft's order for an emergency. */
export const lockingSteps: StepName[] = lockingOut.map(({ name }) => name);

/**
 * Locks a person out at once: blocks sign-in, sets a new password, ends all sessions. Each is read back.
 * Changes the leaver in place.
 */
export async function lockOut(leaver: Leaver, send: Send, clock: Clock): Promise<void> {
	for (const { name, givesPassword } of lockingOut) {
		const secret = await doDirectly(name, leaver, send, clock);
		if (givesPassword && secret !== null && leaver.keepsPassword) leaver.newPassword = secret;
	}
}
