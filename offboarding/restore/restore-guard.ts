import { isObject } from '../../cipp/body';
import type { Tenant } from '../../cipp/tenants';
import type { RestorePlan, RestoreStep } from './restore-shape';
import { restorableAttributes } from './restore-steps';
import { InvalidOrder } from '../invalid-order';

type Rule = (value: unknown, plan: RestorePlan) => boolean;

const anything: Rule = () => true;
const is =
	(fixed: unknown): Rule =>
	(value) =>
		value === fixed;
const theDomain: Rule = (value, { tenant }) => value === tenant.defaultDomainName;
const thePerson: Rule = (value, { target }) =>
	value === target.id || value === target.userPrincipalName;
const listOf =
	(rule: Rule): Rule =>
	(value, plan) =>
		Array.isArray(value) && value.length > 0 && value.every((entry) => rule(entry, plan));
/** No name but these; CIPP would read others too. */
const object =
	(rules: Record<string, Rule>): Rule =>
	(value, plan) =>
		isObject(value) &&
		Object.entries(value).every(([name, entry]) => rules[name]?.(entry, plan) === true);

const people = listOf(
	object({
		value: thePerson,
		label: anything,
		addedFields: object({ userPrincipalName: thePerson }),
	}),
);
const adding = { UserID: thePerson, Modification: is('Add'), PermissionLevel: anything };

/** Everything that a restore may send: for this tenant, for this person, and only what gives back. */
const allowed: Record<string, Rule> = {
	ExecRestoreDeleted: object({
		tenantFilter: theDomain,
		ID: thePerson,
		userPrincipalName: anything,
		displayName: anything,
	}),
	ExecDisableUser: object({ tenantFilter: theDomain, ID: thePerson, Enable: is(true) }),
	PatchUser: listOf(
		object({
			tenantFilter: theDomain,
			id: thePerson,
			manager: anything,
			...Object.fromEntries(restorableAttributes.map((name) => [name, anything])),
		}),
	),
	ExecBulkLicense: listOf(
		object({
			tenantFilter: theDomain,
			userIds: listOf(thePerson),
			LicenseOperation: is('Add'),
			Licenses: anything,
		}),
	),
	EditGroup: object({
		tenantFilter: theDomain,
		groupId: anything,
		groupName: anything,
		AddMember: people,
		AddOwner: people,
	}),
	ExecConvertMailbox: object({
		tenantFilter: theDomain,
		ID: thePerson,
		MailboxType: is('Regular'),
	}),
	ExecHideFromGAL: object({ tenantFilter: theDomain, ID: thePerson, HideFromGAL: is(false) }),
	ExecEmailForward: object({
		tenantFilter: theDomain,
		userID: thePerson,
		forwardOption: anything,
		ForwardInternal: anything,
		ForwardExternal: anything,
		KeepCopy: anything,
	}),
	ExecSetOoO: object({
		tenantFilter: theDomain,
		userId: thePerson,
		AutoReplyState: anything,
		InternalMessage: anything,
		ExternalMessage: anything,
	}),
	ExecModifyMBPerms: object({
		tenantFilter: theDomain,
		mailboxRequests: listOf(object({ userID: anything, permissions: listOf(object(adding)) })),
	}),
	ExecModifyCalPerms: object({
		tenantFilter: theDomain,
		userID: anything,
		permissions: listOf(object({ ...adding, FolderName: anything })),
	}),
	ExecPerUserMFA: object({
		tenantFilter: theDomain,
		userPrincipalName: thePerson,
		userId: thePerson,
		State: anything,
	}),
	ExecTeamsVoicePhoneNumberAssignment: object({
		TenantFilter: theDomain,
		input: object({ value: thePerson, label: anything }),
		PhoneNumber: anything,
		PhoneNumberType: anything,
	}),
};

/** Where each endpoint reads the tenant; without it CIPP would act on the partner's own. */
const tenantNames = ['tenantFilter', 'TenantFilter'];

/**
 * Checks a preview that came in from outside: it is JSON, and anyone may have written it.
 *
 * @param tenant as CIPP lists it now
 * @throws {InvalidOrder} when it would do anything but give this person back what they had
 */
export function checkRestorePlan(plan: RestorePlan, tenant: Tenant): void {
	if (plan.tenant.defaultDomainName !== tenant.defaultDomainName) {
		throw new InvalidOrder(
			'snapshot',
			`The preview is for ${plan.tenant.defaultDomainName}, and CIPP knows this tenant as ${tenant.defaultDomainName}`,
			'Make the preview again.',
		);
	}
	const wrong = plan.steps.find((step) => !isAllowed(step, plan));
	if (!wrong) return;
	throw new InvalidOrder(
		'snapshot',
		`"${wrong.what}" (${wrong.endpoint}) is no step of a restore for ${plan.target.userPrincipalName}`,
		'Give a preview as Preview Restore returned it, unchanged.',
	);
}

function isAllowed({ endpoint, body }: RestoreStep, plan: RestorePlan): boolean {
	const bodies = Array.isArray(body) ? body : [body];
	const namesTenant = bodies.every(
		(one) => isObject(one) && tenantNames.some((name) => name in one),
	);
	return namesTenant && Object.hasOwn(allowed, endpoint) && allowed[endpoint](body, plan);
}
