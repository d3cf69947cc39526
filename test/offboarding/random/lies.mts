import fc from 'fast-check';
import type { CippAnswer, CippRequest } from '../../../cipp/request';
import type { Sandbox, StepName } from '../../../sandbox/index.mts';
import { stepNames } from '../../../sandbox/index.mts';
import { CippUnreachable } from '../../../cipp/failure';

/** CIPP passes Microsoft's refusal on here: an empty list is empty. */
const neverFalselyEmpty = ['ListUserGroups'];

/** One way in which CIPP, Microsoft or what stands between deceives. */
export interface Lie {
	kind: string;
	/** What it strikes, where it can choose. */
	step: StepName;
	list: string;
	what: string;
	/** Passes so many times before. */
	skip: number;
	times: number;
}

type Apply = (lie: Lie, sandbox: Sandbox) => void;
type Between = (lie: Lie, request: CippRequest, answer: CippAnswer) => CippAnswer;

const lists = [
	'ListGraphRequest',
	'ListUserMailboxDetails',
	'ListmailboxPermissions',
	'ListCalendarPermissions',
	'ListUserGroups',
	'ListUserMailboxRules',
	'ListMailboxMobileDevices',
	'ListOoO',
	'ListTeamsVoice',
	'ListDeletedItems',
	'ListScheduledItems',
];
const asked = [
	'Set-Mailbox',
	'Add-MailboxPermission',
	'Remove-MailboxPermission',
	'Remove-RecipientPermission',
	'Remove-MailboxFolderPermission',
	'Set-MailboxAutoReplyConfiguration',
	'Remove-InboxRule',
	'Remove-MobileDevice',
	'PATCH users',
	'DELETE',
	'POST users',
];

/** Lies that the sandbox itself can tell. */
export const ofSandbox: Record<string, Apply> = {
	'a step fails': ({ step, times }, { faults }) => faults.step(step, 'fails', { times }),
	'a step is said to be done': ({ step }, { faults }) => faults.step(step, 'saysDone'),
	'a step is never mentioned': ({ step }, { faults }) => faults.step(step, 'neverMentioned'),
	'a step is done without a word': ({ step }, { faults }) =>
		faults.step(step, 'neverMentionedButDone'),
	'a step hangs': ({ step }, { faults }) => faults.step(step, 'hangs', { times: 1 }),
	'the licence task is said to be done': (_lie, { faults }) =>
		faults.step('LicenseTask', 'saysDone'),
	'the licence task fails': (_lie, { faults }) => faults.step('LicenseTask', 'fails'),
	'the licence task is never made': (_lie, { faults }) => faults.step('LicenseTask', 'notCreated'),
	'Microsoft swallows': ({ what }, { faults }) => faults.microsoft('swallows', { what }),
	'Microsoft refuses': ({ what }, { faults }) => faults.microsoft('refuses', { what }),
	'Microsoft lags': ({ what }, { faults }) => faults.microsoft('lags', { what, seconds: 400 }),
	'Microsoft is down for a while': ({ skip, times }, { faults }) =>
		faults.microsoft('down', { skip: skip + 1, times }),
	'a list fails': ({ list, skip, times }, { faults }) =>
		faults.endpoint(list, { kind: 'error' }, { skip, times }),
	'a list is empty': ({ list, skip, times }, { faults }) =>
		neverFalselyEmpty.includes(list)
			? {}
			: faults.endpoint(list, { kind: 'empty' }, { skip, times }),
	'a list is a page': ({ list, skip, times }, { faults }) =>
		faults.endpoint(list, { kind: 'html' }, { skip, times }),
	'a list may not be read': ({ list, skip }, { faults }) =>
		faults.endpoint(list, { kind: 'roleMissing' }, { skip }),
	'a list breaks off': ({ list, skip, times }, { faults }) =>
		faults.endpoint(list, { kind: 'dropped' }, { skip, times }),
	'the order is taken and answered with an error': (_lie, { faults }) =>
		faults.endpoint('ExecOffboardUser', { kind: 'error' }, { afterApplying: true, times: 1 }),
	'the answer to the order is lost': (_lie, { faults }) =>
		faults.endpoint('ExecOffboardUser', { kind: 'dropped' }, { afterApplying: true, times: 1 }),
	'the order is refused': (_lie, { faults }) =>
		faults.endpoint('ExecOffboardUser', { status: 400, body: '' }, { times: 1 }),
};

const isTaskList = ({ endpoint }: CippRequest): boolean => endpoint === 'ListScheduledItems';

/** Lies of what stands between. */
export const between: Record<string, Between> = {
	'the task list is empty now and then': ({ times }, request, answer) =>
		isTaskList(request) && looks(request) % (times + 1) === 0 ? { ...answer, body: [] } : answer,
	'an odd row is among the tasks': (_lie, request, answer) =>
		isTaskList(request)
			? { ...answer, body: [{ Name: 5, Results: '{}' }, ...[answer.body].flat()] }
			: answer,
	'the task list is still loading now and then': (_lie, request, answer) =>
		isTaskList(request) && looks(request) % 3 === 2
			? { ...answer, body: [{ Waiting: 'Still loading data. Please check back in 1 minute' }] }
			: answer,
	'a list throws what nobody foresaw': ({ list, skip }, request, answer) => {
		if (request.endpoint === list && looks(request) === skip + 3) throw new TypeError('odd');
		return answer;
	},
	'a connection ends now and then': ({ list }, request, answer) => {
		if (request.endpoint === list && looks(request) % 4 === 3)
			throw new CippUnreachable('ended the connection', '', false);
		return answer;
	},
	'mailbox details are a row of nulls': (_lie, request, answer) =>
		request.endpoint === 'ListUserMailboxDetails' ? { ...answer, body: [nulls] } : answer,
};

const nulls = { ForwardingAddress: null, RecipientTypeDetails: null, HiddenFromAddressLists: null };

let counts = new Map<string, number>();
const looks = ({ endpoint }: CippRequest): number => counts.get(endpoint) ?? 0;
export const count = ({ endpoint }: CippRequest): void => {
	counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1);
};
export const forget = (): void => {
	counts = new Map();
};

export const kinds = [...Object.keys(ofSandbox), ...Object.keys(between)];

export const anyLie: fc.Arbitrary<Lie> = fc.record({
	kind: fc.constantFrom(...kinds),
	step: fc.constantFrom(...stepNames),
	list: fc.constantFrom(...lists),
	what: fc.constantFrom(...asked),
	skip: fc.nat({ max: 8 }),
	times: fc.integer({ min: 1, max: 6 }),
});
