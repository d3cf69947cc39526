import { checkOrder } from '../../../offboarding/order/checks';
import type { LabelValue, OffboardingOptions } from '../../../offboarding/order/order';
import { prepare, type ReadyOrder } from '../../../offboarding/run/prepare';
import { named } from './named';
import type { Prepared } from './prepared';
import { mapBounded } from '../../../cipp/bounded';
import { InvalidInput } from '../../../n8n/errors';
import { bodyOf, valueOf } from '../../../n8n/parameters';
import { lookedUpAtOnce } from '../../../offboarding/order/find-account';
import type { Run } from '../../../n8n/run';

/** Checks every item and finds its people. Sends nothing that changes anything. */
export async function prepareOrders(run: Run): Promise<Array<Prepared<ReadyOrder>>> {
	const indexes = run.context.getInputData().map((_item, index) => index);
	const prepared = await mapBounded(
		indexes,
		lookedUpAtOnce,
		async (item): Promise<Prepared<ReadyOrder>> => {
			try {
				return { ready: await prepareItem(run, item) };
			} catch (error) {
				return { item, error: named(run, error) };
			}
		},
	);
	return withoutRepetitions(prepared);
}

async function prepareItem(run: Run, item: number): Promise<ReadyOrder> {
	const { context, operation } = run;
	const tenantName = run.itemTenants.named(item) ?? '';
	const { user, ...rest } = bodyOf(context, operation, item);
	const options = rest as OffboardingOptions;
	const people = (user as LabelValue[]).map(({ value }) => value);
	// What can be said without asking CIPP is said first.
	checkOrder(people, options, run.clock.now());
	const tenant = await run.tenants.resolve(tenantName);
	const order = await prepare({ item, tenant, users: people, options }, run.send, run.clock);
	return labelled(run, order);
}

/** The labels someone typed; CIPP shows them and does nothing else with them. */
function labelled(run: Run, order: ReadyOrder): ReadyOrder {
	const labels = run.operation.fields.filter(({ form }) => form === 'label');
	const label = (wire: string): string | undefined => {
		const field = labels.find((candidate) => candidate.wire === wire);
		return field && (valueOf(run.context, field, order.item) as string | undefined);
	};
	const tenantLabel = label('tenantFilter');
	const userLabel = label('user');
	const isOnePerson = order.accounts.length === 1;
	return {
		...order,
		tenant: tenantLabel ? { ...order.tenant, displayName: tenantLabel } : order.tenant,
		accounts: order.accounts.map((account) =>
			userLabel && isOnePerson ? { ...account, displayName: userLabel } : account,
		),
	};
}

/** The same person twice in one run would be offboarded twice at the same time. */
function withoutRepetitions(prepared: Array<Prepared<ReadyOrder>>): Array<Prepared<ReadyOrder>> {
	const seen = new Map<string, number>();
	return prepared.map((entry): Prepared<ReadyOrder> => {
		if (!('ready' in entry)) return entry;
		const { item, tenant, accounts } = entry.ready;
		for (const account of accounts) {
			const person = `${tenant.customerId}/${account.id}`;
			const earlier = seen.get(person);
			if (earlier !== undefined) {
				const error = new InvalidInput(
					`${account.userPrincipalName} is already offboarded by item ${earlier} of this run`,
					'Remove the repetition, for example with a Remove Duplicates node.',
				);
				return { item, error };
			}
		}
		for (const account of accounts) seen.set(`${tenant.customerId}/${account.id}`, item);
		return entry;
	});
}
