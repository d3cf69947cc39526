import type { Behaviour } from './fake.mjs';

/** Sets how the load target behaves, and starts its counts anew. */
export async function behave(target: string, behaviour: Behaviour): Promise<void> {
	await fetch(`${target}/behaviour`, { method: 'PUT', body: JSON.stringify(behaviour) });
}
