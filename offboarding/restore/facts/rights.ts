import type { Elsewhere, ElsewhereGrant, Person } from '../../person/snapshot-shape';

/** What the person may do elsewhere; nobody needs rights in a place of their own. */
export const grantsOfOthers = ({ grants }: Elsewhere, { userPrincipalName }: Person) =>
	grants.filter(({ place }: ElsewhereGrant) => !isOne(userPrincipalName, [place]));

/** Exchange lists rights as texts with commas or as lists. */
export const singly = (rights: string[]): string[] =>
	rights.flatMap((right) => right.split(',')).map((right) => right.trim());

export const lacking = (wanted: string[], held: string[]): string[] =>
	wanted.filter((right) => !isOne(right, held));

export const readOf = (held: string[]): string =>
	held.length > 0 ? `holds ${held.join(', ')}` : 'holds no rights';

const isOne = (name: string, names: string[]): boolean =>
	names.some((known) => known.toLowerCase() === name.toLowerCase());
