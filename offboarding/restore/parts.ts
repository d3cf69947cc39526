/** Back to the same account, or the same access for someone else. */
export type RestoreKind = 'rehire' | 'successor';

/** The parts of a restore that someone can choose. The editor offers these, which a test compares. */
export const restoreParts = [
	'account',
	'attributes',
	'licenses',
	'groups',
	'ownership',
	'mailbox',
	'mailboxes of others',
	'calendars of others',
	'manager',
	'perUserMfa',
	'teamsNumbers',
] as const;

export type RestorePart = (typeof restoreParts)[number];

/** They are the person's own: nobody else gets them. */
const personal: RestorePart[] = ['account', 'attributes'];

const usual: Record<RestoreKind, readonly RestorePart[]> = {
	rehire: restoreParts,
	successor: ['licenses', 'groups'],
};

/**
 * What is restored.
 *
 * @param chosen left out: everything for a rehire; licences and groups for a successor
 */
export function partsFor(
	kind: RestoreKind,
	chosen: readonly RestorePart[] = usual[kind],
): Set<RestorePart> {
	return new Set(chosen.filter((part) => kind === 'rehire' || !personal.includes(part)));
}
