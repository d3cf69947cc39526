import { nodeResources } from '../../operations';
import { pageName, referenceIndex, referencePage } from './page.mts';

/** Every page of the reference by its file name. */
export function referencePages(): Map<string, string> {
	const nodes = Object.fromEntries(
		Object.entries(nodeResources)
			.filter(([, resources]) => resources.length > 0)
			.map(([name, resources]) => [name, { title: titleOf(name), resources }]),
	);
	const pages = Object.entries(nodes).flatMap(([node, { title, resources }]) =>
		resources.map((resource): [string, string] => [
			pageName(node, resource),
			referencePage(title, resource),
		]),
	);
	return new Map([['README.md', referenceIndex(nodes)], ...pages]);
}

/** `cippMailSecurity` is shown as "CIPP Mail Security". */
function titleOf(node: string): string {
	return node.replace(/^cipp/, 'CIPP').replace(/(?<=[a-z]|CIPP)([A-Z])/g, ' $1');
}
