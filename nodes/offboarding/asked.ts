import { askedBy, bodyOf } from '../../n8n/parameters';
import type { Tenant } from '../../cipp/tenants';
import type { LabelValue, OffboardingOptions } from '../../offboarding/order/order';
import { askedSteps } from '../../offboarding/order/order';
import type { Run } from '../../n8n/run';

/** Everything that an item fills in, by the names of the declaration. */
export interface Asked {
	user?: LabelValue[];
	when?: 'now' | 'at';
	startAt?: string;
	timeZone?: string;
	[name: string]: unknown;
}

/** Fields that go to CIPP and those that code of the operation's own takes. */
export function askedIn(run: Run, index: number): Asked {
	const { context, operation } = run;
	return { ...bodyOf(context, operation, index), ...askedBy(context, operation, index) };
}

/** The tenant that an item names. */
export async function tenantOf(run: Run, index: number): Promise<Tenant> {
	return await run.itemTenants.resolve(run.itemTenants.named(index) ?? '');
}

/** People of one item that are read at the same time. */
export const peopleAtOnce = 5;

export const peopleIn = ({ user = [] }: Asked): string[] => user.map(({ value }) => value);

const beside = ['KeepCopy', 'PostExecution'] as const;

/** The steps that someone chose, and what belongs to them. */
export function optionsIn(asked: Asked): OffboardingOptions {
	const all = asked as OffboardingOptions;
	const names = [...askedSteps(all).map(({ name }) => name), ...beside];
	return Object.fromEntries(
		names.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]),
	);
}
