import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { steps } from '../../../offboarding/steps';
import { listOperations, type ListedOperation } from '../../operations/list.mts';
import { againstFacts, againstFlags } from './against-facts.mts';
import { againstTable } from './against-table.mts';
import { readCheckout, tableOf, type CodeTable } from './checkout.mts';
import { unexplained } from './explained.mts';
import { sameName, type Finding } from './finding.mts';

const tables = new URL('versions/', import.meta.url);
const factsFile = new URL('../../../test/contract/facts.json', import.meta.url);

/**
 * Compares a folder with CIPP's code with our facts, and with what is kept of the version it is, or of
 * the newest that is kept.
 *
 * @returns how many differences with the facts nobody has explained
 */
export function compareCode(folder: string, keep: boolean): number {
	const checkout = readCheckout(folder);
	const facts = JSON.parse(readFileSync(factsFile, 'utf8'));
	const found = [
		...againstFacts(checkout, facts, [...steps]),
		...againstFlags(checkout.featureFlags),
	];
	const open = unexplained(found, checkout.version);
	const table = tableFor(checkout.version);
	const operations = listOperations();
	print(`CIPP ${checkout.version} against the facts`, open, operations);
	if (table) print(`Against CIPP ${table.version}`, againstTable(checkout, table), operations);
	if (keep) writeTable(tableOf(checkout));
	return open.length;
}

function tableFor(version: string): CodeTable | null {
	const kept = readdirSync(tables)
		.map((file) => file.replace('.json', ''))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
	const chosen = kept.includes(version) ? version : kept.at(-1);
	if (chosen === undefined) return null;
	return JSON.parse(readFileSync(new URL(`${chosen}.json`, tables), 'utf8')) as CodeTable;
}

function print(title: string, findings: Finding[], operations: ListedOperation[]): void {
	const lines = findings.map(
		({ about, what }) => `  ${about}: ${what}${touched(about, operations)}`,
	);
	console.log(
		[
			`${title}: ${findings.length || 'no'} difference${findings.length === 1 ? '' : 's'}`,
			...lines,
			'',
		].join('\n'),
	);
}

/** Operations of ours that stand on an endpoint. */
function touched(endpoint: string, operations: ListedOperation[]): string {
	const names = operations
		.filter(({ endpoint: own, needs = [] }) =>
			[own, ...needs.flatMap(({ endpoints }) => endpoints)].some((name) =>
				sameName(name, endpoint),
			),
		)
		.map(({ node, resource, operation }) => `${node}/${resource}/${operation}`);
	return names.length > 0 ? ` (${names.join(', ')})` : '';
}

/** One line an endpoint, so that a change is a line. */
function writeTable({ endpoints, ...rest }: CodeTable): void {
	const lines = Object.entries(endpoints).map(
		([name, entry]) => `\t\t${JSON.stringify(name)}: ${JSON.stringify(entry)}`,
	);
	const head = JSON.stringify(rest, null, '\t').slice(0, -2);
	const text = `${head},\n\t"endpoints": {\n${lines.join(',\n')}\n\t}\n}\n`;
	writeFileSync(new URL(`${rest.version}.json`, tables), text);
}
