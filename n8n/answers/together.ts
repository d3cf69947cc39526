import { attempt } from '../../cipp/attempt';
import { isObject } from '../../cipp/body';
import type { CippAnswer, CippRequest } from '../../cipp/request';
import type { Row } from '../../cipp/rows';
import type { Together } from '../../operations/vocabulary';
import { askedBy } from '../parameters';
import type { Run } from '../run';

/** Graph refuses a filter with more values. */
const mostNames = 15;

/**
 * What can be named in a filter. CIPP puts it into Graph's address as it is, where & # + and % mean
 * something else, and one odd value fails the filter for all. No user principal name is longer than this.
 */
const fitsFilter = /^[\w.'!^~@-]{1,113}$/;

const isObjectId = (name: string): boolean =>
	/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(name);

/** n8n evaluates all parameters of an item in one go; after so many, others of the process have a turn. */
const itemsInOneGo = 100;

/** What one item asks for. */
interface Wish {
	name: string;
	/** Without the name. */
	request: CippRequest;
}

/** Items that share a request. */
interface Group {
	indexes: number[];
	/** As typed first, by what they are in lower case. */
	names: Map<string, string>;
	request: CippRequest;
	/** Once the first of them has asked. */
	answer?: Promise<CippAnswer>;
}

/**
 * Reads with one request what several items of a tenant ask for, where the operation can (`together` in
 * its declaration) and the items want it.
 *
 * Nothing counts but the one row that surely is an item's own. With anything else the item asks by itself,
 * so that it gets what CIPP says to one who asks alone.
 */
export class ReadsTogether {
	/** Of items whose turn has not come yet. */
	private readonly shared = new Map<number, { name: string; group: Group }>();
	private readonly wrong = new Map<number, Error>();

	constructor(
		private readonly run: Run,
		private readonly requestOf: (index: number) => Promise<CippRequest>,
	) {}

	/** The items of a batch: those that share a request in one group, all others alone. */
	async grouped(batch: number[]): Promise<number[][]> {
		const { together } = this.run.operation;
		if (!together) return batch.map((index) => [index]);
		const open = new Map<string, Group>();
		const groups: number[][] = [];
		for (const [place, index] of batch.entries()) {
			if (place > 0 && place % itemsInOneGo === 0) await this.run.clock.sleep(0);
			const { value: wish, error } = await attempt(this.wishOf(index, together));
			if (error) this.wrong.set(index, error);
			if (!wish) {
				groups.push([index]);
				continue;
			}
			const key = JSON.stringify(wish.request.query);
			const group = roomFor(wish, open.get(key));
			open.set(key, group);
			if (group.indexes.length === 0) groups.push(group.indexes);
			join(group, index, wish.name);
			this.shared.set(index, { name: wish.name, group });
		}
		return groups;
	}

	/**
	 * What the request that an item shares says about it; undefined when the item has to ask by itself.
	 * A failure that would meet every one of the group is the answer for each.
	 *
	 * @throws what is wrong with the item, or with the way to CIPP
	 */
	async answerFor(index: number): Promise<CippAnswer | undefined> {
		const error = this.wrong.get(index);
		if (error) throw error;
		const mine = this.shared.get(index);
		const { operation, reads } = this.run;
		this.shared.delete(index);
		if (!mine || !operation.together || mine.group.names.size === 1) return undefined;
		const { group, name } = mine;
		group.answer ??= reads.answerTo(joint(group, operation.together), operation.effect);
		return partOf(await group.answer, name, operation.together);
	}

	/** Undefined when an item does not want to share, or cannot. */
	private async wishOf(index: number, together: Together): Promise<Wish | undefined> {
		const { context, operation } = this.run;
		if (askedBy(context, operation, index)[together.asked] !== true) return undefined;
		const request = await this.requestOf(index);
		const { [together.named]: name = '', ...query } = request.query ?? {};
		const asksForMore = Object.keys(query).some((wire) => wire !== operation.tenant?.wire);
		if (asksForMore || !fitsFilter.test(name)) return undefined;
		return { name, request: { ...request, query } };
	}
}

function roomFor({ name, request }: Wish, group: Group | undefined): Group {
	const isFull = group?.names.size === mostNames && !group.names.has(name.toLowerCase());
	return group && !isFull ? group : { indexes: [], names: new Map(), request };
}

function join({ indexes, names }: Group, index: number, name: string): void {
	indexes.push(index);
	const key = name.toLowerCase();
	if (!names.has(key)) names.set(key, name);
}

function joint({ names, request }: Group, { filter, columns }: Together): CippRequest {
	const all = [...names.values()];
	const parts = [
		oneOf(columns.id, all.filter(isObjectId)),
		oneOf(
			columns.name,
			all.filter((name) => !isObjectId(name)),
		),
	];
	return { ...request, query: { ...request.query, [filter]: parts.filter(Boolean).join(' or ') } };
}

function oneOf(column: string, names: string[]): string {
	const values = names.map((name) => `'${name.replace(/'/g, "''")}'`);
	return values.length === 0 ? '' : `${column} in (${values.join(',')})`;
}

/** Each item gets a copy, because whoever gets an item may change it. */
function partOf(answer: CippAnswer, name: string, { columns }: Together): CippAnswer | undefined {
	// One odd value among many fails the filter with these two.
	if (answer.status === 400 || answer.status === 500) return undefined;
	if (answer.status >= 300) return structuredClone(answer);
	const rows = [answer.body].flat().filter(isObject);
	const found = rows.filter((row) => isNamed(row, name, columns));
	return found.length === 1 ? { ...answer, body: structuredClone(found) } : undefined;
}

function isNamed(row: Row, name: string, { id, name: other }: Together['columns']): boolean {
	return [row[id], row[other]].some(
		(value) => typeof value === 'string' && value.toLowerCase() === name.toLowerCase(),
	);
}
