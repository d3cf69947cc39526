import { MicrosoftError } from '../../microsoft/errors.mts';
import { failed, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { printed, read, valueText } from '../loose-json.mts';
import { userAddress, wordsOf, type BatchItem, type Requests } from '../requests.mts';

export const patchUserEndpoints: Endpoint[] = [
	{ name: 'PatchUser', role: 'Identity.User.ReadWrite', answer: patchUsers },
];

const routing = ['id', 'tenantfilter', 'manager', 'sponsor'];

type Kind = 'patched' | 'manager' | 'sponsor';

interface Outcome {
	done: Record<Kind, number>;
	errors: string[];
}

/** One person or a list of them. One failure makes all of it a 400; what went well is done. */
function patchUsers({ instance, body }: Call): Answer {
	const people = Array.isArray(body) ? body : [body];
	if (people.some((person) => !textOf(person, 'id') || !textOf(person, 'tenantFilter')))
		return failed(400, {
			Results: ['Failed to patch user(s). Some users are missing id or tenantFilter'],
		});
	const outcome: Outcome = { done: { patched: 0, manager: 0, sponsor: 0 }, errors: [] };
	const tenants = [...new Set(people.map((person) => textOf(person, 'tenantFilter')))];
	try {
		for (const tenant of tenants) {
			const { ask } = instance.placeFor(tenant);
			const mine = people.filter((person) => textOf(person, 'tenantFilter') === tenant);
			patchAttributes(ask, mine, outcome);
			for (const kind of ['manager', 'sponsor'] as const) link(ask, mine, kind, outcome);
		}
	} catch (error) {
		if (!(error instanceof MicrosoftError)) throw error;
		return failed(500, { Results: [`Failed to patch user(s). Error: ${error.message}`] });
	}
	const { errors } = outcome;
	if (errors.length === 0)
		return { status: 200, body: { Results: [successSentence(people, tenants.length, outcome)] } };
	const summary = hasLinks(people)
		? successSentence(people, tenants.length, outcome)
		: `Successfully patched ${outcome.done.patched} of ${people.length} users`;
	return { status: 400, body: { Results: [...errors, summary] } };
}

const textOf = (person: unknown, name: string) => valueText(read(person, name)).trim();

/** All of a person's attributes or none, as Graph does it. Towards an unknown tenant nothing is sent, and nothing counted. */
function patchAttributes(ask: Requests, people: unknown[], { done, errors }: Outcome): void {
	const changes = people
		.map((person) => ({
			person,
			body: Object.fromEntries(
				Object.entries(person as object).filter(([name]) => !routing.includes(name.toLowerCase())),
			),
		}))
		.filter(({ body }) => Object.keys(body).length > 0);
	const replies = ask.batch(
		changes.map(({ person, body }, index) => ({
			id: String(index),
			method: 'PATCH',
			url: userAddress(textOf(person, 'id')),
			body,
		})),
	);
	for (const { id, status, body } of replies) {
		const { person } = changes[Number(id)];
		if (status < 300) done.patched += 1;
		else errors.push(`Failed to patch user ${whereabouts(person)}: ${messageOf(body)}`);
	}
}

function whereabouts(person: unknown): string {
	return `${textOf(person, 'id')} in tenant ${textOf(person, 'tenantFilter')}`;
}

function messageOf(body: unknown): string {
	return (body as { error: { message: string } }).error.message;
}

/** Manager or sponsor. The name is taken as it is: an object with label and value is printed, and nobody has that name. */
function link(
	ask: Requests,
	people: unknown[],
	kind: 'manager' | 'sponsor',
	outcome: Outcome,
): void {
	for (const person of people) {
		const other = nameOf(read(person, kind));
		if (!other) continue;
		const failedTo = `Failed to set ${kind} for ${whereabouts(person)}: `;
		const id = textOf(person, 'id');
		try {
			const [reply] = ask.batch([linkItem(id, kind, other)]);
			if (reply && reply.status < 300) outcome.done[kind] += 1;
			else if (reply)
				outcome.errors.push(`${failedTo}Failed to set ${id}'s ${kind}: ${messageOf(reply.body)}`);
		} catch (error) {
			outcome.errors.push(`${failedTo}${wordsOf(error)}`);
		}
	}
}

function nameOf(value: unknown): string {
	return typeof value === 'object' && value !== null ? printed(value) : valueText(value).trim();
}

function linkItem(id: string, kind: 'manager' | 'sponsor', other: string): BatchItem {
	return {
		id: '0',
		method: 'PUT',
		url: userAddress(id, kind === 'manager' ? '/manager/$ref' : '/sponsors/$ref'),
		body: { '@odata.id': `https://graph.microsoft.com/beta/users/${encodeURIComponent(other)}` },
	};
}

function hasLinks(people: unknown[]): boolean {
	return people.some((person) => read(person, 'manager') || read(person, 'sponsor'));
}

function successSentence(people: unknown[], tenants: number, { done }: Outcome): string {
	const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
	const has = (name: string) => people.some((person) => Boolean(read(person, name)));
	const links = [
		...(has('manager') ? [counted(done.manager, 'manager assignment')] : []),
		...(has('sponsor') ? [counted(done.sponsor, 'sponsor assignment')] : []),
	].join(' and ');
	const users = `patched ${counted(done.patched, 'user')}`;
	const what = !links
		? users
		: done.patched > 0
			? `${users} and updated ${links}`
			: `updated ${links}`;
	return `Successfully ${what} across ${counted(tenants, 'tenant')}`;
}
