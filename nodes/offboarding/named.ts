import { InvalidInput } from '../../n8n/errors';
import { InvalidOrder } from '../../offboarding/invalid-order';
import type { Run } from '../../n8n/run';

/** Speaks of fields by the names they have in the editor. */
export function named(run: Run, error: unknown): unknown {
	if (!(error instanceof InvalidOrder)) return error;
	const { fields, asks = [] } = run.operation;
	const field = [...fields, ...asks].find(
		({ wire, form }) => wire === error.field && form !== 'label',
	);
	const prefix = field ? `"${field.label}": ` : '';
	return new InvalidInput(`${prefix}${error.message}`, error.advice, { cause: error });
}
