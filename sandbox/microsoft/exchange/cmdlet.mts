import type { Moment } from '../moment.mts';
import type { Parameters } from './parameters.mts';

/** What a cmdlet returns: objects, and what it only warns of. */
export interface CmdletReply {
	rows: unknown[];
	warnings: string[];
}

/** A cmdlet; it throws an ExchangeError where Exchange refuses. Nothing returned is no objects. */
export type Cmdlet = (
	moment: Moment,
	parameters: Parameters,
) => unknown[] | { warning: string } | void;
