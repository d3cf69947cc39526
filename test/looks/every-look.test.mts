import { describe, expect, it } from 'vitest';
import { lookAfter } from '../../cipp/looks/look';
import type { Proof, Reading, Seen } from '../../cipp/looks/proof';
import { nameOf } from '../../cipp/looks/read';
import type { CippAnswer, CippRequest, Send } from '../../cipp/request';
import type { Row } from '../../cipp/rows';
import { aboutOf } from '../../n8n/answers/about';
import type { ItemParameters } from '../../n8n/context';
import { looksOf } from '../../n8n/looks/looks';
import { proofsOf } from '../../n8n/looks/proofs';
import { requestFor } from '../../n8n/parameters';
import type { Look, Operation } from '../../operations/vocabulary';
import { declared } from '../contract/declared.mts';
import { factsOf } from '../contract/facts.mts';
import { sampleParameters } from '../contract/sample.mts';
import { rowsBefore, rowsDone } from './made.mts';

const looking = declared.filter(({ operation }) => looksOf(operation).length > 0);
const now = new Date('2030-03-03T09:00:00Z');
const tenant = {
	customerId: '1c2d3e4f-0000-4000-8000-000000000001',
	defaultDomainName: 'contoso.example',
	initialDomainName: 'contoso.onmicrosoft.example',
	displayName: 'Contoso',
};

type Declared = (typeof looking)[number];

/** What the looks of an operation read, with every field filled in. */
async function proofsFor({ resource, operation }: Declared): Promise<Proof[]> {
	const sample = sampleParameters(operation, 'all') as Record<string, unknown>;
	const parameters: ItemParameters = {
		getNodeParameter: (name, _index, fallback) => sample[name] ?? fallback ?? '',
		getTimezone: () => 'UTC',
		getNode: () => ({ parameters: sample }) as never,
	};
	const choice = operation.tenant ? tenant : null;
	const request = requestFor(parameters, operation, choice, 0, {
		find: () => tenant,
		mayNameAll: true,
	});
	const { subject } = aboutOf(operation, choice, request);
	const at = choice ? { domain: tenant.defaultDomainName, id: tenant.customerId } : null;
	const source = { request, subject, tenant: at, answer: answerOf(operation) };
	// What depends on another choice than the example's is played as if that were made.
	return await proofsOf(
		looksOf(operation).map(withoutConditions),
		source,
		resource.operations,
		async () => ({ rows: [{ displayName: 'Adele Vance' }] }),
	);
}

const withoutConditions = ({ when: _, ...look }: Look): Look => look;

function answerOf({ answer }: Operation): Row {
	const kept = 'keeps' in answer ? Object.keys(answer.keeps ?? {}) : [];
	return { ...Object.fromEntries(kept.map((name) => [name, `the ${name}`])), id: 'the id' };
}

/** A CIPP that gives these rows, in the shape in which the list comes. */
const cippWith =
	(proof: Proof, operations: Declared['resource']['operations'], rows: Row[]): Send =>
	async (request) => {
		if (nameAsSent(proof.reading) !== nameOfRequest(request)) return answer(403, 'not asked for');
		return rows.length > 0 ? answer(200, shaped(request, rows, operations)) : nothing(request);
	};

const nothing = ({ endpoint }: CippRequest): CippAnswer =>
	endpoint === 'ListExoRequest'
		? answer(200, { Results: [{ Error: "Ex|The object 'x' couldn't be found on 'y'." }] })
		: answer(400, "Graph Error: Resource 'x' does not exist");

function shaped(
	{ endpoint }: CippRequest,
	rows: Row[],
	operations: Declared['resource']['operations'],
): unknown {
	if (endpoint === 'ListGraphRequest' || endpoint === 'ListExoRequest') return { Results: rows };
	const reader = Object.values(operations).find(
		(one) => one.endpoint === endpoint && (one.answer.kind === 'rows' || one.answer.kind === 'row'),
	);
	const expected = reader?.answer;
	if (expected?.kind === 'rows' && expected.under) return { [expected.under]: rows };
	return rows;
}

const answer = (status: number, body: unknown): CippAnswer => ({ status, headers: {}, body });

