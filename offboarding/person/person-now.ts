import { attempt } from '../../cipp/attempt';
import type { Account } from './account';
import type { StateReader } from './state-reader';

/** Who an account is at a look, held to whom the order was for. Plain JSON. */
export interface PersonNow {
	/** Null where the account could not be read. */
	exists: boolean | null;
	/** As it is called now; null where it is gone or could not be read. */
	userPrincipalName: string | null;
	maySignIn: boolean | null;
	/** Somebody else who bears the name of the order by now. */
	nameTakenBy?: { id: string; displayName: string };
}

/** Reads who an account is now, and where its name has gone, who bears that. */
export async function readPerson(account: Account, state: StateReader): Promise<PersonNow> {
	const { value: row, error } = await attempt(state.account());
	// Whatever went wrong must not lose what was already done for this person.
	if (error) return { exists: null, userPrincipalName: null, maySignIn: null };
	const person: PersonNow = {
		exists: row !== null,
		userPrincipalName: row ? String(row.userPrincipalName) : null,
		maySignIn: row ? row.accountEnabled !== false : false,
	};
	if (!isAnother(person, account)) return person;
	const { value: other } = await attempt(state.otherAccount(account.userPrincipalName));
	if (!other || other.id === account.id) return person;
	const nameTakenBy = { id: String(other.id), displayName: String(other.displayName) };
	return { ...person, nameTakenBy };
}

/** Whether the account is gone or bears another name than in the order. */
export function isAnother(
	{ exists, userPrincipalName }: PersonNow,
	{ userPrincipalName: ordered }: Account,
): boolean {
	if (exists === null) return false;
	return !exists || userPrincipalName?.toLowerCase() !== ordered.toLowerCase();
}

/** What has become of an account that is gone or renamed, in a sentence. */
export function whatBecame(
	{ exists, userPrincipalName, nameTakenBy }: PersonNow,
	{ userPrincipalName: ordered, id }: Account,
): string {
	const became = exists
		? `${ordered} has been renamed to ${String(userPrincipalName)}`
		: `The account of ${ordered} (${id}) no longer exists`;
	return nameTakenBy
		? `${became}, and ${ordered} is now the name of somebody else: ${nameTakenBy.displayName} (${nameTakenBy.id})`
		: became;
}
