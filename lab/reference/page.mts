import type { INodePropertyOptions } from 'n8n-workflow';
import { flagOf, switchOn } from '../../cipp/feature-flags';
import { theTenant } from '../../n8n/editor/properties';
import { toolMayProperty } from '../../n8n/tool';
import {
	oldNamesOf,
	takesSeveral,
	type Field,
	type LookAt,
	type Operation,
	type Renamed,
	type Resource,
	type SecondLook,
	type TenantPlace,
} from '../../operations/vocabulary';

/** The page of one resource: each operation with what it does, needs and takes, and an example. */
export function referencePage(nodeName: string, resource: Resource): string {
	const operations = Object.entries(resource.operations);
	return [
		`# ${resource.name}`,
		'',
		...told(resource.deprecated && `Deprecated: ${resource.deprecated}`),
		...told(formerlyCalled(resource)),
		`Node **${nodeName}**, resource \`${resource.value}\`. Made from the declarations: change those, then run \`npm run reference\`.`,
		'',
		...operations.map(([, operation]) => `- [${operation.name}](#${anchorOf(operation.name)})`),
		'',
		...operations.flatMap(([value, operation]) => section(resource, value, operation)),
	]
		.join('\n')
		.trimEnd()
		.concat('\n');
}

/** The list of all pages. */
export function referenceIndex(
	nodes: Record<string, { title: string; resources: Resource[] }>,
): string {
	const parts = Object.entries(nodes).flatMap(([node, { title, resources }]) => [
		`## ${title}`,
		'',
		...[...resources]
			.sort((a, b) => a.name.localeCompare(b.name))
			.map((resource) => {
				const names = Object.values(resource.operations).map(({ name }) => name);
				return `- [${resource.name}](${pageName(node, resource)}): ${names.join(', ')}`;
			}),
		'',
	]);
	return `# Reference\n\nEvery operation, by node and resource.\n\n${parts.join('\n').trimEnd()}\n`;
}

/** Resources of two nodes may have the same name. */
export const pageName = (node: string, resource: Resource): string =>
	`${node}-${resource.value}.md`;

const effects: Record<Operation['effect'], string> = {
	read: 'reads',
	change: 'changes',
	contain: 'contains: it keeps somebody out or a device off, and takes nothing away',
	destroy: '**destroys**',
};

/** What it takes for a tool to do it, where it acts, and whether it gives out secrets. */
function asTool({ effect, tenant, actsEverywhere, secret, worse = [] }: Operation): string[] {
	const where = actsEverywhere
		? 'acts everywhere'
		: tenant?.allTenants
			? 'acts on one tenant or on all'
			: tenant
				? 'acts on one tenant'
				: 'names no tenant';
	const secrets = secret ? 'gives out a secret' : 'gives out no secret';
	const more = worse.map((one) => `${toolMay(one.effect)} when ${one.when}`);
	return [
		`As a tool: ${[toolMay(effect), ...more].join(', ')}; ${where}; ${secrets}.`,
		'',
		...(secret
			? ['The secret comes out with Output Secret only, as `secret`; it is hidden otherwise.', '']
			: []),
	];
}

/** The choice of Tool May that it takes at least. */
const toolMay = (effect: Operation['effect']): string =>
	(toolMayProperty.options as INodePropertyOptions[]).find(({ value }) => value === effect)!.name;

function section(resource: Resource, value: string, operation: Operation): string[] {
	return [
		`## ${operation.name}`,
		'',
		operation.help.replace(/([^.!?])$/, '$1.'),
		'',
		...told(operation.since && `Needs CIPP ${operation.since} or newer.`),
		...told(flagTold(operation)),
		...told(operation.never && `Refused: ${operation.never}`),
		...told(operation.deprecated && `Deprecated: ${operation.deprecated}`),
		...told(operation.warns),
		...told(formerlyCalled(operation)),
		`It ${effects[operation.effect]}. Operation \`${value}\`, ${endpointOf(operation)}${permissionOf(operation)}`,
		'',
		...asTool(operation),
		...needsTable(operation),
		...answerTold(operation),
		...lookTold(operation),
		...fieldTable(operation),
		'```json',
		JSON.stringify(example(resource, value, operation), null, 2),
		'```',
		'',
	];
}

const told = (words: string | undefined): string[] => (words ? [`> ${words}`, ''] : []);

function formerlyCalled(one: { renamed?: Renamed }): string | undefined {
	const names = oldNamesOf(one).map((name) => `\`${name}\``);
	return names.length > 0 ? `Workflows may still call it ${names.join(', ')}.` : undefined;
}

/** Code of an operation's own calls several, or none. */
const endpointOf = ({ endpoint, method, needs }: Operation): string =>
	endpoint === '' || needs ? '' : `CIPP endpoint \`${method} ${endpoint}\`, `;

function permissionOf({ role, roleSince = {}, needs }: Operation): string {
	if (needs) return 'with these permissions:';
	const newer = Object.entries(roleSince).map(([since, name]) => `, since ${since} \`${name}\``);
	return `permission \`${role}\`${newer.join('')}.`;
}

function flagTold({ endpoint }: Operation): string | undefined {
	const flag = flagOf(endpoint);
	return flag && `CIPP has this switched off at first. ${switchOn(flag)}`;
}

function needsTable({ needs }: Operation): string[] {
	if (!needs) return [];
	const rows = needs.map(({ role, endpoints, only }) => {
		const names = endpoints.map((endpoint) => `\`${endpoint}\``).join(', ');
		return `| \`${role}\` | ${only ? `only to ${only}` : 'always'} | ${names} |`;
	});
	return ['| Permission | When | CIPP endpoints |', '| --- | --- | --- |', ...rows, ''];
}