const nameOfRequest = ({ method, endpoint, query, body }: CippRequest): string =>
	JSON.stringify([method, endpoint, query ?? {}, body ?? {}]);

function nameAsSent(reading: Reading): string {
	if ('unseen' in reading) return reading.unseen;
	if ('request' in reading) return nameOfRequest(reading.request);
	const { graph: Endpoint, tenant: tenantFilter, query } = reading;
	return nameOfRequest({
		method: 'GET',
		endpoint: 'ListGraphRequest',
		query: { tenantFilter, Endpoint, ...query, SkipCache: 'true' },
	});
}

function seenBefore(proof: Proof): Seen {
	const rows = rowsBefore(proof);
	return rows.length > 0 ? { rows } : { isGone: true };
}

async function verdicts(proofs: Proof[], send: Send) {
	const changes = proofs.map((proof) => ({
		proof,
		moment: {
			sentAt: now.getTime(),
			ordinal: 1,
			befores: new Map([[nameOf(proof.reading), seenBefore(proof)]]),
		},
	}));
	const clock = { now: () => now, sleep: async () => undefined };
	return (await lookAfter(changes, { send, clock, atOnce: 4 })).map(({ verified }) => verified);
}

describe.each(looking)('$title', (entry) => {
	const { operation, resource } = entry;

	it('looks at something, with one read, and CIPP says that it is one', async () => {
		const proofs = await proofsFor(entry);
		expect(proofs.length).toBeGreaterThanOrEqual(least(operation));
		for (const { at } of looksOf(operation)) {
			const reader = 'operation' in at ? resource.operations[at.operation] : undefined;
			if ('operation' in at) expect(reader, at.operation).toBeDefined();
			if (reader) expect(reader.effect).toBe('read');
			if ('endpoint' in at) expect(factsOf(at.endpoint)).toMatchObject({ role: at.role });
		}
		expect(operation.effect).not.toBe('read');
	});

	it('is verified where it was done', async () => {
		const proofs = await proofsFor(entry);
		for (const proof of proofs.filter(isSeen)) {
			const send = cippWith(proof, resource.operations, rowsDone(proof, now));
			expect(await verdicts([proof], send), proof.read).toEqual([true]);
		}
	});

	it('is not where it was swallowed', async () => {
		for (const proof of (await proofsFor(entry)).filter(isSeen)) {
			const send = cippWith(proof, resource.operations, rowsBefore(proof));
			const expected = proof.endsOpen || isDated(proof) ? [null, false] : [false];
			expect(expected, proof.read).toContain((await verdicts([proof], send))[0]);
		}
	});

	it('is open where it is refused, also with status 200', async () => {
		for (const proof of (await proofsFor(entry)).filter(isSeen)) {
			expect(await verdicts([proof], async () => answer(403, 'Insufficient privileges'))).toEqual([
				null,
			]);
			const asRow = { Results: [{ Error: 'Ex6F9304|Access is denied.' }] };
			expect(await verdicts([proof], async () => answer(200, asRow))).toEqual([null]);
		}
	});
});

/** What is worked out from what was sent may find nothing in the example's. */
const least = (operation: Operation): number =>
	looksOf(operation).filter(
		({ each, where = {}, columns = {} }) =>
			each === undefined && ![...Object.values(where), ...Object.values(columns)].some(isSent),
	).length;

const isSent = (wanted: unknown): boolean =>
	typeof wanted === 'object' && wanted !== null && 'sent' in wanted;

const isSeen = ({ reading }: Proof): boolean => !('unseen' in reading);

const isDated = ({ columns }: Proof): boolean =>
	Object.values(columns).some(
		(one) => 'moved' in one || 'begun' in one || 'changed' in one || 'softly' in one,
	);

it('every change looks, or says why it cannot', () => {
	const changes = declared.filter(
		({ operation: { effect, answer: how, never } }) =>
			effect !== 'read' && how.kind !== 'own' && !never,
	);
	const silent = changes.filter(
		({ operation }) => looksOf(operation).length === 0 && !operation.cannotLook,
	);
	const both = changes.filter(({ operation }) => operation.look && operation.cannotLook);
	expect(both.map(({ title }) => title)).toEqual([]);
	// Until every one has its word.
	expect(silent.length).toBeLessThan(1000);
});
