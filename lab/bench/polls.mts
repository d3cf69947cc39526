import type { Clock, Send } from '../../cipp/request';
import { usualFollowing } from '../../offboarding/run/follow';
import type { Leaver } from '../../offboarding/run/leaver';
import { rightNow } from '../../offboarding/order/local-time';
import { newLeaver, type ReadyStart } from '../../offboarding/run/ready';
import { pauseBeforeLook, waitInPlace, type WaitOptions } from '../../offboarding/run/wait';
import { secondsToPark } from '../../nodes/offboarding/park';
import { taskName } from '../../offboarding/order/job';

/** What waiting for an hour asks of CIPP. */
export interface Polls {
	people: number;
	tenants: number;
	/** Requests for lists of scheduled tasks in the first hour. */
	anHour: number;
	/** Of these, in the minute in which the node waits in place. */
	inPlace: number;
}

const hour = 3_600_000;
const options: WaitOptions = {
	...usualFollowing,
	limitMilliseconds: 2 * hour,
	intervalMilliseconds: null,
};

/** Waits for an hour that is over at once, for people whose tasks do not end. */
export async function polls(people: number, tenants: number): Promise<Polls> {
	let now = Date.parse('2026-11-24T09:00:00Z');
	const end = now + hour;
	const clock: Clock = {
		now: () => new Date(now),
		sleep: async (milliseconds) => void (now += milliseconds),
	};
	const leavers = Array.from({ length: people }, (_, index) => leaver(index, tenants, now));
	let lists = 0;
	const send: Send = async ({ endpoint, query }) => {
		if (endpoint === 'ListScheduledItems') lists += 1;
		const only = query?.tenantFilter;
		const here = leavers.filter(({ tenant }) => !only || tenant.defaultDomainName === only);
		return { status: 200, headers: {}, body: here.map(taskOf) };
	};
	await waitInPlace(leavers, send, clock, options, 60_000);
	const inPlace = lists;
	while (now < end) {
		now += secondsToPark(pauseBeforeLook(leavers, clock.now(), options, Infinity)) * 1_000;
		if (now < end) await waitInPlace(leavers, send, clock, options, 0);
	}
	return { people, tenants, anHour: lists, inPlace };
}

function leaver(index: number, tenants: number, now: number): Leaver {
	const domain = `tenant${index % tenants}.example`;
	const ready: ReadyStart = {
		item: index,
		tenant: {
			customerId: domain,
			defaultDomainName: domain,
			initialDomainName: domain,
			displayName: domain,
		},
		account: {
			id: String(index),
			userPrincipalName: `person.${index}@${domain}`,
			displayName: `Person ${index}`,
			isSynced: false,
			sessionsValidFrom: null,
			passwordChanged: null,
		},
		options: { DisableSignIn: true },
		reference: `run-${index}`,
		when: rightNow(new Date(now)),
	};
	return newLeaver(ready, ready.reference, [], new Date(now));
}

function taskOf({ account, reference }: Leaver) {
	return {
		RowKey: reference,
		Name: taskName(account),
		TaskState: 'Running',
		Reference: reference,
		Results: null,
	};
}
