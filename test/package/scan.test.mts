import './lint-for-real.mts';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../programs/dependencies.mjs';
import { schemaFiles } from '../../lab/schema/files.mts';
import { filesIn, usePackedPackage } from './packed-package.mts';

const packed = usePackedPackage();
const slow = 120_000;

describe("n8n's scan of community packages", () => {
	it('finds nothing in the sources', { timeout: slow }, async () => {
		expect(await analyzePackage(projectRoot, SOURCE_FILE_PATTERNS)).toEqual({ passed: true });
	});

	it('finds nothing in the packed package', { timeout: slow }, async () => {
		expect(await analyzePackage(packed.folder, ['**/*.js', 'package.json'])).toEqual({
			passed: true,
		});
	});

	it('finds what is wrong with another package', { timeout: slow }, async () => {
		const folder = await mkdtemp(join(tmpdir(), 'cipp-scan-'));
		await mkdir(join(folder, 'nodes'));
		await writeFile(
			join(folder, 'package.json'),
			JSON.stringify({ name: 'not-a-node', version: '1.0.0' }),
		);
		await writeFile(
			join(folder, 'nodes/Wait.node.ts'),
			'setTimeout(() => {}, process.uptime());\n',
		);
		const { passed, details } = await analyzePackage(folder, SOURCE_FILE_PATTERNS);
		await rm(folder, { recursive: true });

		expect(passed).toBe(false);
		expect(details).toContain('package-name-convention');
		expect(details).toContain('no-restricted-globals');
	});
});

describe('the packed package', () => {
	it('holds what n8n loads and people read, and nothing else', () => {
		const allowed = ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json'];
		expect(allowed).toEqual(expect.arrayContaining(foldersAt(0)));
		expect(foldersAt(1)).toEqual([
			'cipp',
			'credentials',
			'n8n',
			'nodes',
			'offboarding',
			'operations',
		]);
	});

	it.each(['README.md', 'LICENSE'])('holds the %s', (name) => {
		expect(names()).toContain(name);
	});

	it.each([
		'dist/credentials/CippOAuth2Api.credentials.js',
		'dist/nodes/Cipp/Cipp.node.js',
		'dist/nodes/Cipp/Cipp.node.json',
		'dist/nodes/Cipp/cipp.svg',
		'dist/nodes/Cipp/cipp.dark.svg',
		'dist/operations/index.js',
	])('holds %s', (name) => {
		expect(names()).toContain(name);
	});

	it.each([
		['sources', /(?<!\.d)\.[cm]?ts$/],
		['tests', /^(?!.*\/__schema__\/).*(\/tests?\/|\.test\.)/],
		['source maps', /\.map$/],
		['leftovers of the compiler', /tsbuildinfo/],
		['a second package.json', /\/package\.json$/],
	])('holds no %s', (_what, pattern) => {
		expect(names().filter((name) => pattern.test(name))).toEqual([]);
	});

	it('holds every file that package.json names', () => {
		const { n8n } = JSON.parse(readFileSync(join(packed.folder, 'package.json'), 'utf8'));
		for (const file of [...n8n.nodes, ...n8n.credentials]) expect(names()).toContain(file);
	});

	it('holds the output of every operation for the editor', () => {
		const written = new Map(
			names()
				.filter((name) => name.includes('/__schema__/'))
				.map((name) => [name, readFileSync(join(packed.folder, name), 'utf8')]),
		);
		const expected = [...schemaFiles()].map(([path, text]) => [`dist/${path}`, text]);

		expect([...written].sort()).toEqual(expected.sort());
	});

	it('is smaller than 2.5 MB when unpacked', () => {
		const size = filesIn(packed.folder).reduce((sum, file) => sum + statSync(file).size, 0);
		expect(size).toBeGreaterThan(50_000);
		expect(size).toBeLessThan(2_500_000);
	});
});

/** The files of the pack, from its root, with slashes. */
function names(): string[] {
	return filesIn(packed.folder).map((file) => relative(packed.folder, file).replaceAll('\\', '/'));
}

/** What stands at one level of all paths, each once. */
function foldersAt(level: number): string[] {
	const found = names().map((name) => name.split('/')[level]);
	return [...new Set(found)].filter((name) => name !== undefined).sort();
}
