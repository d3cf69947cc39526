import { mapBounded } from '../../cipp/bounded';
import type { Send } from '../../cipp/request';
import type { Tenant } from '../../cipp/tenants';
import { readAccount } from '../../cipp/users';
import { readGraph } from '../person/graph-bulk';
import { isRead, readPart } from '../person/part';
import { readable } from '../person/state-reader';
import type { OffboardingOptions } from './order';
import { peopleNamedIn, type NamedPerson } from './people';

/** Someone whom an order names, as the tenant knows them. */
export interface FoundPerson extends NamedPerson {
	/** Object ID; null for a group, an alias, nobody, or where nobody could look. */
	id: string | null;
	/** What could not be read is not called missing. */
	isMissing: boolean;
}

/** Looks up everyone whom an order names beside those who leave. Only reads. */
export async function findNamed(
	options: OffboardingOptions,
	{ defaultDomainName: domain }: Tenant,
	send: Send,
): Promise<FoundPerson[]> {
	return await mapBounded(peopleNamedIn(options), 3, async (person) => {
		const { step, value } = person;
		const account = await readPart(readable('ListGraphRequest', readAccount(send, domain, value)));
		if (account !== null)
			return { ...person, id: isRead(account) ? String(account.id) : null, isMissing: false };
		const isThere = step.field.takesRecipients === true && (await isRecipient(value, domain, send));
		return { ...person, id: null, isMissing: !isThere };
	});
}

/** Mail may also be forwarded to an alias, a group or a team. */
async function isRecipient(address: string, domain: string, send: Send): Promise<boolean> {
	const quoted = encodeURIComponent(`smtp:${address}`.replace(/'/g, "''"));
	const filter = `$filter=proxyAddresses/any(address:address eq '${quoted}')&$select=id`;
	const answers = await readPart(
		readGraph(send, domain, { users: `users?${filter}`, groups: `groups?${filter}` }),
	);
	if (!isRead(answers)) return true;
	const found = await readPart(
		Promise.resolve().then(() => [...answers.many('users'), ...answers.many('groups')]),
	);
	return !isRead(found) || found.length > 0;
}

export const domainOf = (address: string): string => address.toLowerCase().split('@').at(-1) ?? '';

/** Whether nobody can have meant it: a person who is not there, or an address of the tenant's own without anyone behind. */
export const isSurelyWrong = ({ step, value, isMissing }: FoundPerson, user: string): boolean =>
	isMissing && (!step.field.takesRecipients || domainOf(value) === domainOf(user));
