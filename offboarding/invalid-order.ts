import { Trouble } from '../cipp/trouble';

/** An order that must not be sent, with the field at fault and the way to put it right. */
export class InvalidOrder extends Trouble {
	constructor(
		/** Name of the field at fault as CIPP calls it, e.g. `forward`. */
		readonly field: string,
		message: string,
		advice: string,
	) {
		super(message, advice);
	}
}
