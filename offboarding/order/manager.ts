import { attempt } from '../../cipp/attempt';
import type { Send } from '../../cipp/request';
import type { Tenant } from '../../cipp/tenants';
import { pathSegment } from '../../cipp/users';
import { readGraph } from '../person/graph-bulk';
import type { LabelValue, OffboardingOptions } from './order';
import { CannotRead } from '../person/state-reader';
import type { Account } from '../person/account';
import { InvalidOrder } from '../invalid-order';

/** What the manager of a leaver can be given. */
export type ManagerShare = 'mailbox' | 'mail' | 'oneDrive';

/**
 * Adds the manager of a person to the options, as Entra names them. What someone has named stays.
 *
 * @throws {InvalidOrder} when the person has no manager, or the manager cannot sign in
 * @throws {CannotRead} when Microsoft cannot be asked
 */
export async function shareWithManager(
	options: OffboardingOptions,
	shares: ManagerShare[],
	account: Account,
	tenant: Tenant,
	send: Send,
): Promise<OffboardingOptions> {
	if (shares.length === 0) return options;
	const manager = await readManager(account, tenant, send);
	const more = (people: LabelValue[] = []): LabelValue[] =>
		people.some(({ value }) => value.toLowerCase() === manager.value.toLowerCase())
			? people
			: [...people, manager];
	return {
		...options,
		...(shares.includes('mailbox') ? { AccessAutomap: more(options.AccessAutomap) } : {}),
		...(shares.includes('mail') && !options.forward ? { forward: manager } : {}),
		...(shares.includes('oneDrive') ? { OnedriveAccess: more(options.OnedriveAccess) } : {}),
	};
}

async function readManager(
	{ id, userPrincipalName }: Account,
	tenant: Tenant,
	send: Send,
): Promise<LabelValue> {
	const path = `users/${pathSegment(id)}/manager?$select=id,userPrincipalName,displayName,accountEnabled`;
	const answers = await readGraph(send, tenant.defaultDomainName, { manager: path });
	const { value: row, error } = await attempt(Promise.resolve().then(() => answers.one('manager')));
	if (error && !(error instanceof CannotRead && error.reason === 'notThere')) throw error;
	if (error) {
		throw new InvalidOrder(
			'managerGets',
			`${userPrincipalName} has no manager in Entra`,
			'Set one there, or leave "Manager Gets" empty and name people instead.',
		);
	}
	if (row.accountEnabled === false) {
		throw new InvalidOrder(
			'managerGets',
			`The manager of ${userPrincipalName}, ${String(row.userPrincipalName)}, cannot sign in`,
			'Set another manager in Entra, or name people instead.',
		);
	}
	return { value: String(row.userPrincipalName), label: String(row.displayName) };
}
