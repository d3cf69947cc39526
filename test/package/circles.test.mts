import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../programs/dependencies.mjs';
import { filesIn } from './packed-package.mts';

const rooms = [
	'cipp',
	'credentials',
	'lab',
	'n8n',
	'nodes',
	'offboarding',
	'operations',
	'programs',
	'sandbox',
];

/** Every circle of imports below some folders, also of types, as the files that it goes through. */
async function circlesIn(folders: string[], baseDir: string): Promise<string[]> {
	const { output } = await cruise(folders, {
		baseDir,
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
		exclude: { path: 'node_modules' },
		validate: true,
		ruleSet: {
			forbidden: [{ name: 'circle', severity: 'error', from: {}, to: { circular: true } }],
		},
	});
	const { violations } = (output as ICruiseResult).summary;
	return violations.map(({ from, cycle = [] }) =>
		[from, ...cycle.map(({ name }) => name)].join(' -> '),
	);
}

describe('the sources', () => {
	it('import each other in no circle, not even types', async () => {
		expect(await circlesIn(rooms, projectRoot)).toEqual([]);
	}, 120_000);

	it('would be caught in a circle, also of types', async () => {
		const root = join(projectRoot, 'node_modules/.cache/circles');
		for (const [file, text] of Object.entries({
			'values/one.ts': "import { two } from './two';\nexport const one = () => two;\n",
			'values/two.ts': "import { one } from './one';\nexport const two = () => one;\n",
			'types/one.mts': "import type { Two } from './two.mts';\nexport type One = Two[];\n",
			'types/two.mts': "import type { One } from './one.mts';\nexport type Two = One[];\n",
		})) {
			mkdirSync(dirname(join(root, file)), { recursive: true });
			writeFileSync(join(root, file), text);
		}
		const found = await circlesIn(['values', 'types'], root);
		expect(found.map((circle) => circle.split('/')[0]).sort()).toEqual(['types', 'values']);
	});

	it('stand in folders that one can look over', () => {
		const folders = new Map<string, number>();
		for (const room of rooms) {
			for (const file of filesIn(join(projectRoot, room))) {
				if (!/\.(ts|mts|mjs)$/.test(file)) continue;
				const folder = relative(projectRoot, dirname(file));
				folders.set(folder, (folders.get(folder) ?? 0) + 1);
			}
		}
		expect([...folders].filter(([, files]) => files > 30)).toEqual([]);
	});
});
