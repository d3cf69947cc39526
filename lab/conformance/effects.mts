import { shapeOf } from './alike.mts';

/**
 * What became otherwise between two looks at Microsoft's tenants.
 *
 * @param before, after the tenants as JSON; null where nobody could look
 * @returns a line for each leaf, e.g. `contoso.example/users/megan.bowen@contoso.example/accountEnabled: true -> false`
 */
export function effects(before: string | null, after: string | null): string[] | null {
	if (before === null || after === null) return null;
	if (before === after) return [];
	return [...new Set(changed(JSON.parse(before), JSON.parse(after), []))].sort();
}

function changed(before: unknown, after: unknown, path: string[]): string[] {
	if (JSON.stringify(before) === JSON.stringify(after)) return [];
	if (!isTree(before) || !isTree(after))
		return [`${path.join('/')}: ${shown(before)} -> ${shown(after)}`];
	const [old, now] = [entriesOf(before), entriesOf(after)];
	const all = [...new Set([...old.keys(), ...now.keys()])].filter((name) => !ofCipp.includes(name));
	return all.flatMap((name) => {
		if (!old.has(name)) return [`${[...path, name].join('/')}: new`];
		if (!now.has(name)) return [`${[...path, name].join('/')}: gone`];
		return changed(old.get(name), now.get(name), [...path, name]);
	});
}

/** What the sandbox keeps beside a tenant and Microsoft knows nothing of. */
const ofCipp = ['permissionReport', 'offboardingDefaults'];

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Times and what is made anew differ from one look to the next, and only Microsoft's side cares for the form of a time. */
const shown = (value: unknown): string =>
	shapeOf(JSON.stringify(value) ?? 'nothing').replace(/<time[^>]*>/g, '<time>');

/** Entries of a list go by what people call them, so that a new first one does not move all others. */
function entriesOf(tree: object): Map<string, unknown> {
	if (!Array.isArray(tree)) return new Map(Object.entries(tree));
	return new Map(tree.map((entry: unknown, index) => [nameOf(entry) ?? String(index), entry]));
}

const names = [
	'defaultDomainName',
	'userPrincipalName',
	'telephoneNumber',
	'identity',
	'displayName',
	'subject',
	'guid',
	'trustee',
	'skuId',
	'id',
];

function nameOf(entry: unknown): string | undefined {
	if (typeof entry === 'string') return entry;
	if (!isTree(entry)) return undefined;
	const { right, user, ...rest } = entry as Record<string, unknown>;
	const found = names.map((name) => rest[name]).find(Boolean);
	if (found !== undefined) return [found, right].filter(Boolean).join(' ');
	return user === undefined ? undefined : nameOf(user);
}
