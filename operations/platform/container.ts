import {
	asSent,
	change,
	choice,
	dateTime,
	inRow,
	list,
	number,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
	type DeclaredField,
} from '../vocabulary';

const role = 'CIPP.SuperAdmin.ReadWrite';
const action = (name: string) => ({ query: { Action: name } });

export const container = resource('Container', 'container', 'getStatus', {
	getStatus: read('ExecContainerManagement', {
		name: 'Get Status',
		action: 'Get status of container',
		help: 'Reads version, image, channel and update schedule of the container that CIPP runs in. Older hosts have none and answer 503.',
		role,
		method: 'POST',
		tenant: null,
		fixed: action('Status'),
		fields: [],
		answer: row('CIPP gave no status'),
	}),

	getManyChannels: read('ExecContainerManagement', {
		name: 'Get Many Channels',
		action: 'Get many channels of container',
		help: 'Lists release channels to choose from, and builds of branches that exist at the moment',
		role,
		method: 'POST',
		tenant: null,
		fixed: action('ListChannels'),
		fields: [],
		answer: rows('label', 'value', 'group'),
	}),

	checkForUpdate: change('ExecContainerManagement', {
		name: 'Check for Update',
		action: 'Check for update of container',
		help: 'Looks whether there is a newer build in the channel, and notes it for Get Status',
		role,
		tenant: null,
		fixed: action('CheckUpdate'),
		warns: 'With automatic updates on, which is usual, CIPP restarts at once when it finds one',
		fields: [],
		answer: outcome({
			done: [/^Update available\b/i, /^Container is up to date\b/i],
			failing: [/^Update checking is only supported/i],
		}),
		cannotLook: 'it only notes whether there is something newer',
	}),

	setUpdateSchedule: change('ExecContainerManagement', {
		name: 'Set Update Schedule',
		action: 'Set update schedule of container',
		help: 'Decides when CIPP looks for updates and whether it restarts for them. All three settings are written.',
		role,
		tenant: null,
		fixed: action('SaveUpdateSettings'),
		fields: [
			onOff('Automatic Update', 'AutoUpdate', {
				required: true,
				default: true,
				help: 'Whether CIPP restarts by itself when it finds an update',
			}),
			choice(
				'Check Interval',
				'CheckInterval',
				[
					{ value: '0', label: 'Never' },
					{ value: '1h', label: 'Every Hour' },
					{ value: '4h', label: 'Every 4 Hours' },
					{ value: '12h', label: 'Every 12 Hours' },
					{ value: '1d', label: 'Every Day' },
				],
				{ required: true, default: '1h', help: 'How often CIPP looks for an update' },
			),
			number('Preferred Hour', 'CheckTime', {
				optional: true,
				default: 23,
				help: 'Hour of the day to look, 0 to 23. Left out, there is no preferred hour any more.',
			}),
		],
		answer: outcome(),
		look: inRow('getStatus', asSent('AutoUpdate', 'CheckInterval', 'CheckTime')),
	}),

	setChannel: change('ExecContainerManagement', {
		name: 'Set Channel',
		action: 'Set channel of container',
		help: 'Chooses which releases CIPP runs, from the next restart on',
		role,
		tenant: null,
		fixed: action('UpdateChannel'),
		warns: 'From the next restart on, everyone on this instance works with builds of that channel',
		fields: [
			choice(
				'Channel',
				'Channel',
				[
					{ value: 'latest', label: 'Latest', help: 'Releases' },
					{ value: 'nightly', label: 'Nightly', help: 'Built every night, for testing' },
					{ value: 'dev', label: 'Dev', help: 'What is being worked on' },
				],
				{
					required: true,
					default: 'latest',
					help: 'Where new versions come from',
				},
			),
		],
		answer: outcome(),
		look: inRow('getStatus', { Channel: '{Channel}' }),
	}),

	setBranchBuild: change('ExecContainerManagement', {
		name: 'Set Branch Build',
		action: 'Set branch build of container',
		help: 'Has CIPP run the build of a branch, from the next restart on. Such a build gets no updates.',
		role,
		tenant: null,
		fixed: action('UpdateChannel'),
		warns: 'With a tag that does not exist the instance cannot start any more',
		fields: [
			text('Build Tag', 'Channel', {
				name: 'buildTag',
				required: true,
				placeholder: 'e.g. feat-new-report',
				help: 'The column value of Get Many Channels, in small letters as it stands there',
			}),
		],
		answer: outcome(),
		look: inRow('getStatus', { Channel: '{Channel}' }),
	}),

	restart: change('ExecContainerManagement', {
		name: 'Restart',
		action: 'Restart container',
		help: 'Restarts CIPP, which also brings a new image in',
		role,
		tenant: null,
		fixed: action('Restart'),
		warns: 'CIPP is away for everyone for some minutes, and jobs under way are interrupted',
		fields: [],
		answer: outcome({ onlyQueues: true, failing: [/bridge is not available/i] }),
		cannotLook: 'CIPP is away meanwhile, and does not say when it was started',
	}),
});

