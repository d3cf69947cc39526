import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { projectRoot } from '../../programs/dependencies.mjs';

/** A node that package.json lists. */
export interface ListedNode {
	/** Of the class and of the file, e.g. `Cipp`. */
	className: string;
	/** The source, from the clone's root. */
	source: string;
	description: INodeTypeDescription;
}

/** Every node of the package, made from its source. */
export async function listedNodes(): Promise<ListedNode[]> {
	const { n8n } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
	return await Promise.all(
		(n8n.nodes as string[]).map(async (compiled) => {
			const source = compiled.replace(/^dist\//, '').replace(/\.js$/, '.ts');
			const className = basename(source, '.node.ts');
			const loaded: Record<string, new () => INodeType> = await import(join(projectRoot, source));
			return { className, source, description: new loaded[className]().description };
		}),
	);
}
