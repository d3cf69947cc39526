import {
	checkSteps,
	followTasks,
	readPerson,
	readTasks,
	seeDeleted,
} from '../fields/offboarding-needs';
import { notifyOfResult, offboardingSteps } from '../fields/offboarding-steps';
import {
	choice,
	choices,
	dateTime,
	inBody,
	inQuery,
	json,
	need,
	needOnlyTo,
	number,
	own,
	resource,
	text,
	theUser,
	toggle,
	type DeclaredField,
} from '../vocabulary';
import { giveBack, startNeeds } from './needs';

const theLeaver = () =>
	theUser('user', {
		form: 'labelValues',
		help: 'The person who leaves. In an expression, give several as a list or separated by commas.',
	});

/** When to begin has to be said: starting at once by accident cannot be taken back. */
const beginning = (): DeclaredField[] => [
	choice(
		'When',
		'when',
		[
			{ value: 'now', label: 'Now' },
			{ value: 'at', label: 'At a Date and Time' },
		],
		{ help: 'When CIPP begins. This has to be chosen.' },
	),
	dateTime('Start At', 'startAt', {
		form: 'text',
		placeholder: 'e.g. 2030-01-31T17:00',
		help: 'Date and time on the wall of the time zone below. CIPP begins at the next full quarter of an hour. Only for At a Date and Time.',
	}),
	text('Time Zone', 'timeZone', {
		placeholder: 'e.g. Europe/Berlin',
		help: 'IANA name of the zone that Start At is meant in. Empty means the zone of the workflow.',
	}),
];

/** How options are filled that nobody has chosen. */
const filling = (): DeclaredField[] => [
	choice(
		'Profile',
		'profile',
		[
			{
				value: 'standard',
				label: 'Standard Leaver',
				help: 'Locks out, hands over, frees the license. Nearly all of it can be undone.',
			},
			{
				value: 'immediate',
				label: 'Immediate',
				help: 'Locks out at once and takes sign-in methods and rights. Keeps rules as evidence.',
			},
			{
				value: 'contractor',
				label: 'Contractor',
				help: 'As standard, without a shared mailbox',
			},
			{
				value: 'litigation',
				label: 'Litigation',
				help: 'Locks out and changes nothing else: mail, rules, licenses and groups stay',
			},
		],
		{
			optional: true,
			default: 'standard',
			help: 'A set of steps to begin with. No profile deletes the account. Steps that you switch on yourself are added.',
		},
	),
	toggle('Use Tenant Defaults', 'useTenantDefaults', {
		optional: true,
		help: 'Whether to add the offboarding defaults that CIPP stores for the tenant. CIPP itself never applies them to API calls.',
	}),
	choices(
		'Manager Gets',
		'managerGets',
		[
			{ value: 'mail', label: 'New Mail' },
			{ value: 'mailbox', label: 'Access to the Mailbox' },
			{ value: 'oneDrive', label: 'Access to the OneDrive' },
		],
		{
			form: 'texts',
			optional: true,
			help: 'What the manager of each person gets, as Entra names them. Someone without a manager is refused before anything is sent.',
		},
	),
];

/** How everyone of a run is started. */
const starting = (): DeclaredField[] => [
	toggle('Lock Out First', 'lockOutFirst', {
		optional: true,
		help: 'Whether to block sign-in, reset the password and revoke sessions now, each checked, before the rest is queued. Also when the rest is for later.',
	}),
	toggle('Remove Admin Roles', 'removeAdminRoles', {
		optional: true,
		help: "Whether to take the admin roles now, each checked. CIPP's own offboarding leaves them.",
	}),
	number('Maximum People', 'maximumPeople', {
		optional: true,
		default: 25,
		help: 'More people than this in one run are refused before anything is sent. Where items say different numbers, the lowest counts.',
	}),
	toggle('Skip Snapshot', 'skipSnapshot', {
		optional: true,
		help: 'Whether to go without the snapshot that is taken before anything is sent. It takes about 16 calls for each person; without it there is nothing to restore from.',
	}),
	toggle('Beside Others', 'besideOthers', {
		optional: true,
		help: 'Whether to start although CIPP has another offboarding of the same person under way',
	}),
];

const document = (label: string, wire: string, from: string, rest: Partial<DeclaredField> = {}) =>
	json(label, wire, {
		help: `What ${from} returned. Empty means the input item.`,
		...rest,
	});

