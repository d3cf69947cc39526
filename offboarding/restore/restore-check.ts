import type { Send } from '../../cipp/request';
import { readAccount } from '../../cipp/users';
import { readGraph } from '../person/graph-bulk';
import { isRead, readPart } from '../person/part';
import type { RestoreCheck, RestorePlan } from './restore-shape';
import { readAutomaticReply, readMailbox } from '../person/snapshot-exchange';
import { readable, StateReader } from '../person/state-reader';
import { licensesOf } from '../person/account';

export interface CheckResult {
	/** Null when it cannot be read. */
	isSo: boolean | null;
	read: string;
	/** Reading was meant to work and failed: nobody has looked. */
	failed?: true;
}

/** Looks whether a fact is there now. Never rejects for what cannot be read. */
export async function checkFact(
	check: RestoreCheck,
	{ tenant, target }: Pick<RestorePlan, 'tenant' | 'target'>,
	send: Send,
): Promise<CheckResult> {
	const place = new Place(tenant, target, send);
	const result = await readPart(place.look(check));
	if (isRead(result)) return result;
	const { notRead, permission, absent } = result;
	return { isSo: null, read: notRead, ...(permission || absent ? {} : { failed: true }) };
}

/** One person at one moment: every look reads anew. */
class Place {
	constructor(
		private readonly tenant: RestorePlan['tenant'],
		private readonly target: RestorePlan['target'],
		private readonly send: Send,
	) {}

	async look(check: RestoreCheck): Promise<CheckResult> {
		switch (check.fact) {
			case 'exists': {
				const row = await this.account();
				return { isSo: row !== null, read: row ? 'the account exists' : 'there is no account' };
			}
			case 'signInAllowed': {
				const row = await this.account();
				return {
					isSo: row?.accountEnabled === true,
					read: `accountEnabled is ${String(row?.accountEnabled)}`,
				};
			}
			case 'attributes': {
				const names = Object.keys(check.values);
				const answers = await this.graph(`users/${this.target.id}?$select=${names.join(',')}`);
				const row = answers.one('it');
				const others = names.filter((name) => !sameValue(row[name], check.values[name]));
				return {
					isSo: others.length === 0,
					read: others.length === 0 ? 'they are as they were' : `different: ${others.join(', ')}`,
				};
			}
			case 'license': {
				const held = licensesOf((await this.account()) ?? {});
				const isSo = held.includes(check.skuId);
				return { isSo, read: isSo ? 'the licence is assigned' : 'the licence is not assigned' };
			}
			case 'member': {
				const answers = await this.graph(
					`users/${this.target.id}/memberOf/microsoft.graph.group?$select=id`,
				);
				const isSo = answers.many('it').some(({ id }) => id === check.groupId);
				return { isSo, read: isSo ? 'is a member' : 'is not a member' };
			}
			case 'owner': {
				const answers = await this.graph(`groups/${check.groupId}/owners?$select=id`);
				const isSo = answers.many('it').some(({ id }) => id === this.target.id);
				return { isSo, read: isSo ? 'is an owner' : 'is not an owner' };
			}
			case 'mailboxType': {
				const { type } = await readMailbox(this.state);
				return { isSo: type === check.type, read: `the mailbox is a ${type}` };
			}
			case 'visible': {
				const { isHidden } = await readMailbox(this.state);
				return { isSo: !isHidden, read: isHidden ? 'is hidden' : 'is in the address list' };
			}
			case 'forwarding': {
				const { forwarding } = await readMailbox(this.state);
				const isSo =
					check.to === null
						? forwarding === null
						: same(forwarding?.to, check.to) && forwarding?.keepsCopy === check.keepsCopy;
				return { isSo, read: `mail goes to ${forwarding?.to ?? 'nobody else'}` };
			}
			case 'automaticReply': {
				const { state } = await readAutomaticReply(this.state);
				return { isSo: same(state, check.state), read: `AutoReplyState is ${state}` };
			}
			case 'mailboxRights': {
				const held = await this.state.mailboxRightsHeldIn(check.mailbox);
				return rightsResult(held, check.rights);
			}
			case 'calendarRights': {
				const held = await this.state.calendarRightsHeldIn(check.calendar);
				return rightsResult(held, check.rights);
			}
			case 'manager': {
				const answers = await this.graph(`users/${this.target.id}/manager?$select=id`);
				const { id } = answers.one('it');
				return { isSo: id === check.id, read: `the manager is ${String(id)}` };
			}
			case 'perUserMfa': {
				const [row] = await this.state.rows('ListPerUserMFA', { userId: this.target.id });
				const state = String(row?.PerUserMFAState ?? '');
				return { isSo: same(state, check.state), read: `per-user MFA is ${state || 'unknown'}` };
			}
			case 'teamsNumber': {
				const rows = await this.state.teamsNumbers();
				const isSo = rows.some(({ TelephoneNumber }) => TelephoneNumber === check.number);
				return { isSo, read: isSo ? 'the number is assigned' : 'the number is not assigned' };
			}
		}
	}

	private get state(): StateReader {
		const { id, userPrincipalName, displayName } = this.target;
		return new StateReader(this.send, {
			tenant: { ...this.tenant, initialDomainName: '' },
			account: {
				id,
				userPrincipalName,
				displayName,
				isSynced: false,
				sessionsValidFrom: null,
				passwordChanged: null,
			},
		});
	}

	private async account() {
		return await readable(
			'ListGraphRequest',
			readAccount(this.send, this.tenant.defaultDomainName, this.target.id),
		);
	}

	private async graph(path: string) {
		return await readGraph(this.send, this.tenant.defaultDomainName, { it: path });
	}
}

/** Lists of numbers and addresses have no order of their own. */
export function sameValue(a: unknown, b: unknown): boolean {
	const text = (value: unknown): string =>
		JSON.stringify(Array.isArray(value) ? value.map(String).sort() : (value ?? ''));
	return text(a) === text(b);
}

/** Exchange lists rights as texts with commas or as lists. */
function rightsResult(held: string[], wanted: string[]): CheckResult {
	const names = held.flatMap((right) => right.split(',')).map((right) => right.trim());
	const isSo = wanted.every((right) => names.some((name) => same(name, right)));
	return { isSo, read: names.length > 0 ? `holds ${names.join(', ')}` : 'holds no rights' };
}

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();
