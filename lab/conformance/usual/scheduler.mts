import type { Sent, Step, Usual } from '../request.mts';
import { named, tenantFilter, type Cast } from './cast.mts';

/** Tasks, and the offboarding that is one. */
export const scheduler = (cast: Cast): Usual[] => [
	add(cast),
	list(cast),
	details(cast),
	{
		endpoint: 'RemoveScheduledItem',
		method: 'POST',
		body: { id: '99999999-1111-4000-8000-000000000000' },
	},
	offboard(cast),
	progress(cast),
];

const farAway = 4_070_908_800;
const disable = 'Set-CIPPSignInState';

/** An order for one task that blocks somebody's sign-in. */
function task({ megan }: Cast, more: object = {}): Record<string, unknown> {
	return {
		TenantFilter: tenantFilter,
		Name: 'Block Megan',
		Command: { label: disable, value: disable },
		Parameters: { userid: megan.userPrincipalName, AccountEnabled: false },
		ScheduledTime: farAway,
		...more,
	};
}

const adding = (body: unknown): Sent => ({ endpoint: 'AddScheduledItem', method: 'POST', body });
const now = { ScheduledTime: 0, RunNow: true };

function add(cast: Cast): Usual {
	const parameters = (more: object) => ({ body: task(cast, { Parameters: more }) });
	return {
		endpoint: 'AddScheduledItem',
		method: 'POST',
		body: task(cast),
		also: {
			now: { body: task(cast, now) },
			'now, with a time': { body: task(cast, { RunNow: true }) },
			recurring: { body: task(cast, { Recurrence: { value: '1d', label: 'Every day' } }) },
			'in the past': { body: task(cast, { ScheduledTime: 1 }) },
			'time as a text': { body: task(cast, { ScheduledTime: 'tomorrow' }) },
			'unknown command': { body: task(cast, { Command: { value: 'Nope-CIPPThing' } }) },
			'forbidden command': { body: task(cast, { Command: { value: 'Get-Process' } }) },
			'unknown parameter': parameters({ nonsense: 'x' }),
			'parameters as a text': { body: task(cast, { Parameters: 'x' }) },
			'same name again': {
				body: task(cast, { DisallowDuplicateName: true }),
				before: [adding(task(cast))],
			},
			'all tenants': { body: task(cast, { TenantFilter: 'AllTenants' }) },
			'tenant as a label and value': {
				body: task(cast, { TenantFilter: { label: 'Contoso', value: tenantFilter } }),
			},
			'for later notice': {
				body: task(cast, { PostExecution: [{ value: 'Email' }], Reference: 'TICKET-1' }),
			},
		},
	};
}

/** What became of a task, once CIPP's timer has run. */
function list(cast: Cast): Usual {
	const after = (body: object, ...more: Step[]) => ({
		query: { Name: 'Block Megan' },
		before: [adding(body), ...more],
	});
	const ran = (more: object) => after(task(cast, { ...now, ...more }), 'timer');
	return {
		endpoint: 'ListScheduledItems',
		query: { tenantFilter },
		before: [adding(task(cast))],
		also: {
			'by name': after(task(cast)),
			'by command': { query: { Type: disable }, before: [adding(task(cast))] },
			'by title': { query: { SearchTitle: 'Block*' }, before: [adding(task(cast))] },
			'hidden ones': { query: { ShowHidden: 'true' }, before: [adding(task(cast))] },
			'no such name': { query: { Name: 'nothing' } },
			'that ran': ran({}),
			'that ran, for a synced person': ran({
				Parameters: { userid: cast.lidia.userPrincipalName, AccountEnabled: false },
			}),
			'that ran, for nobody': ran({
				Parameters: { userid: 'nobody@contoso.example', AccountEnabled: false },
			}),
			'that ran in an unknown tenant': ran({ TenantFilter: 'nowhere.example' }),
			'that ran for all tenants': ran({ TenantFilter: 'AllTenants' }),
			'that ran, recurring': ran({ Recurrence: { value: '1d' } }),
			'now, with a time': after(task(cast, { RunNow: true }), 'timer'),
			'that reads': ran({ Command: { value: 'Get-CIPPMFAState' }, Parameters: {} }),
			...offboarded(cast),
		},
	};
}