/** What the answer is worth, and what it holds for the next node. */
function answerTold({ answer, effect }: Operation): string[] {
	const told = [
		answer.kind === 'rows' && effect === 'read' ? emptyTold(answer.empty) : '',
		answer.kind === 'outcome' && answer.keeps
			? `The item also holds ${Object.keys(answer.keeps)
					.map((name) => `\`${name}\``)
					.join(', ')}, where CIPP gives it.`
			: '',
		answer.kind === 'outcome' && answer.inSteps
			? `CIPP works in several steps: after a failure, look at ${answer.inSteps} before you try again.`
			: '',
	].filter((sentence) => sentence !== '');
	return told.length === 0 ? [] : [told.join(' '), ''];
}

function emptyTold(look: SecondLook | undefined): string {
	if (look === undefined) return 'An empty list is what CIPP answered; it is not looked at again.';
	const where = 'graph' in look ? `Microsoft Graph: \`${look.graph}\`` : `\`${look.exchange}\``;
	return `CIPP also answers with an empty list when Microsoft refuses. So an empty one is looked at a second time (${where}) where it is that of one tenant and not from the reporting database, and a refusal is an error.`;
}

/** Whether somebody looks if it is really done, at what, or why nobody can. */
function lookTold({ effect, answer, never, look, cannotLook }: Operation): string[] {
	if (effect === 'read' || answer.kind === 'own' || never) return [];
	if (cannotLook) return [`It cannot be looked at afterwards: ${cannotLook}.`, ''];
	if (!look) return ['CIPP is believed: nobody looks afterwards.', ''];
	const looks = [look].flat();
	const places = [...new Set(looks.map(({ at }) => placeOf(at)))].join(', ');
	const lacks = [...new Set(looks.flatMap(({ beware }) => beware ?? []))].map((one) => ` ${one}.`);
	return [`It is looked at afterwards: ${places}.${lacks.join('')}`, ''];
}

function placeOf(at: LookAt): string {
	if ('unseen' in at) return `not to be seen (${at.unseen})`;
	if ('graph' in at) return `Microsoft Graph \`${at.graph}\``;
	if ('exchange' in at) return `\`${at.exchange}\``;
	return 'operation' in at ? `\`${at.operation}\` of this resource` : `\`${at.endpoint}\``;
}

function fieldTable(operation: Operation): string[] {
	const rows = [
		...(operation.tenant ? [tenantRow(operation.tenant)] : []),
		...operation.fields.map((field) => fieldRow(field, wireOf(field))),
		...(operation.asks ?? []).map((field) => fieldRow(field, 'the node itself reads it')),
	];
	if (rows.length === 0) return [];
	return ['| Field | Parameter | What it is | Sent as |', '| --- | --- | --- | --- |', ...rows, ''];
}

function tenantRow(tenant: TenantPlace): string {
	const more = [
		takesSeveral(tenant) ? ' Further ones in `moreTenants`, separated by commas.' : '',
		tenant.allTenants ? ' Or all tenants, with `allTenants`.' : '',
	].join('');
	return row(
		theTenant.label,
		theTenant.name,
		`${theTenant.help}.${more}`,
		`${tenant.wire} (${tenant.in}, ${tenant.form})`,
	);
}

const wireOf = ({ wire, in: place, form }: Field): string =>
	`${wire || (form === 'key' ? 'the choice' : 'the whole body')} (${place}, ${form})`;

function fieldRow(field: Field, sent: string): string {
	const choices = field.choices?.map(({ value }) => `\`${value}\``) ?? [];
	const parameter = field.optional ? `options.${field.name}` : field.name;
	const label = field.required ? `${field.label} (required)` : field.label;
	const sentences = [
		field.help,
		choices.length > 0 && `One of: ${choices.join(', ')}`,
		field.since && `Needs CIPP ${field.since} or newer`,
		field.deprecated && `Deprecated: ${field.deprecated}`,
		formerlyCalled(field),
	];
	const help = sentences.filter(Boolean).join('. ').replace(/\.\. /g, '. ');
	return row(label, parameter, help, sent);
}

function row(label: string, parameter: string, help: string, sent: string): string {
	const cell = (text: string) =>
		text.replace(/\|/g, '\\|').replace(/\n/g, ' ').replace(/</g, '&lt;');
	return `| ${cell(label)} | \`${parameter}\` | ${cell(help)} | \`${sent}\` |`;
}

function example(resource: Resource, operation: string, declared: Operation): object {
	const required = [...declared.fields, ...(declared.asks ?? [])].filter((field) => field.required);
	return {
		resource: resource.value,
		operation,
		...(declared.tenant ? { tenantDomain: 'contoso.example' } : {}),
		...Object.fromEntries(required.map((field) => [field.name, exampleValue(field)])),
	};
}

function exampleValue(field: Field): unknown {
	if (field.choices?.length) return field.choices[0].value;
	if (field.picker === 'users') return 'megan.bowen@contoso.example';
	if (field.form === 'number') return field.default ?? 1;
	if (field.form === 'boolean' || field.form === 'flag') return true;
	if (field.kind === 'dateTime') return '2030-01-31T17:00:00';
	return field.placeholder?.replace(/^e\.g\. /, '') ?? '…';
}

const anchorOf = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^\w\s-]/g, '')
		.replace(/\s/g, '-');
