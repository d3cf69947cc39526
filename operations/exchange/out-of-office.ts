import { tasksFor } from '../fields/planned';
import {
	asExchange,
	change,
	choices,
	dateTime,
	inBody,
	inQuery,
	inRow,
	multiline,
	onOff,
	outcome,
	read,
	readBefore,
	resource,
	row,
	says,
	text,
	theMailbox,
	theUser,
} from '../vocabulary';

const internal = (wire: string) =>
	multiline('Internal Message', wire, {
		name: 'internalMessage',
		placeholder: 'e.g. <p>I am away until Monday.</p>',
		help: 'What colleagues get, as HTML. Left empty, the text set before stays.',
	});

const external = (wire: string) =>
	multiline('External Message', wire, {
		name: 'externalMessage',
		placeholder: 'e.g. <p>I am away. Please write to info@contoso.com.</p>',
		help: 'What people outside get, as HTML. Left empty, they get no answer at all.',
	});

const calendarOptions = [
	onOff('Block the Calendar', 'CreateOOFEvent', {
		optional: true,
		help: 'Whether an appointment marked as away is put into the calendar for the time',
	}),
	text('Appointment Subject', 'OOFEventSubject', {
		optional: true,
		placeholder: 'e.g. On holiday',
		help: 'Subject of that appointment. Counts only with Block the Calendar.',
	}),
	onOff('Decline New Invitations', 'AutoDeclineFutureRequestsWhenOOF', {
		optional: true,
		help: 'Whether invitations that arrive for this time are declined',
	}),
	onOff('Decline Present Meetings', 'DeclineEventsForScheduledOOF', {
		optional: true,
		help: 'Whether meetings already in the calendar for this time are declined and removed',
	}),
	text('Text When Declining', 'DeclineMeetingMessage', {
		optional: true,
		placeholder: 'e.g. I am away. Please ask again next week.',
		help: 'What organizers of declined meetings read',
	}),
];

const base = { role: 'Exchange.Mailbox.ReadWrite', tenant: inBody() } as const;

export const outOfOffice = resource('Out of Office', 'outOfOffice', 'get', {
	get: read('ListOoO', {
		name: 'Get',
		action: 'Get out of office',
		help: 'Reads the automatic replies of a mailbox and whether they are on. Times are in UTC and filled in even if nothing is scheduled.',
		role: 'Exchange.Mailbox.Read',
		tenant: inQuery(),
		fields: [theMailbox('userid')],
		answer: row('There is no such mailbox in this tenant'),
	}),

	enable: change('ExecSetOoO', {
		name: 'Enable',
		action: 'Enable out of office',
		help: 'Switches automatic replies on from now on, until someone switches them off',
		...base,
		fixed: { body: { AutoReplyState: 'Enabled' } },
		omits: { input: 'sets both messages to the same text' },
		fields: [theMailbox('userId'), internal('InternalMessage'), external('ExternalMessage')],
		answer: outcome(),
		look: readBefore(
			asExchange(
				inRow(
					'get',
					{
						AutoReplyState: 'Enabled',
						InternalMessage: says('{InternalMessage}'),
						ExternalMessage: says('{ExternalMessage}'),
					},
					{ userid: '{userId}' },
				),
			),
		),
	}),

	schedule: change('ExecSetOoO', {
		name: 'Schedule',
		action: 'Schedule out of office',
		help: 'Hands Exchange a start and an end, between which it answers by itself. Nothing of CIPP has to run for it.',
		...base,
		fixed: { body: { AutoReplyState: 'Scheduled' } },
		fields: [
			theMailbox('userId'),
			dateTime('Start', 'StartTime', {
				required: true,
				help: "When replies begin, in the workflow's time zone",
			}),
			dateTime('End', 'EndTime', {
				required: true,
				help: "When replies end, in the workflow's time zone",
			}),
			internal('InternalMessage'),
			external('ExternalMessage'),
			text('Time Zone of the Answer', 'timezone', {
				optional: true,
				placeholder: 'e.g. W. Europe Standard Time',
				help: 'Windows name of the zone in which CIPP names the times in its answer. It moves nothing.',
			}),
			...calendarOptions,
		],
		answer: outcome(),
		look: readBefore(
			asExchange(
				inRow(
					'get',
					{
						AutoReplyState: 'Scheduled',
						InternalMessage: says('{InternalMessage}'),
						ExternalMessage: says('{ExternalMessage}'),
					},
					{ userid: '{userId}' },
				),
			),
		),
	}),

	disable: change('ExecSetOoO', {
		name: 'Disable',
		action: 'Disable out of office',
		help: 'Switches automatic replies off. The texts stay for the next time.',
		...base,
		fixed: { body: { AutoReplyState: 'Disabled' } },
		fields: [theMailbox('userId')],
		answer: outcome(),
		look: asExchange(inRow('get', { AutoReplyState: 'Disabled' }, { userid: '{userId}' })),
	}),

	scheduleMany: change('ExecScheduleOOOVacation', {
		name: 'Schedule With CIPP Tasks',
		action: 'Schedule out of office with CIPP tasks',
		help: 'Plans two tasks in CIPP for one or more people: replies on at the start, off at the end. Use Schedule unless you want the tasks and their notifications.',
		...base,
		warns: 'CIPP says yes even if its scheduler refuses the tasks. Look them up by reference.',
		fields: [
			theUser('Users', {
				form: 'labelValues',
				help: 'Who is away: choose one or give a user principal name. In an expression, give several as a list or separated by commas.',
			}),
			dateTime('Start', 'startDate', {
				required: true,
				help: "When replies begin, in the workflow's time zone",
			}),
			dateTime('End', 'endDate', {
				required: true,
				help: "When replies end, in the workflow's time zone",
			}),
			internal('internalMessage'),
			external('externalMessage'),
			...calendarOptions,
			choices(
				'Notify Through',
				'postExecution',
				[
					{ value: 'email', label: 'Email' },
					{ value: 'psa', label: 'PSA Ticket' },
					{ value: 'webhook', label: 'Webhook' },
				],
				{
					optional: true,
					help: 'Where CIPP reports each of the two steps, as set up in its notification settings',
				},
			),
			text('Reference', 'reference', {
				optional: true,
				placeholder: 'e.g. TICKET-4711',
				help: 'Kept with the two tasks. CIPP returns no task ID, so an unusual one lets you find them again.',
			}),
		],
		answer: outcome({ onlyQueues: true }),
		look: tasksFor('Users'),
	}),
});
