import {
	change,
	destroy,
	gone,
	inList,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	text,
} from '../vocabulary';

export const appQueue = resource('App Queue', 'appQueue', 'getMany', {
	getMany: read('ListApplicationQueue', {
		name: 'Get Many',
		action: 'Get many app queue entries',
		help: 'Lists the apps that CIPP has taken for tenants. Without Simplify also the command line, with keys of agents in it.',
		role: 'Endpoint.Application.Read',
		tenant: null,
		fields: [],
		answer: rows('id', 'tenantName', 'applicationName', 'assignTo', 'status'),
		secret: ['cmdLine'],
	}),

	run: change('ExecAppUpload', {
		name: 'Run',
		action: 'Run app queue',
		help: 'Hands out the whole queue now, for every tenant in it. Only the log of CIPP tells how it went.',
		role: 'Endpoint.Application.ReadWrite',
		actsEverywhere: true,
		tenant: null,
		fields: [],
		answer: outcome({ onlyQueues: true }),
		cannotLook: 'CIPP works on the queue in the background',
	}),

	delete: destroy('RemoveQueuedApp', {
		name: 'Delete',
		action: 'Delete app queue entry',
		help: 'Takes an app out of the queue, whichever tenant it is for. Where it is deployed already, it stays.',
		role: 'Endpoint.Application.ReadWrite',
		tenant: null,
		fields: [
			text('Queue Entry ID', 'ID', {
				name: 'queueEntryId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'ID of the entry, as Get Many gives it',
			}),
		],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { id: '{ID}' }))),
	}),
});
