import { readFileSync } from 'node:fs';
import { nodeResources } from '../../operations';
import { schemaOf } from './schema.mts';

/**
 * The schema of every operation of every node in the package, by its path below dist/.
 *
 * n8n reads `__schema__/v<version>/<resource>/<operation>.json` beside the node, with the node's
 * version in three parts (n8n-core, output-schema-resolver).
 */
export function schemaFiles(): Map<string, string> {
	const files = nodeFolders().flatMap(({ node, folder }) =>
		nodeResources[node].flatMap((resource) =>
			Object.entries(resource.operations).map(([name, operation]): [string, string] => [
				`nodes/${folder}/__schema__/v1.0.0/${resource.value}/${name}.json`,
				JSON.stringify(schemaOf(operation)),
			]),
		),
	);
	return new Map(files);
}

/** Which folder each node of the package is in; `CippUsers` holds the node `cippUsers`. */
function nodeFolders(): Array<{ node: string; folder: string }> {
	const packageJson = JSON.parse(
		readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
	) as { n8n: { nodes: string[] } };
	return packageJson.n8n.nodes.map((path) => {
		const folder = path.split('/')[2];
		return { folder, node: folder[0].toLowerCase() + folder.slice(1) };
	});
}
