import { attempt } from '../../cipp/attempt';
import { CannotRead } from './state-reader';

/** A part of a person's state that could not be read. Nothing is known about it. */
export interface NotRead {
	notRead: string;
	/** CIPP role to give to the API client, where its lack is the reason. */
	permission?: string;
	/** Microsoft itself says that there is none, such as the mailbox of someone without one. */
	absent?: true;
}

/** Data, or why there is none. */
export type Part<T> = T | NotRead;

/** Reads a part; what cannot be read becomes its reason. Other errors reject. */
export async function readPart<T>(reading: Promise<T>): Promise<Part<T>> {
	const { value, error } = await attempt(reading);
	if (!error) return value;
	if (!(error instanceof CannotRead)) throw error;
	return {
		notRead: error.message,
		...(error.permission === undefined ? {} : { permission: error.permission }),
		...(error.reason === 'notThere' && tellsOfAbsence(error.message) ? { absent: true } : {}),
	};
}

export function isRead<T>(part: Part<T>): part is T {
	return !(typeof part === 'object' && part !== null && 'notRead' in part);
}

/** The data of a part, or something in its place. */
export const orElse = <T>(part: Part<T>, otherwise: T): T => (isRead(part) ? part : otherwise);

function tellsOfAbsence(message: string): boolean {
	return /couldn't be found|mysite not found|does not exist|showed no mailbox/i.test(message);
}
