import { asText } from './free-text';

/** A reference that CIPP keeps as it is: otherwise the task could not be found by it any more. */
export const referenceText = (reference: string): string => asText(reference, 'ref ');
