import type { INodeTypeDescription } from 'n8n-workflow';

/** A node file in which the whole description stands as one literal, as linters want to read it. */
export function literalNodeFile(className: string, description: INodeTypeDescription): string {
	const { inputs, outputs, ...rest } = description;
	return [
		"import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';",
		'',
		`export class ${className} implements INodeType {`,
		'\tdescription: INodeTypeDescription = {',
		...Object.entries(rest).map(([name, value]) => `\t\t${key(name)}: ${literal(value, 2)},`),
		`\t\tinputs: [${connections(inputs)}],`,
		`\t\toutputs: [${connections(outputs)}],`,
		'\t};',
		'}',
		'',
	].join('\n');
}

function connections(ends: INodeTypeDescription['inputs']): string {
	return (ends as string[])
		.map((end) => `NodeConnectionTypes.${end[0].toUpperCase()}${end.slice(1)}`)
		.join(', ');
}

/** A value as TypeScript, one property a line. */
export function literal(value: unknown, depth: number): string {
	const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
	if (typeof value !== 'object' || value === null)
		return typeof value === 'string' ? text(value) : String(value);
	const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
	if (entries.length === 0) return open + close;
	const lines = entries.map(([name, entry]) => {
		const label = Array.isArray(value) ? '' : `${key(name)}: `;
		return `${'\t'.repeat(depth + 1)}${label}${literal(entry, depth + 1)},`;
	});
	return [open, ...lines, '\t'.repeat(depth) + close].join('\n');
}

const key = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : text(name));

function text(value: string): string {
	return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