/** What the jobs of offboardings say. */
function offboarded(cast: Cast): NonNullable<Usual['also']> {
	const after = (body: object) => ({
		query: { Type: 'Invoke-CIPPOffboardingJob' },
		before: [{ endpoint: 'ExecOffboardUser', method: 'POST', body } as Sent, 'timer' as const],
	});
	const person = (more: object) => after({ tenantFilter, user: [named(cast.megan)], ...more });
	const three = { DisableSignIn: true, RevokeSessions: true, HideFromGAL: true };
	return {
		'offboarding: three steps': person(three),
		'offboarding: every step': person(everyStep(cast)),
		'offboarding: in an unknown tenant': person({ ...three, tenantFilter: 'nowhere.example' }),
		'offboarding: in an excluded tenant': person({ ...three, tenantFilter: 'woodgrove.example' }),
		'offboarding: unknown person': after({
			tenantFilter,
			user: [{ value: 'nobody@contoso.example' }],
			...three,
		}),
		'offboarding: synced person': after({ tenantFilter, user: [named(cast.lidia)], ...three }),
		'offboarding: delete': person({ DeleteUser: true }),
	};
}

function everyStep({ alex, adele }: Cast): Record<string, unknown> {
	const switches = [
		'ConvertToShared',
		'HideFromGAL',
		'removeCalendarInvites',
		'removePermissions',
		'removeCalendarPermissions',
		'RemoveRules',
		'RemoveMobile',
		'RemoveGroups',
		'RemoveLicenses',
		'RevokeSessions',
		'DisableSignIn',
		'ClearImmutableId',
		'ResetPass',
		'RemoveMFADevices',
		'RemoveTeamsPhoneDID',
		'DisableOneDriveSharing',
		'KeepCopy',
	];
	return {
		...Object.fromEntries(switches.map((name) => [name, true])),
		OOO: 'I have left.',
		forward: named(alex),
		AccessAutomap: [named(alex)],
		AccessNoAutomap: [named(adele)],
		OnedriveAccess: [named(alex)],
	};
}

function details(cast: Cast): Usual {
	const newest = (answers: unknown[]) => {
		const rows = answers.at(-1);
		const [row] = Array.isArray(rows) ? (rows as Array<{ RowKey?: string }>) : [];
		return { RowKey: row?.RowKey ?? 'none' };
	};
	const listed: Sent = {
		endpoint: 'ListScheduledItems',
		method: 'GET',
		query: { Name: 'Block Megan' },
	};
	const of = (body: object, ...more: Step[]) => ({
		query: {},
		before: [adding(body), ...more, listed],
		then: newest,
	});
	return {
		endpoint: 'ListScheduledItemDetails',
		query: { RowKey: '99999999-1111-4000-8000-000000000000' },
		also: {
			planned: of(task(cast)),
			'that ran': of(task(cast, now), 'timer'),
			'that ran for all tenants': of(task(cast, { ...now, TenantFilter: 'AllTenants' }), 'timer'),
		},
	};
}

function offboard(cast: Cast): Usual {
	const { megan, alex } = cast;
	const order = { tenantFilter, user: [named(megan)], DisableSignIn: true };
	return {
		endpoint: 'ExecOffboardUser',
		method: 'POST',
		body: order,
		person: ['user'],
		also: {
			later: { body: { ...order, Scheduled: { enabled: true, date: farAway } } },
			'later, without a time': { body: { ...order, Scheduled: { enabled: true } } },
			two: { body: { ...order, user: [named(megan), named(alex)] } },
			'two, later': {
				body: {
					...order,
					user: [named(megan), named(alex)],
					Scheduled: { enabled: true, date: farAway },
				},
			},
			'name without @': { body: { ...order, user: [{ value: 'megan' }] } },
			'nobody in the list': { body: { ...order, user: [] } },
			'person as text': { body: { ...order, user: megan.userPrincipalName } },
			'nothing chosen': { body: { ...order, DisableSignIn: false } },
			'tenant as a label and value': {
				body: { ...order, tenantFilter: { label: 'Contoso', value: tenantFilter } },
			},
			'with a reference': {
				body: { ...order, reference: 'TICKET-1', PostExecution: { Email: true } },
			},
		},
	};
}

/** Only CIPP after 10.8 has it; earlier ones answer that there is no such endpoint. */
function progress({ megan }: Cast): Usual {
	const order = { tenantFilter, user: [named(megan)], DisableSignIn: true };
	const begin: Sent = { endpoint: 'ExecOffboardUser', method: 'POST', body: order };
	const deployment = (answers: unknown[]) => ({
		DeploymentId: (answers[0] as { DeploymentId?: string } | null)?.DeploymentId ?? 'none',
	});
	return {
		endpoint: 'ListOffboardingProgress',
		query: { DeploymentId: '99999999-1111-4000-8000-000000000000' },
		also: {
			'just begun': { query: {}, before: [begin], then: deployment },
			done: { query: {}, before: [begin, 'timer'], then: deployment },
		},
	};
}