const theReport = () => document('Report (JSON)', 'report', 'Start, Wait or Retry');
const theSnapshot = (rest: Partial<DeclaredField> = {}) =>
	document('Snapshot (JSON)', 'snapshot', 'Take Snapshot or Start', rest);

const reference = () =>
	text('Reference', 'reference', {
		placeholder: 'e.g. TICKET-4711',
		help: 'Your ticket number. The same person is never started twice under one reference: a second start finds the first and follows it. Empty means one made from person, steps and time, which holds for a day after the end.',
	});

const theTaskId = () =>
	text('Task ID', 'offboardingTaskId', {
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'ID of the task, as Get Many shows it and a report under task',
	});

const evenIfNot = () =>
	toggle('Succeed When Not Verified', 'evenIfNot', {
		optional: true,
		help: 'Whether the node succeeds although a step is not true. The verdict then tells: check it in the workflow.',
	});

const restoring = (who: Partial<DeclaredField>): DeclaredField[] => [
	theSnapshot({
		help: 'What Take Snapshot or Start returned, for Restore Access also what Preview Restore returned. Empty means the input item.',
	}),
	choice(
		'Restore To',
		'restoreTo',
		[
			{ value: 'rehire', label: 'The Same Person' },
			{ value: 'successor', label: 'A Successor' },
		],
		{
			help: 'Who gets the access back. A successor gets licenses and groups, and no group that gives admin roles.',
			...who,
		},
	),
	text('Successor', 'successor', {
		placeholder: 'e.g. jane@contoso.com',
		help: 'User principal name of who follows, in the same tenant. Only for A Successor.',
	}),
	choices(
		'Parts',
		'parts',
		[
			{ value: 'account', label: 'Account and Sign-In' },
			{ value: 'attributes', label: 'Attributes' },
			{ value: 'calendars of others', label: 'Calendars of Others' },
			{ value: 'groups', label: 'Groups' },
			{ value: 'licenses', label: 'Licenses' },
			{ value: 'mailbox', label: 'Mailbox' },
			{ value: 'mailboxes of others', label: 'Mailboxes of Others' },
			{ value: 'manager', label: 'Manager' },
			{ value: 'ownership', label: 'Ownership of Groups' },
			{ value: 'perUserMfa', label: 'Per-User MFA' },
			{ value: 'teamsNumbers', label: 'Teams Numbers' },
		],
		{
			form: 'texts',
			optional: true,
			help: 'What to restore. Empty means everything for the same person, licenses and groups for a successor.',
		},
	),
];

const actor = (who: string, wire: string, verb: string): DeclaredField[] => [
	text(`${who} By`, `${wire}By`, {
		optional: true,
		placeholder: 'e.g. Jane Doe, HR',
		help: `Who ${verb} it, as it is to stand in the record`,
	}),
	dateTime(`${who} At`, `${wire}At`, {
		form: 'text',
		optional: true,
		help: 'When that was, in the time zone below. Empty leaves it open.',
	}),
];

