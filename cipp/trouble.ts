import type { RequestSummary } from './request';

/** Where trouble comes from, as far as it is known. */
export interface Origin {
	/** What was asked of CIPP. */
	request?: RequestSummary;
	/** The error behind it. It may be logged, so it holds no secret. */
	cause?: unknown;
}

/** What happened and what to do, for the person at the screen. */
export interface Words {
	message: string;
	/** Empty where nothing can be done. */
	advice: string;
}

/**
 * What can go wrong and was foreseen: the base of all errors that this package throws.
 * Any other error is a fault of the package or of n8n, and keeps its stack.
 */
export abstract class Trouble extends Error implements Words {
	readonly request: RequestSummary | undefined;

	constructor(
		message: string,
		readonly advice: string,
		{ request, cause }: Origin = {},
	) {
		super(message, cause === undefined ? {} : { cause });
		this.name = new.target.name;
		this.request = request;
	}

	/** What the item would have been; n8n shows it beside the error. */
	get data(): unknown {
		return undefined;
	}
}

/** The words of an error as a report keeps them. */
export const wordsOf = ({ message, advice }: Trouble): Words => ({ message, advice });