const levels: DeclaredField = list('Levels', 'Level', {
	optional: true,
	placeholder: 'e.g. WRN,ERR,CRT',
	help: 'Only lines of these levels: TRC, DBG, INF, WRN, ERR or CRT, separated by commas',
});
const filters: DeclaredField[] = [
	levels,
	text('Containing', 'Search', {
		optional: true,
		placeholder: 'e.g. timeout',
		help: 'Only lines with this text',
	}),
	text('Not Containing', 'Exclude', {
		optional: true,
		placeholder: 'e.g. heartbeat',
		help: 'Only lines without this text',
	}),
	text('Regular Expression', 'Regex', {
		optional: true,
		placeholder: 'e.g. error|fail',
		help: 'Only lines that this .NET expression matches',
	}),
	dateTime('From', 'From', {
		form: 'isoDate',
		optional: true,
		help: 'Only lines from this time on',
	}),
	dateTime('Until', 'To', {
		form: 'isoDate',
		optional: true,
		help: 'Only lines up to this time',
	}),
	number('Lines to Read', 'Tail', {
		optional: true,
		default: 500,
		help: 'How many lines CIPP gives at most, the last ones. It gives 500 if left out.',
	}),
];
const newestFirst = toggle('Newest First', 'SortDesc', {
	default: true,
	help: 'Whether the list begins with the newest line',
});
const lines = rows('Timestamp', 'Level', 'Message');

export const containerLog = resource('Container Log', 'containerLog', 'getMany', {
	getMany: read('ListContainerLogs', {
		name: 'Get Many',
		action: 'Get many lines of container log',
		help: "Reads the end of a log file of CIPP's host. Stack traces are left out, and older hosts answer with an error.",
		role: 'CIPP.SuperAdmin.Read',
		tenant: null,
		fixed: action('ReadLog'),
		fields: [
			newestFirst,
			...filters,
			text('File', 'File', {
				optional: true,
				placeholder: 'e.g. craft-20300131.log',
				help: 'The column Name of Get Many Files. The present file if left out.',
			}),
		],
		answer: lines,
	}),

	searchAll: read('ListContainerLogs', {
		name: 'Search All Files',
		action: 'Search all files of container log',
		help: "Looks through all log files of CIPP's host",
		role: 'CIPP.SuperAdmin.Read',
		tenant: null,
		fixed: action('SearchAll'),
		fields: [newestFirst, ...filters],
		answer: lines,
	}),

	query: read('ListContainerLogs', {
		name: 'Query',
		action: 'Query container log',
		help: 'Looks through the present log file with a small query language; newest lines come first',
		role: 'CIPP.SuperAdmin.Read',
		tenant: null,
		fixed: action('Query'),
		fields: [
			text('Query', 'Query', {
				name: 'logQuery',
				required: true,
				placeholder: 'e.g. where Level == "ERR" | where Timestamp > ago(1h) | take 100',
				help: 'Clauses where, take, sort by and search all, joined with |. A clause that CIPP does not understand is skipped silently, so check the result.',
			}),
		],
		answer: lines,
	}),

	getManyFiles: read('ListContainerLogs', {
		name: 'Get Many Files',
		action: 'Get many files of container log',
		help: "Lists the log files that CIPP's host keeps",
		role: 'CIPP.SuperAdmin.Read',
		tenant: null,
		fixed: action('ListFiles'),
		fields: [],
		answer: rows('Name', 'SizeBytes', 'SizeFormatted', 'LastModifiedUtc', 'IsCurrent', 'FullPath'),
	}),

	getInfo: read('ListContainerLogs', {
		name: 'Get Location',
		action: 'Get location of container log',
		help: 'Reads the present file, its folder, and the other files there',
		role: 'CIPP.SuperAdmin.Read',
		tenant: null,
		fixed: action('GetInfo'),
		fields: [],
		answer: row('CIPP keeps no log files'),
	}),
});
