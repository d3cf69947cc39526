/**
 * What an operation does to a tenant, by what really leaves CIPP.
 *
 * `contain` is what is wanted first in an incident and can be undone with a click: it keeps somebody out
 * or a device off, and takes nothing away. `destroy` deletes, wipes or takes access away.
 */
export type Effect = 'read' | 'change' | 'contain' | 'destroy';

/** From harmless to harmful. */
export const effects: Effect[] = ['read', 'change', 'contain', 'destroy'];

/** The worst of several; `read` where there is none. */
export const worstOf = (some: Effect[]): Effect =>
	effects.findLast((effect) => some.includes(effect)) ?? 'read';

/** What is sent makes an operation do more than it usually does. */
export interface Worse {
	effect: Effect;
	/** When this is so, for the reference. */
	when: string;
	/**
	 * What is sent, by its wire name, dots leading inwards; `is` what the text of it has to match (empty
	 * for what is left out). All of them have to match.
	 */
	sent: Record<string, RegExp>;
}
