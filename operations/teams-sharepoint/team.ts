import {
	change,
	choice,
	inBody,
	inQuery,
	list,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
} from '../vocabulary';

export const team = resource('Team', 'team', 'getMany', {
	getMany: read('ListTeams', {
		name: 'Get Many',
		action: 'Get many teams',
		help: 'Lists the teams of a tenant. For all tenants CIPP answers from its reporting database.',
		role: 'Teams.Group.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { type: 'List' } },
		fields: [
			toggle('Use Reporting Database', 'UseReportDB', {
				optional: true,
				help: 'Whether to read what CIPP stored at its last sync instead of asking Microsoft. Quicker, but fails for a tenant that was never synced.',
			}),
		],
		answer: rows('id', 'displayName', 'description', 'visibility', 'mailNickname', 'Tenant'),
	}),

	get: read('ListTeams', {
		name: 'Get',
		action: 'Get team',
		help: 'Reads one team with its channels, owners, members and installed apps',
		role: 'Teams.Group.Read',
		tenant: inQuery(),
		fixed: { query: { type: 'Team' } },
		fields: [
			text('Team ID', 'ID', {
				name: 'teamId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Object ID of the team, which is also that of its Microsoft 365 group',
			}),
		],
		answer: row('There is no such team in this tenant'),
	}),

	create: change('AddTeam', {
		name: 'Create',
		action: 'Create team',
		help: 'Makes a new team with the standard template. Microsoft may need a few minutes until it shows up.',
		role: 'Teams.Group.ReadWrite',
		tenant: inBody('tenantid'),
		fields: [
			text('Display Name', 'displayName', {
				required: true,
				placeholder: 'e.g. Sales',
				help: 'Name of the team as people see it',
			}),
			list('Owner Object IDs', 'owner', {
				name: 'ownerIds',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Object IDs of the users who own the team, at least one. Separate several with commas.',
			}),
			text('Description', 'description', {
				optional: true,
				placeholder: 'e.g. Everything about sales',
				help: 'What the team is for',
			}),
			choice(
				'Visibility',
				'visibility',
				[
					{ value: 'private', label: 'Private', help: 'Owners decide who joins' },
					{ value: 'public', label: 'Public', help: 'Anyone in the tenant may join' },
				],
				{
					optional: true,
					default: 'private',
					help: 'Who may join without being asked. Left out, Microsoft decides.',
				},
			),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	getActivity: read('ListTeamsActivity', {
		name: 'Get Activity',
		action: 'Get team activity',
		help: 'Lists chats, calls and meetings per user over the past 30 days. Counts are texts.',
		role: 'Teams.Activity.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fixed: { query: { Type: 'TeamsUserActivityUser' } },
		fields: [
			toggle('Use Reporting Database', 'UseReportDB', {
				optional: true,
				help: 'Whether to read what CIPP stored at its last sync instead of asking Microsoft. Quicker, but fails for a tenant that was never synced.',
			}),
		],
		answer: rows('UPN', 'LastActive', 'TeamsChat', 'CallCount', 'MeetingCount', 'Tenant'),
	}),
});
