import { isObject } from '../../cipp/body';
import type { Tenant } from '../../cipp/tenants';
import { InvalidOrder } from '../invalid-order';
import { wrongWithOptions } from '../order/stored-options';
import {
	address,
	flag,
	listOf,
	moment,
	objectId,
	oneOf,
	optional,
	orNull,
	shapeWithMore,
	text,
	type Rule,
} from '../rules';
import { steps } from '../steps';
import type { Leaver } from './leaver';
import { deploymentOf } from './progress';

const said = listOf(text);

const accountRule = shapeWithMore({
	id: objectId,
	userPrincipalName: address,
	displayName: text,
	isSynced: flag,
	sessionsValidFrom: orNull(moment),
	passwordChanged: orNull(moment),
});

const resultRule = shapeWithMore({
	said,
	outcome: oneOf('succeeded', 'partial', 'failed', 'queued', 'unknown'),
	at: moment,
});

/** Only what has an endpoint of its own was done past CIPP's job. */
const directRule: Rule<unknown> = (value) => {
	if (!isObject(value)) return 'is no object';
	for (const [name, result] of Object.entries(value)) {
		if (!steps.some((step) => step.name === name && step.atOnce))
			return `holds "${name}", which nothing does at once`;
		const problem = resultRule(result);
		if (problem !== null) return `holds ${name}, whose ${problem}`;
	}
	return null;
};

const leaverRule = shapeWithMore({
	account: accountRule,
	reference: text,
	earlierTasks: listOf(text),
	queueSaid: orNull(text),
	doubt: orNull(shapeWithMore({ message: text, advice: text })),
	deployment: optional(orNull(shapeWithMore({ id: text }))),
	submitted: moment,
	direct: optional(directRule),
	remarks: optional(said),
});

/**
 * An offboarding that is under way, as a report holds it. That is JSON, and anyone may have written it: it
 * says what was asked for, for whom and when. How far CIPP is, what it said and what is true is looked up.
 *
 * @param tenant as CIPP knows it
 * @throws {InvalidOrder} when it holds anything else
 */
export function leaverFrom(given: Leaver, tenant: Tenant): Leaver {
	const options = isObject(given) ? wrongWithOptions(given.options) : null;
	const problem = leaverRule(given) ?? (options === null ? null : `options ${options}`);
	if (problem !== null) throw notAsReturned(problem);
	return {
		...given,
		tenant,
		begun: null,
		person: undefined,
		phase: 'following',
		refused: null,
		deployment: given.deployment ? deploymentOf(given.deployment.id) : null,
		misses: 0,
		task: null,
		licenseTask: null,
		licenseTaskFound: null,
		licenseMisses: 0,
		proofs: {},
		readSince: null,
		trouble: null,
		overdue: false,
		finished: null,
		verified: null,
	};
}

const notAsReturned = (problem: string): InvalidOrder =>
	new InvalidOrder(
		'report',
		`This report cannot be followed: its ${problem}`,
		'Give a report as Start returned it, unchanged.',
	);
