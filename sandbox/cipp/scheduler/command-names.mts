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
];

/** Whether CIPP would schedule a command of this name. */
export function commandNamed(name: string): 'known' | 'unknown' | 'blocked' {
	if (blocked.includes(name.toLowerCase())) return 'blocked';
	return /^[A-Za-z]+-CIPP[A-Za-z0-9]*$/i.test(name) ? 'known' : 'unknown';
}
