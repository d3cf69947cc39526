import type { Plan } from '../../offboarding/plan/plan';
import type { OffboardingReport, StepReport } from '../../offboarding/after/report';
import type { OffboardingTask, TaskChange } from '../../offboarding/run/tasks';
import { nodeResources } from '../../operations';
import type { Operation, OwnWork } from '../../operations/vocabulary';
import { typeOfColumn, type JsonType } from './column-type.mts';

/** As much of JSON Schema as n8n's editor reads. Without a type: nobody knows. */
export interface Schema {
	type?: JsonType | 'object' | 'array';
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** The JSON of an item that an operation gives, as it is with the defaults of the editor. */
export function schemaOf(operation: Operation): Schema {
	switch (operation.answer.kind) {
		case 'rows':
			return rowWith(operation.answer.simple, aboutChange(operation));
		case 'row':
			return rowWith(columnsOfLists(operation), aboutChange(operation));
		case 'file':
			return object({ fileName: text, mimeType: text, bytes: { type: 'number' } });
		case 'outcome':
			return object(outcomeFields(operation));
		case 'own':
			return object(ownFields(operation.answer.work));
	}
}

const text: Schema = { type: 'string' };
const truth: Schema = { type: 'boolean' };
const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties });
const listOf = (items: Schema): Schema => ({ type: 'array', items });

function rowWith(columns: string[], more: Record<string, Schema>): Schema {
	return object({
		...Object.fromEntries(
			columns.map((column) => {
				const type = typeOfColumn(column);
				return [column, type === undefined ? {} : { type }];
			}),
		),
		...more,
	});
}

/** What the rows of a change tell beside their own columns. */
function aboutChange({ effect, answer }: Operation): Record<string, Schema> {
	if (effect === 'read') return {};
	const isOrder = 'onlyQueues' in answer && answer.onlyQueues === true;
	return { ...(isOrder ? { status: text } : {}), tenant: text, subject: text };
}

/** One row has what the lists of the same endpoint show of each row. */
function columnsOfLists({ endpoint, does }: Operation): string[] {
	const columns = Object.values(nodeResources)
		.flat()
		.flatMap(({ operations }) => Object.values(operations))
		.filter((operation) => operation.endpoint === endpoint && operation.does === does)
		.flatMap(({ answer }) => (answer.kind === 'rows' && !answer.under ? answer.simple : []));
	return [...new Set(columns)];
}

/** What `n8n/answers/items.ts` makes of CIPP's sentences. */
function outcomeFields({ answer }: Operation): Record<string, Schema> {
	const kept = answer.kind === 'outcome' ? Object.keys(answer.keeps ?? {}) : [];
	return {
		status: text,
		messages: listOf(object({ text, state: text })),
		tenant: text,
		subject: text,
		...Object.fromEntries(kept.map((name) => [name, {}])),
	};
}

const step: Record<keyof StepReport, Schema> = {
	step: text,
	label: text,
	asked: {},
	said: listOf(text),
	outcome: text,
	verified: truth,
	verdict: text,
	read: text,
	advice: text,
	at: text,
};

const task = object({
	id: text,
	name: text,
	state: text,
	reference: text,
	scheduledFor: text,
	executed: text,
});

const report: Record<keyof OffboardingReport, Schema> = {
	status: text,
	summary: text,
	advice: text,
	user: object({ userPrincipalName: text, id: text, displayName: text }),
	tenant: object({ defaultDomainName: text, displayName: text, customerId: text }),
	details: listOf(object(step)),
	warnings: listOf(text),
	otherMessages: listOf(text),
	task,
	licenseTask: task,
	times: object({
		submitted: text,
		scheduledFor: text,
		executed: text,
		finished: text,
		verified: text,
	}),
	newPassword: text,
	reference: text,
	when: {},
	adminRoles: listOf(object({})),
	retry: listOf(object({})),
	placesBefore: object({ mailboxesOfOthers: listOf(text), calendarsOfOthers: listOf(text) }),
	person: object({ exists: truth, userPrincipalName: text, maySignIn: truth, nameTakenBy: {} }),
	snapshot: object({}),
	following: object({}),
};

const someTask: Record<keyof OffboardingTask, Schema> = {
	id: text,
	name: text,
	kind: text,
	user: text,
	tenant: text,
	state: text,
	phase: text,
	expectedStart: text,
	overdueBy: { type: 'number' },
	isStalled: truth,
	rerunsAt: text,
	reference: text,
	scheduledFor: text,
	executed: text,
	lastChange: text,
	said: listOf(text),
	saidElsewhere: truth,
	advice: text,
};

const taskChange: Record<keyof TaskChange, Schema> = {
	outcome: text,
	message: text,
	advice: text,
	said: listOf(text),
	task: object(someTask),
	after: object(someTask),
};

const remark = object({ code: text, step: text, message: text, cure: text });
const plan: Record<keyof Plan, Schema> = {
	schema: text,
	plannedAt: text,
	tenant: object({ defaultDomainName: text, displayName: text, customerId: text }),
	who: object({ id: text, userPrincipalName: text, displayName: text }),
	choices: listOf(object({})),
	options: object({}),
	when: {},
	steps: listOf(object({ step: text, source: text, what: text })),
	blockers: listOf(remark),
	warnings: listOf(remark),
	canStart: truth,
	request: object({ method: text, endpoint: text, body: object({}) }),
	snapshot: object({}),
};

/** What is not here is a document of its own, with more in it than a preview could show. */
function ownFields(work: OwnWork): Record<string, Schema> {
	switch (work) {
		case 'list':
		case 'get':
			return someTask;
		case 'cancel':
		case 'runNow':
			return taskChange;
		case 'plan':
			return plan;
		case 'offboard':
		case 'start':
		case 'startPlan':
		case 'wait':
		case 'retry':
			return report;
		default:
			return {};
	}
}
