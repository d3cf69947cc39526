import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { attempt } from '../../cipp/attempt';
import {
	lookAfter,
	lookBefore,
	readEach,
	seenFor,
	type Done,
	type Eyes,
} from '../../cipp/looks/look';
import type { Proof, Seen, Verdict } from '../../cipp/looks/proof';
import { nameOf, readOne } from '../../cipp/looks/read';
import { jointPlan, wouldChange } from '../../cipp/looks/would-change';
import type { CippRequest } from '../../cipp/request';
import { withoutSecrets } from '../../cipp/secrets';
import { aboutOf, type About } from '../answers/about';
import type { TenantChoice } from '../parameters';
import { usual, type Look, type Operation } from '../../operations/vocabulary';
import { switchIn } from '../reading/numbers';
import type { Run } from '../run';
import { asksForPlan } from './asks-for-plan';
import { allTenants, type Source } from './filled';
import { needsBefore, proofsOf } from './proofs';
import { joint, unlooked, withVerdict } from './verdicts';

/** What an item asks for, worked out once. */
export interface Order {
	request: CippRequest;
	tenant: TenantChoice;
}

/** A change that was made, as CIPP says. */
interface Made {
	index: number;
	items: INodeExecutionData[];
	sentAt: number;
}

/** Looks whether the changes of a batch are really made: before all of them, and after all of them. */
export class Looks {
	private before = new Map<string, Seen>();
	private made: Made[] = [];
	private readonly orders = new Map<number, Order>();

	constructor(
		private readonly run: Run,
		private readonly orderOf: (index: number) => Promise<Order>,
	) {}

	/** Reads what has to be known before the changes of a batch. What is wrong with an item shows when it runs. */
	async begin(batch: number[]): Promise<void> {
		this.made = [];
		this.before = new Map();
		const looks = looksOf(this.run.operation);
		if (!looks.some(needsBefore)) return;
		const proofs: Proof[] = [];
		for (const index of batch.filter((one) => this.isWanted(one) && !this.isPlan(one))) {
			const { value: order } = await attempt(this.order(index));
			if (order) proofs.push(...(await this.proofs(order, {})));
		}
		this.before = await lookBefore(proofs, this.eyes());
	}

	/** Remembers what CIPP says is done. */
	note(index: number, items: INodeExecutionData[], sentAt: number): void {
		if (this.isWanted(index)) this.made.push({ index, items, sentAt });
	}

	/**
	 * Looks at all that was made since the batch began.
	 *
	 * @returns for each item that was looked at, how to give it out: it throws where the change is not there
	 */
	async end(): Promise<Map<number, () => INodeExecutionData[]>> {
		const looked = new Map<number, () => INodeExecutionData[]>();
		const made = [...this.made].sort((one, other) => one.index - other.index);
		const { value, error } = await attempt(this.verdictsOf(made));
		// What is done is done, also where looking at it fails in a way that nobody foresaw.
		const verdicts = value ?? made.map(() => unlooked(`the look failed: ${error.message}`));
		const at = this.run.clock.now();
		const { action } = this.run.operation;
		for (const [place, { index, items }] of made.entries()) {
			const verdict = withoutSecrets(verdicts[place], await this.secretsOf(index));
			looked.set(index, () => items.map((item) => withVerdict(item, action, verdict, at)));
		}
		return looked;
	}

	private async verdictsOf(made: Made[]): Promise<Verdict[]> {
		const each = await Promise.all(made.map(async (one) => await this.doneOf(one)));
		countOrdinals(each.flat());
		const later = overtaken(each);
		const verdicts = await lookAfter(each.flat(), this.eyes());
		let start = 0;
		return each.map(({ length }, place) => {
			const mine = verdicts.slice(start, (start += length));
			if (later.has(place)) return unlooked('a later item of this run changes the same again');
			return mine.length > 0 ? joint(mine) : unlooked(this.reasonFor(made[place]));
		});
	}

	private async doneOf({ index, items, sentAt }: Made): Promise<Done[]> {
		const [first] = items;
		const isQueued = first?.json.status === 'queued';
		const order = await this.order(index);
		const proofs = await this.proofs(order, first?.json ?? {});
		return proofs
			.filter(({ ofOrder }) => ofOrder === isQueued)
			.map((proof) => ({
				proof,
				moment: {
					sentAt,
					ordinal: 1,
					...(proof.before ? { befores: this.before } : {}),
				},
			}));
	}

