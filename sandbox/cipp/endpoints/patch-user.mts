import { failed, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { valueText, read } from '../loose-json.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';
import { graphUser } from '../../microsoft/state/lookup.mts';
import type { User } from '../../microsoft/state/tenant.mts';
import type { Tenant } from '../tenant.mts';

export const patchUserEndpoints: Endpoint[] = [
	{ name: 'PatchUser', role: 'Identity.User.ReadWrite', answer: patchUsers },
];

/** Graph's names for what the sandbox keeps of a person and lets be changed. */
const attributes: Array<keyof User> = [
	'accountEnabled',
	'businessPhones',
	'city',
	'companyName',
	'country',
	'department',
	'displayName',
	'employeeId',
	'givenName',
	'jobTitle',
	'mailNickname',
	'mobilePhone',
	'officeLocation',
	'otherMails',
	'surname',
	'usageLocation',
	'userPrincipalName',
];

/** What Graph lets be changed although the account comes from on-premises. */
const changeableWhenSynced: string[] = ['accountEnabled', 'usageLocation', 'otherMails'];

const routing = ['id', 'tenantfilter', 'manager', 'sponsor'];

/** One person or a list of them. One failure makes all of it a 400; what went well is done. */
function patchUsers({ instance, body }: Call): Answer {
	const people = Array.isArray(body) ? body : [body];
	const text = (person: unknown, name: string) => valueText(read(person, name)).trim();
	if (people.some((person) => !text(person, 'id') || !text(person, 'tenantFilter')))
		return failed(400, {
			Results: ['Failed to patch user(s): id or tenantFilter is missing for some of them.'],
		});
	const errors: string[] = [];
	const done = { patched: 0, manager: 0, sponsor: 0 };
	const attempt = (kind: keyof typeof done, sentence: string, work: () => void) => {
		try {
			work();
			done[kind] += 1;
		} catch (error) {
			if (!(error instanceof MicrosoftError)) throw error;
			errors.push(`${sentence}: ${error.message}`);
		}
	};
	for (const person of people) {
		const filter = text(person, 'tenantFilter');
		const tenant = instance.managedTenant(filter);
		// Nothing is sent to a tenant that CIPP does not know, and nothing is counted.
		if (!tenant) continue;
		const id = text(person, 'id');
		const changes = Object.entries(person as object).filter(
			([name]) => !routing.includes(name.toLowerCase()),
		);
		if (changes.length > 0)
			attempt('patched', `Failed to patch user ${id} in tenant ${filter}`, () =>
				patch(tenant, id, changes),
			);
		for (const kind of ['manager', 'sponsor'] as const) {
			const other = text(person, kind);
			if (!other) continue;
			attempt(kind, `Failed to set ${kind} for ${id} in tenant ${filter}`, () => {
				const user = graphUser(tenant, id);
				const { id: otherId } = graphUser(tenant, other);
				if (kind === 'sponsor') return;
				if (user.onPremisesSyncEnabled) throw new MicrosoftError(masteredOnPremises);
				user.managerId = otherId;
			});
		}
	}
	const success = successSentence(people, done);
	const lines = errors.length > 0 ? [...errors, success] : [success];
	return { status: errors.length > 0 ? 400 : 200, body: { Results: lines } };
}

const masteredOnPremises =
	'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.';

/** All of it or nothing, as Graph does it. */
function patch(tenant: Tenant, id: string, changes: Array<[string, unknown]>): void {
	const user = graphUser(tenant, id);
	for (const [name] of changes) {
		if (!attributes.some((known) => known === name))
			throw new MicrosoftError(
				`One or more property values specified are invalid. (The sandbox does not keep ${name}.)`,
			);
		if (user.onPremisesSyncEnabled && !changeableWhenSynced.includes(name))
			throw new MicrosoftError(masteredOnPremises);
	}
	Object.assign(user, Object.fromEntries(changes));
}

function successSentence(
	people: unknown[],
	{ patched, manager, sponsor }: Record<'patched' | 'manager' | 'sponsor', number>,
): string {
	const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
	const has = (name: string) => people.some((person) => valueText(read(person, name)).trim());
	const links = [
		...(has('manager') ? [counted(manager, 'manager assignment')] : []),
		...(has('sponsor') ? [counted(sponsor, 'sponsor assignment')] : []),
	].join(' and ');
	const tenants = new Set(people.map((person) => valueText(read(person, 'tenantFilter'))));
	const users = `patched ${counted(patched, 'user')}`;
	const what = !links ? users : patched > 0 ? `${users} and updated ${links}` : `updated ${links}`;
	return `Successfully ${what} across ${counted(tenants.size, 'tenant')}`;
}
