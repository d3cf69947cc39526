import type { Clock, Send } from '../../cipp/request';
import { doDirectly, type DirectStep } from './direct';
import type { Leaver } from './leaver';

/** Microsoft's order for an emergency: a new sign-in must fail before the old ones are ended. */
export const lockingSteps: DirectStep[] = ['DisableSignIn', 'ResetPass', 'RevokeSessions'];

/**
 * Locks a person out at once: blocks sign-in, sets a new password, ends all sessions. Each is read back.
 * Changes the leaver in place.
 */
export async function lockOut(leaver: Leaver, send: Send, clock: Clock): Promise<void> {
	for (const step of lockingSteps) {
		const secret = await doDirectly(step, leaver, send, clock);
		if (step === 'ResetPass' && secret !== null && leaver.keepsPassword)
			leaver.newPassword = secret;
	}
}