	private async proofs(order: Order, answer: Record<string, unknown>): Promise<Proof[]> {
		const { operation, siblings } = this.run;
		const proofs = sourcesOf(operation, order, answer).map(
			async (source) =>
				await proofsOf(
					looksOf(operation),
					source,
					siblings,
					async (reading) => await readOne(reading, this.eyes()),
				),
		);
		return (await Promise.all(proofs)).flat();
	}

	/** Whether an item only asks what would change. */
	isPlan(index: number): boolean {
		return asksForPlan(this.run.context, index);
	}

	/** What would change, as far as what is there now tells it. */
	async plan(index: number, { tenant, subject, secrets }: About): Promise<INodeExecutionData[]> {
		const proofs = await this.proofs(await this.order(index), {});
		const { seen, found } = await readEach(proofs, this.eyes());
		const now = this.run.clock.now().getTime();
		const told = found.map((proof) => wouldChange(proof, seenFor(seen, proof.reading), now));
		const plan = withoutSecrets(jointPlan(told), secrets);
		const json = { ...plan, tenant, subject } as unknown as IDataObject;
		return [{ json, pairedItem: { item: index } }];
	}

	/** The request of an item and its tenants. */
	async order(index: number): Promise<Order> {
		const known = this.orders.get(index) ?? (await this.orderOf(index));
		this.orders.set(index, known);
		return known;
	}

	/** What was filled in and nobody may read where a look tells what it expected. */
	private async secretsOf(index: number): Promise<string[]> {
		const { request, tenant } = await this.order(index);
		return aboutOf(this.run.operation, tenant, request).secrets;
	}

	private reasonFor({ items }: Made): string {
		return items[0]?.json.status === 'queued'
			? 'CIPP has taken the order, and it is not done yet'
			: 'nothing of what was asked for can be read back';
	}

	private isWanted(index: number): boolean {
		const { context } = this.run;
		return switchIn(context, 'lookAfterwards', 'Look Afterwards', index, usual.lookAfterwards);
	}

	private eyes(): Eyes {
		const { send, clock, requestOptions } = this.run;
		return { send, clock, atOnce: requestOptions.atOnce };
	}
}

export const looksOf = ({ look }: Pick<Operation, 'look'>): Look[] => (look ? [look].flat() : []);

/** One for each tenant: what is asked for several at once is looked at in each. */
function sourcesOf(
	operation: Operation,
	{ request, tenant }: Order,
	answer: Record<string, unknown>,
): Source[] {
	const { subject } = aboutOf(operation, tenant, request);
	const source = { request, subject, answer };
	if (tenant === null) return [{ ...source, tenant: null }];
	if (tenant === 'all') return [{ ...source, tenant: allTenants }];
	return [tenant].flat().map(({ defaultDomainName: domain, customerId: id }) => ({
		...source,
		tenant: { domain, id },
	}));
}

/** Where several items each make one more of a name, the first has to make the first. */
function countOrdinals(changes: Done[]): void {
	const counts = new Map<string, number>();
	for (const { proof, moment } of changes) {
		if (proof.must !== 'be one more') continue;
		const key = JSON.stringify([proof.read, proof.wheres, proof.columns]);
		moment.ordinal = (counts.get(key) ?? 0) + 1;
		counts.set(key, moment.ordinal);
	}
}

/** Places of those whose values a later one has set otherwise: what is there now tells nothing of them. */
function overtaken(each: Done[][]): Set<number> {
	const places = new Set<number>();
	const known = new Map<string, string>();
	for (let place = each.length - 1; place >= 0; place -= 1) {
		for (const { proof } of each[place]) {
			const key = JSON.stringify([nameOf(proof.reading), proof.wheres, Object.keys(proof.columns)]);
			const value = JSON.stringify([proof.must, valuesOf(proof)]);
			if ((known.get(key) ?? value) !== value) places.add(place);
			else known.set(key, value);
		}
	}
	return places;
}

/** Lists hold what several have put there. */
const valuesOf = ({ columns }: Proof): unknown[] =>
	Object.values(columns).filter((one) => 'is' in one || 'only' in one);
