import { oneMore, planned, sent, type Look } from '../vocabulary';

const mentioning = (people: unknown): RegExp[] =>
	[people].flat().map((one) => new RegExp(escaped(String(one)), 'i'));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Tasks that CIPP has planned for people, whatever it calls them.
 *
 * @param people wire name under which they are sent
 */
export const tasksFor = (people: string): Look =>
	oneMore(planned({ 'Name|Parameters': sent(people, mentioning) }));