/** From the plan to the record: leaving as something one can prove and undo. */
export const offboarding = resource('Offboarding', 'offboarding', 'plan', {
	plan: own('plan', {
		name: 'Plan',
		action: 'Plan offboarding',
		help: 'Shows who it is, what each step will do and what stands in the way. Changes nothing. Start Plan accepts the result.',
		effect: 'read',
		needs: [
			...readPerson,
			needOnlyTo('see offboardings under way', 'CIPP.Scheduler.Read', 'ListScheduledItems'),
			needOnlyTo('say what this version drops', 'CIPP.Core.Read', 'GetVersion'),
		],
		tenant: inQuery(),
		asks: [theLeaver(), ...beginning(), ...offboardingSteps(), ...filling(), reference()],
	}),

	start: own('start', {
		name: 'Start',
		action: 'Start offboarding',
		help: 'Takes a snapshot, has CIPP do the steps, follows them, and looks whether each is true',
		effect: 'destroy',
		needs: startNeeds,
		tenant: inBody('tenantFilter', { form: 'labelValue' }),
		asks: [
			theLeaver(),
			...offboardingSteps(),
			notifyOfResult(),
			reference(),
			...beginning(),
			...filling(),
			...starting(),
		],
		secret: ['newPassword'],
	}),

	startPlan: own('startPlan', {
		name: 'Start Plan',
		action: 'Start planned offboarding',
		help: 'Starts exactly what a plan says, for example after someone has approved it. Refuses a plan with blockers.',
		effect: 'destroy',
		needs: startNeeds,
		tenant: null,
		asks: [
			document('Plan (JSON)', 'plan', 'Plan'),
			reference(),
			toggle('Despite Blockers', 'despiteBlockers', {
				optional: true,
				help: 'Whether to start although the plan has blockers',
			}),
			...starting(),
		],
		secret: ['newPassword'],
	}),

	wait: own('wait', {
		name: 'Wait',
		action: 'Wait for offboarding',
		help: 'Follows what Start has queued until it is done, and looks whether each step is true. Holds no worker while it waits.',
		effect: 'read',
		needs: [...checkSteps, ...followTasks],
		tenant: null,
		asks: [theReport()],
	}),

	getMany: own('list', {
		name: 'Get Many',
		action: 'Get many offboardings',
		help: 'Lists the tasks of offboardings with what they are really up to, by how much they are late, and when CIPP would begin them again',
		effect: 'read',
		needs: [need('CIPP.Core.Read', 'ListTenants'), readTasks],
		tenant: inQuery('tenantFilter', { allTenants: true }),
		asks: [
			text('User', 'user', {
				name: 'onlyUser',
				optional: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Only of the person with this user principal name',
			}),
			text('Reference', 'reference', {
				name: 'onlyReference',
				optional: true,
				placeholder: 'e.g. TICKET-4711',
				help: 'Only with exactly this reference',
			}),
			choices(
				'Phases',
				'phases',
				[
					{ value: 'could not start', label: 'Could Not Start' },
					{ value: 'finished', label: 'Finished' },
					{ value: 'queued', label: 'Queued' },
					{ value: 'running', label: 'Running' },
					{ value: 'stuck', label: 'Stuck' },
					{ value: 'waiting for its time', label: 'Waiting for Its Time' },
				],
				{ form: 'texts', optional: true, help: 'Only in one of these phases' },
			),
			choice(
				'Kind',
				'kind',
				[
					{ value: 'license removal', label: 'License Removal' },
					{ value: 'offboarding', label: 'Offboarding' },
				],
				{
					optional: true,
					default: 'offboarding',
					help: 'Only one of the two tasks that CIPP makes',
				},
			),
		],
	}),

	get: own('get', {
		name: 'Get',
		action: 'Get offboarding',
		help: 'Reads one task of an offboarding with everything CIPP said about it',
		effect: 'read',
		needs: [readTasks],
		tenant: null,
		asks: [theTaskId()],
	}),

	cancel: own('cancel', {
		name: 'Cancel',
		action: 'Cancel offboarding',
		help: 'Removes a task that has not ended, and looks whether it is gone. Steps under way may go on.',
		effect: 'destroy',
		needs: [readTasks, need('CIPP.Scheduler.ReadWrite', 'RemoveScheduledItem')],
		tenant: null,
		asks: [theTaskId()],
	}),

	runNow: own('runNow', {
		name: 'Run Now',
		action: 'Run offboarding now',
		help: 'Lets CIPP begin a waiting or stuck task at once. Refused for what runs or has ended: its steps would be done twice.',
		effect: 'destroy',
		needs: [readTasks, need('CIPP.Scheduler.ReadWrite', 'AddScheduledItem')],
		tenant: null,
		asks: [theTaskId()],
	}),

	verify: own('verifyReport', {
		name: 'Verify',
		action: 'Verify offboarding',
		help: 'Reads back now, at any time later, whether each step of a report is true, and what the person still has',
		effect: 'read',
		needs: [...readPerson, ...checkSteps],
		tenant: null,
		asks: [theReport(), evenIfNot()],
	}),

	verifyUser: own('verify', {
		name: 'Verify User',
		action: 'Verify user as offboarded',
		help: 'Reads back whether these steps are true of someone, whoever did them, and what the person still has',
		effect: 'read',
		needs: [...readPerson, ...checkSteps],
		tenant: inQuery(),
		asks: [theLeaver(), ...offboardingSteps(), evenIfNot()],
	}),

	retry: own('retry', {
		name: 'Retry',
		action: 'Retry failed steps of offboarding',
		help: 'Looks which steps of a report are still open, tells passing failures from lasting ones, and does only what is open again',
		effect: 'destroy',
		needs: [
			...startNeeds,
			needOnlyTo('remove licenses directly', 'Identity.User.ReadWrite', 'ExecBulkLicense'),
		],
		tenant: null,
		asks: [
			theReport(),
			toggle('Lasting Failures Too', 'permanentToo', {
				optional: true,
				help: 'Whether to try what will fail again as long as nobody changes anything, such as dynamic groups',
			}),
			toggle('Remove Licenses Directly', 'licensesDirectly', {
				optional: true,
				help: 'Whether to take licenses at once, where CIPP never made its second task. Not before the mailbox is converted.',
			}),
			toggle('Remove Admin Roles', 'removeAdminRoles', {
				optional: true,
				help: "Whether to take the admin roles now, each checked. CIPP's own offboarding leaves them.",
			}),
		],
		secret: ['newPassword'],
	}),

	snapshot: own('snapshot', {
		name: 'Take Snapshot',
		action: 'Take snapshot of user',
		help: 'Reads everything known of a person, to plan from, compare with and restore from. What cannot be read is named with the reason.',
		effect: 'read',
		needs: readPerson,
		tenant: inQuery(),
		asks: [theLeaver()],
	}),

	planRestore: own('planRestore', {
		name: 'Preview Restore',
		action: 'Preview restore of access',
		help: 'Shows what a restore would do, step by step, and what cannot come back. Changes nothing. Restore Access accepts the result.',
		effect: 'read',
		needs: [...readPerson, seeDeleted],
		tenant: null,
		asks: restoring({ required: true, default: 'rehire' }),
	}),

	restore: own('restore', {
		name: 'Restore Access',
		action: 'Restore access from snapshot',
		help: 'Gives back what a snapshot shows, each step looked at before and after. Takes a snapshot or a preview.',
		effect: 'change',
		needs: [...readPerson, seeDeleted, ...giveBack],
		tenant: null,
		asks: restoring({
			help: 'Who gets the access back, from a snapshot. A successor gets licenses and groups, and no group that gives admin roles. A preview says it itself: leave this empty then.',
		}),
	}),

	createEvidence: own('evidence', {
		name: 'Create Evidence',
		action: 'Create evidence of offboarding',
		help: 'Makes the record for HR and auditors: who, when, what, how verified, with a hash. As JSON, CSV and a page to print.',
		effect: 'read',
		needs: 'none: nothing is sent',
		tenant: null,
		asks: [
			text('Case', 'caseId', {
				required: true,
				placeholder: 'e.g. HR-2030-0042',
				help: 'Number or name to file the record by, the same in all records about the case',
			}),
			theReport(),
			theSnapshot({ optional: true }),
			document('Verification (JSON)', 'verification', 'Verify', { optional: true }),
			text('Ticket', 'ticket', {
				optional: true,
				placeholder: 'e.g. TICKET-4711',
				help: 'Number of the ticket',
			}),
			...actor('Requested', 'requested', 'asked for'),
			...actor('Approved', 'approved', 'approved'),
			...actor('Executed', 'executed', 'did'),
			dateTime('Left At', 'left', {
				form: 'text',
				optional: true,
				help: 'When the person left, as HR has it, in the time zone below',
			}),
			dateTime('Deadline', 'deadline', {
				form: 'text',
				optional: true,
				help: 'When they had to be unable to sign in, in the time zone below. The record says whether it was met, and by how much.',
			}),
			text('Time Zone', 'timeZone', {
				name: 'evidenceZone',
				optional: true,
				placeholder: 'e.g. Europe/Berlin',
				help: 'IANA name of the zone that these times are in, and that all are shown in beside UTC. Empty means the zone of the workflow.',
			}),
			json('Prices (JSON)', 'prices', {
				optional: true,
				placeholder: 'e.g. {"05e9a617-0261-4cee-bb44-138d3ef5d965":{"amount":36,"currency":"EUR"}}',
				help: 'Monthly price of one seat by SKU ID, to show what is saved',
			}),
			json('Waived Steps (JSON)', 'waived', {
				optional: true,
				placeholder: 'e.g. [{"step":"RemoveGroups","by":"Jane Doe","reason":"dynamic group"}]',
				help: 'Steps that someone accepts as open: who and why',
			}),
			text('Previous Hash', 'previous', {
				optional: true,
				help: 'Hash of the record before, to chain records. Several items of one run are chained by themselves.',
			}),
			choices(
				'Also As',
				'formats',
				[
					{ value: 'csv', label: 'CSV' },
					{ value: 'page', label: 'Page to Print' },
				],
				{
					form: 'texts',
					optional: true,
					help: 'Files to put beside the JSON: binary fields csv and page',
				},
			),
		],
	}),
});
