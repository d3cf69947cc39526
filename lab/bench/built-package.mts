import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../programs/dependencies.mjs';
import { whenEnding } from '../../programs/endings.mjs';
import { finished, startNode } from '../../programs/processes.mjs';
import { removeFolder } from '../../programs/temporary-folder.mjs';

export interface BuiltPackage {
	folder: string;
	/** Every node: the file that n8n loads. */
	nodes: Array<{ name: string; file: string }>;
}

/** The package, compiled for this run only. It goes away with it. */
export async function builtPackage(): Promise<BuiltPackage> {
	// Below node_modules, where the package finds n8n-workflow as it does inside n8n.
	const cache = join(projectRoot, 'node_modules/.cache');
	await mkdir(cache, { recursive: true });
	const folder = await mkdtemp(join(cache, 'bench-'));
	whenEnding(async () => await removeFolder(folder));
	const tsc = join(projectRoot, 'node_modules/typescript/bin/tsc');
	await finished(
		'Building the package',
		startNode(process.execPath, [tsc, '--declaration', 'false', '--outDir', folder], {
			cwd: projectRoot,
		}),
		{ advice: 'Run "npm run build" to see it alone.' },
	);
	const files = await readdir(join(folder, 'nodes'), { recursive: true });
	const nodes = files
		.filter((file) => file.endsWith('.node.js'))
		.map((file) => ({
			name: file.replace(/^.*[\\/]|\.node\.js$/g, ''),
			file: join(folder, 'nodes', file),
		}))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { folder, nodes };
}
