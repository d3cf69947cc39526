import { attempt } from '../../cipp/attempt';
import type { Send } from '../../cipp/request';
import type { Row } from '../../cipp/rows';
import type { Tenant } from '../../cipp/tenants';
import { readGraph } from '../person/graph-bulk';
import type { Person } from '../person/snapshot-shape';
import { CannotRead, StateReader } from '../person/state-reader';

/**
 * One person at one moment, past CIPP's caches. Nothing is asked for twice, so every look at something
 * that may have changed needs a new one. All readings reject with `CannotRead`.
 */
export class Here {
	/** Lists of Exchange, of Teams, and any other list of CIPP. */
	readonly state: StateReader;
	private readonly graphAsked = new Map<string, ReturnType<typeof readGraph>>();

	constructor(
		private readonly send: Send,
		private readonly tenant: Tenant,
		readonly person: Person,
	) {
		this.state = new StateReader(send, {
			tenant,
			account: { ...person, isSynced: false, sessionsValidFrom: null, passwordChanged: null },
		});
	}

	/** Null when there is no such account. */
	async account(): Promise<Row | null> {
		return await this.state.account();
	}

	/** @param path of Graph below the person, without version, e.g. `manager?$select=id` */
	async one(path: string): Promise<Row> {
		return (await this.graph(path)).one('it');
	}

	/** Null where Microsoft says that there is none. */
	async oneOrNone(path: string): Promise<Row | null> {
		const { value, error } = await attempt(this.one(path));
		if (!error) return value;
		if (error instanceof CannotRead && error.reason === 'notThere') return null;
		throw error;
	}

	/** All pages of a list. */
	async many(path: string): Promise<Row[]> {
		return (await this.graph(path)).many('it');
	}

	private async graph(below: string): ReturnType<typeof readGraph> {
		const path = `users/${this.person.id}${/^[?]/.test(below) ? '' : '/'}${below}`;
		const asking =
			this.graphAsked.get(path) ??
			readGraph(this.send, this.tenant.defaultDomainName, { it: path });
		this.graphAsked.set(path, asking);
		return await asking;
	}
}
