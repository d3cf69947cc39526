import { secretsInWords, withoutSecretWords } from '../cipp/secrets';

/** What stands in place of a secret. */
export { hidden } from '../cipp/secrets';

/** CIPP writes new passwords into its sentences, in several forms: takes them out. */
export const withoutPassword = withoutSecretWords;

/** The new password in CIPP's sentence about the reset, or the link to it where CIPP shares links. */
export const passwordIn = (sentence: string): string | null => secretsInWords(sentence)[0] ?? null;
