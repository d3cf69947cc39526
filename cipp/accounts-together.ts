import { isObject } from './body';
import { graphBatch } from './graph-batch';
import type { CippAnswer, Clock, Send } from './request';
import type { Row } from './rows';
import { accountPath, isAccountAt } from './users';

/** Microsoft takes so many readings in one batch. */
const mostTogether = 20;

/** Accounts of one tenant that were asked for at the same moment. */
interface Gathering {
	paths: Set<string>;
	answers: Promise<Answers>;
}

interface Answers {
	rows: Map<string, Row>;
	/** CIPP has too much to do: asking for each by itself would only add to it. */
	refusal?: CippAnswer;
}

const nothingKnown: Answers = { rows: new Map() };

/**
 * Wraps `send`: accounts that are asked for at the same moment in one tenant are read in one call.
 *
 * Only what that call clearly answers is taken from it. Whoever is missing or refused in it is asked for
 * alone, and so is everyone where CIPP does not allow or cannot do the call as a whole.
 */
export function accountsTogether(send: Send, clock: Clock): Send {
	const gatherings = new Map<string, Gathering>();
	let isAllowed = true;

	const gather = (tenant: string): Gathering => {
		const paths = new Set<string>();
		const read = async (): Promise<Answers> => {
			await clock.sleep(0);
			if (gatherings.get(tenant)?.paths === paths) gatherings.delete(tenant);
			if (paths.size < 2 || !isAllowed) return nothingKnown;
			const asked = [...paths];
			const answer = await send(graphBatch(tenant, Object.fromEntries(asked.entries())));
			if (answer.status === 403) isAllowed = false;
			return answersIn(answer, asked);
		};
		return { paths, answers: read() };
	};

	return async (request) => {
		const path = accountPath(request);
		if (path === undefined) return await send(request);
		const tenant = request.query?.tenantFilter ?? '';
		const known = gatherings.get(tenant);
		const gathering = known && known.paths.size < mostTogether ? known : gather(tenant);
		gatherings.set(tenant, gathering);
		gathering.paths.add(path);
		const { rows, refusal } = await gathering.answers;
		const row = rows.get(path);
		if (row) return { status: 200, headers: {}, body: { Results: [marked(row, tenant)] } };
		return refusal ?? (await send(request));
	};
}

/** The two columns that CIPP adds to the rows of one tenant, and not to the answers of a batch. */
function marked(row: Row, Tenant: string): Row {
	return { ...row, Tenant, CippStatus: 'Good' };
}

function answersIn(answer: CippAnswer, paths: string[]): Answers {
	if (answer.status === 429 || answer.status === 503) return { rows: new Map(), refusal: answer };
	if (answer.status >= 300 || !Array.isArray(answer.body)) return nothingKnown;
	const rows = new Map<string, Row>();
	for (const { id, status, body } of answer.body.filter(isObject)) {
		const path = paths[Number(id)];
		if (path && status === 200 && isObject(body) && isAccountAt(path, body)) rows.set(path, body);
	}
	return { rows };
}
