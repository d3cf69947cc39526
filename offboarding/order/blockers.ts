import { InvalidOrder } from '../invalid-order';
import type { Account } from '../person/account';
import type { StepName } from '../steps';
import { isSurelyWrong, type FoundPerson } from './named-people';
import { deletionIn, type OffboardingOptions } from './order';

/** Why an order cannot work for this person, or does harm. Plan, Offboard and Start tell it alike. */
export interface Blocker {
	code:
		| 'guest'
		| 'convertWithDelete'
		| 'deleteReturns'
		| 'sameDelegate'
		| 'delegateNotFound'
		| 'forwardTargetNotFound';
	step?: StepName;
	message: string;
	cure: string;
}

type Person = Pick<Account, 'userPrincipalName' | 'isSynced'>;

/** What stands in the way, as far as the account and the people who are named tell. */
export function blockersOf(
	account: Person,
	options: OffboardingOptions,
	named: FoundPerson[],
): Blocker[] {
	return [
		...guest(account),
		...sharedAndDeleted(options),
		...deletedAndBack(account, options),
		...twice(named),
		...notThere(account, named),
	];
}

/** @throws {InvalidOrder} for the first blocker */
export function refuseBlocked(blockers: Blocker[]): void {
	const [first] = blockers;
	if (!first) return;
	const advice = mayBeMeant(first)
		? `${first.cure} If it is meant so: Plan, then Start Plan with Despite Blockers.`
		: first.cure;
	throw new InvalidOrder(first.step ?? 'user', first.message, advice);
}

/** What may be meant so after all. */
const mayBeMeant = ({ code }: Blocker): boolean =>
	code === 'convertWithDelete' || code === 'deleteReturns';

/** What CIPP would do all the same. */
export const canBeForced = ({ code }: Blocker): boolean => code !== 'guest';

/** CIPP puts the name into an address as it is, and # ends it. */
function guest({ userPrincipalName }: Person): Blocker[] {
	if (!userPrincipalName.includes('#')) return [];
	return [
		{
			code: 'guest',
			message: `${userPrincipalName} is a guest, and CIPP's offboarding cannot find guests: every step would fail`,
			cure: 'Block sign-in of the guest, or delete the guest, with the operations for users.',
		},
	];
}

function sharedAndDeleted(options: OffboardingOptions): Blocker[] {
	const deletion = deletionIn(options);
	if (!options.ConvertToShared || !deletion) return [];
	return [
		{
			code: 'convertWithDelete',
			step: deletion.name,
			message: 'A shared mailbox goes with its account: deleting the user deletes it',
			cure: 'Keep only one of Convert to Shared and Delete User.',
		},
	];
}

function deletedAndBack({ isSynced }: Person, options: OffboardingOptions): Blocker[] {
	const deletion = deletionIn(options);
	if (!isSynced || !deletion || !options.ClearImmutableId) return [];
	return [
		{
			code: 'deleteReturns',
			step: 'ClearImmutableId',
			message:
				'CIPP restores a deleted synced account in order to clear its immutable ID: a day later the account is back',
			cure: 'Keep only one of Delete User and Clear Immutable ID.',
		},
	];
}

/** CIPP would grant twice, and the last grant wins. */
function twice(named: FoundPerson[]): Blocker[] {
	const namesOf = (step: StepName): FoundPerson[] => named.filter((one) => one.step.name === step);
	const other = namesOf('AccessNoAutomap');
	const both = namesOf('AccessAutomap').find(({ id, value }) =>
		other.some(
			(one) => (id !== null && one.id === id) || one.value.toLowerCase() === value.toLowerCase(),
		),
	);
	if (!both) return [];
	return [
		{
			code: 'sameDelegate',
			step: 'AccessNoAutomap',
			message: `"${both.value}" is to get access with and without automapping`,
			cure: 'Name each person in one of the two.',
		},
	];
}

function notThere({ userPrincipalName }: Person, named: FoundPerson[]): Blocker[] {
	return named
		.filter((person) => isSurelyWrong(person, userPrincipalName))
		.map(({ step, value }) => ({
			code: step.field.takesRecipients ? 'forwardTargetNotFound' : 'delegateNotFound',
			step: step.name,
			message: `There is no "${value}" in this tenant`,
			cure: step.field.takesRecipients ? 'Correct the address.' : 'Correct the name.',
		}));
}
