/** What stands in place of a secret. */
export const hidden = '[hidden]';

/** A password may hold blanks and full stops, so everything up to CIPP's next known words counts. */
const newPassword = /(\bnew password is:? )([\s\S]+?)(?=\. This user is directory synced|$)/i;

/** CIPP writes the new password of ResetPass into its sentences: takes it out. */
export function withoutPassword(sentence: string): string {
	return sentence.replace(newPassword, `$1${hidden}`);
}

/** The new password in CIPP's sentence about the reset, or the link to it where CIPP shares links. */
export function passwordIn(sentence: string): string | null {
	return sentence.match(newPassword)?.[2] ?? null;
}
