import { MicrosoftError } from '../../microsoft/errors.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { read, valueText } from '../loose-json.mts';
import {
	emptyParameter,
	nullParameter,
	outsideOfSet,
	tableTime,
	unrolled,
} from '../powershell.mts';
import { mfaRows, silently } from '../commands/mfa-state.mts';
import { userAddress, wordsOf, type Row } from '../requests.mts';
import { rowsInBackground } from './all-tenants.mts';
import { listed } from './attempt.mts';

export const mfaEndpoints: Endpoint[] = [
	{ name: 'ListMFAUsers', role: 'Identity.User.Read', answer: listMfaUsers },
	{ name: 'ListPerUserMFA', role: 'Identity.User.Read', answer: listPerUserMfa },
	{ name: 'ExecPerUserMFA', role: 'Identity.User.ReadWrite', answer: setPerUserMfa },
];

function listMfaUsers(call: Call): Answer {
	const { instance, query } = call;
	const filter = query.get('tenantFilter') ?? '';
	if (query.isTrue('UseReportDB')) return fromReport(call);
	if (filter.toLowerCase() !== 'alltenants')
		return listed(403, () =>
			mfaRows(instance.placeFor(filter).ask, query.get('tenantFilter') ?? null),
		);
	const rows = rowsInBackground(
		call,
		{ name: 'MFA Users - All Tenants', reference: 'ListMFAUsers' },
		({ defaultDomainName }) => cachedRows(call, defaultDomainName),
	);
	const placeholder = 'Loading data for all tenants. Please check back in a few minutes';
	return ok(rows.length > 0 ? rows : [{ UPN: placeholder }]);
}

/** Rows of the cache's table: a list of one method is bare there as well, and no methods are a list. */
function cachedRows({ instance }: Call, tenant: string): Row[] {
	const Timestamp = tableTime(instance.clock.now());
	const rows = silently(() => mfaRows(instance.placeFor(tenant).ask, tenant));
	return rows.map((row) => ({ ...row, MFAMethods: row.MFAMethods ?? [], Timestamp }));
}

function fromReport({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter') ?? '';
	const isForAll = filter.toLowerCase() === 'alltenants';
	const tenant = instance.managedTenant(filter);
	const tenants = isForAll ? instance.listedTenants() : tenant ? [tenant] : [];
	const synced = tenants.filter(({ permissionReport }) => permissionReport);
	if (!isForAll && synced.length === 0)
		return failed(500, [
			'No MFA state data found in reporting database. Sync the report data first.',
		]);
	return ok(
		synced.flatMap(({ defaultDomainName, permissionReport }) =>
			silently(() => mfaRows(instance.placeFor(defaultDomainName).ask, defaultDomainName)).map(
				(row) => ({ ...row, CacheTimestamp: permissionReport!.refreshed }),
			),
		),
	);
}

/** The words stand twice in the failure. Without a person the address is that of everybody. */
function listPerUserMfa({ instance, query }: Call): Answer {
	const { ask } = instance.placeFor(query.get('tenantFilter') ?? '');
	const id = query.get('userId') ?? '';
	const columns = '$select=userPrincipalName,id,perUserMfaState';
	const sentence = `Failed to get MFA State for ${id} : `;
	return listed(
		500,
		() => {
			if (query.isTrue('allUsers')) return ask.rows(`v1.0/users?$top=999&${columns}`);
			const states = ask
				.rows(`v1.0/${userAddress(id)}?${columns}`)
				.map(({ perUserMfaState }) => perUserMfaState);
			return [
				{ PerUserMFAState: unrolled(states), UserPrincipalName: query.get('userId') ?? null },
			];
		},
		(words) => `${sentence}${sentence}${words}`,
	);
}

const perUserStates = ['enabled', 'disabled', 'enforced'] as const;

/** CIPP does not look at what Graph answers: success is also said of people who do not exist. */
function setPerUserMfa({ instance, body }: Call): Answer {
	const upn = valueText(read(body, 'userPrincipalName'));
	const id = /#EXT#/i.test(upn) ? valueText(read(body, 'userId')) : upn;
	const given = valueText(read(body, 'State'));
	const filter = valueText(read(body, 'tenantFilter'));
	const refused = (words: string) => failed(500, { Results: [words] });
	if (!id) return refused(nullParameter('userId'));
	if (!filter) return refused(emptyParameter('TenantFilter'));
	if (!perUserStates.some((name) => name === given.toLowerCase()))
		return refused(outsideOfSet('State', given, perUserStates));
	try {
		instance.placeFor(filter).ask.batch([
			{
				id: '0',
				method: 'PATCH',
				url: userAddress(id, '/authentication/requirements'),
				body: { perUserMfaState: given },
			},
		]);
		return ok({ Results: [`Successfully set Per user MFA State for ${id}`] });
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		return refused(`Failed to set MFA State to ${given} for ${id}. Error: ${wordsOf(error)}`);
	}
}
