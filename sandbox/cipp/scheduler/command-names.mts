const blocked = [
	'add-cippscheduledtask',
	'get-cipptable',
	'get-cippazdatatableentity',
	'add-cippazdatatableentity',
	'remove-cippazdatatableentity',
	'request-cipprestart',
	'get-cippbackup',
	'add-cippqueuemessage',
	'new-cippqueueentry',
	'new-graphgetrequest',
	'new-graphpostrequest',
	'new-exorequest',
	// PowerShell's own, which are not CIPP's to schedule.
	'get-process',
	'start-process',
	'invoke-command',
	'invoke-expression',
	'invoke-restmethod',
	'invoke-webrequest',
];

const verbs = [
	'add',
	'clear',
	'get',
	'invoke',
	'new',
	'push',
	'remove',
	'revoke',
	'send',
	'set',
	'start',
	'sync',
	'test',
	'update',
];

/** Whether CIPP would schedule a command of this name. */
export function commandNamed(name: string): 'known' | 'unknown' | 'blocked' {
	if (blocked.includes(name.toLowerCase())) return 'blocked';
	const [, verb] = /^([A-Za-z]+)-CIPP[A-Za-z0-9]*$/i.exec(name) ?? [];
	return verb !== undefined && verbs.includes(verb.toLowerCase()) ? 'known' : 'unknown';
}
