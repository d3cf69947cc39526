import { isPassword } from '../commands/authentication-methods.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { licensesOf } from '../../microsoft/state/license.mts';
import { read, valueText } from '../loose-json.mts';
import { findUser } from '../../microsoft/state/lookup.mts';
import type { User } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';

export const mfaEndpoints: Endpoint[] = [
	{ name: 'ListMFAUsers', role: 'Identity.User.Read', answer: listMfaUsers },
	{ name: 'ListPerUserMFA', role: 'Identity.User.Read', answer: listPerUserMfa },
	{ name: 'ExecPerUserMFA', role: 'Identity.User.ReadWrite', answer: setPerUserMfa },
];

const placeholder = 'Loading data for all tenants. Please check back in 1 minute';

function listMfaUsers({ instance, query }: Call): Answer {
	const filter = query.get('tenantFilter');
	if (filter?.toLowerCase() === 'alltenants') {
		const now = instance.clock.now();
		const running = instance.queues.recent('ListMFAUsers', now);
		const job =
			running ??
			instance.queues.start(
				'MFA Users - All Tenants',
				'ListMFAUsers',
				now,
				instance.listedTenants().map((tenant, index) => ({
					name: tenant.defaultDomainName,
					doneAt: now.getTime() + (index + 1) * 10_000,
					rows: mfaRows(tenant),
				})),
			);
		const rows = job.parts
			.filter(({ doneAt }) => doneAt <= now.getTime())
			.flatMap((part) => part.rows);
		// Finished tenants come without a word that others are missing.
		return ok(rows.length > 0 ? rows : [{ UPN: placeholder }]);
	}
	const tenant = instance.managedTenant(filter);
	if (!tenant) return ok([]);
	const cached = query.isTrue('UseReportDB') ? { CacheTimestamp: '2025-03-03T02:10:00Z' } : {};
	return ok(mfaRows(tenant).map((row) => ({ ...row, ...cached })));
}

function mfaRows(tenant: Tenant): Array<Record<string, unknown>> {
	return tenant.users.map((user) => {
		const methods = registeredMethods(user);
		return {
			Tenant: tenant.defaultDomainName,
			ID: user.id,
			UPN: user.userPrincipalName,
			DisplayName: user.displayName,
			AccountEnabled: user.accountEnabled,
			PerUser: user.perUserMfaState,
			isLicensed: licensesOf(tenant, user).length > 0,
			MFARegistration: methods.length > 0,
			MFACapable: methods.length > 0,
			MFAMethods: methods,
			CoveredByCA: 'Not Enforced',
			CAPolicies: [],
			CoveredBySD: false,
			IsAdmin: tenant.roles.some(({ members }) => members.includes(user.id)),
			UserType: user.userType,
			RowKey: user.id,
			PartitionKey: 'users',
		};
	});
}

/** The registration report has its own names for methods. */
const reportNames: Record<string, string> = {
	microsoftAuthenticator: 'microsoftAuthenticatorPush',
	phone: 'mobilePhone',
	fido2: 'fido2SecurityKey',
	softwareOath: 'softwareOneTimePasscode',
	email: 'email',
};

function registeredMethods(user: User): string[] {
	return user.authenticationMethods
		.filter((method) => !isPassword(method))
		.map((method) => method['@odata.type'].split('.').at(-1)!.replace('AuthenticationMethod', ''))
		.map((name) => reportNames[name] ?? name);
}

function listPerUserMfa({ instance, query }: Call): Answer {
	const tenant = instance.managedTenant(query.get('tenantFilter'));
	if (query.isTrue('allUsers')) {
		return ok(
			(tenant?.users ?? []).map(({ userPrincipalName, id, perUserMfaState }) => ({
				userPrincipalName,
				id,
				perUserMfaState,
			})),
		);
	}
	const wanted = query.get('userId') ?? '';
	if (!tenant) return ok([{ PerUserMFAState: null, UserPrincipalName: null }]);
	const user = findUser(tenant, wanted);
	if (!user)
		return failed(500, [
			`Failed to get MFA State for ${wanted} : Resource '${wanted}' does not exist or one of its queried reference-property objects are not present.`,
		]);
	return ok([{ PerUserMFAState: user.perUserMfaState, UserPrincipalName: user.userPrincipalName }]);
}

const perUserStates = ['enabled', 'disabled', 'enforced'] as const;

/** CIPP does not look at what Graph answers: success is also said of people who do not exist. */
function setPerUserMfa({ instance, body }: Call): Answer {
	const upn = valueText(read(body, 'userPrincipalName'));
	const wanted = /#EXT#/i.test(upn) ? valueText(read(body, 'userId')) : upn;
	const given = valueText(read(body, 'State'));
	const state = perUserStates.find((name) => name === given.toLowerCase());
	if (!wanted)
		return failed(500, {
			Results: ["Cannot bind argument to parameter 'userId' because it is an empty string."],
		});
	if (!state)
		return failed(500, {
			Results: [
				`Cannot validate argument on parameter 'State'. The argument "${given}" does not belong to the set "enabled,disabled,enforced" specified by the ValidateSet attribute.`,
			],
		});
	const tenant = instance.managedTenant(valueText(read(body, 'tenantFilter')));
	const user = tenant && findUser(tenant, wanted);
	if (user) user.perUserMfaState = state;
	return ok({ Results: [`Successfully set Per user MFA State for ${wanted}`] });
}
