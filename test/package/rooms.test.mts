import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../programs/dependencies.mjs';

const eslint = new ESLint({
	cwd: projectRoot,
	overrideConfigFile: join(projectRoot, 'test/rooms.eslint.config.mjs'),
});

/** The messages for a file of a room that would hold this code. */
async function findings(file: string, code: string): Promise<string[]> {
	const [{ messages }] = await eslint.lintText(code, { filePath: join(projectRoot, file) });
	return messages.map(({ message }) => message);
}

const fileIn: Record<string, string> = {
	cipp: 'cipp/new.ts',
	operations: 'operations/new.ts',
	offboarding: 'offboarding/new.ts',
	n8n: 'n8n/new.ts',
	nodes: 'nodes/Cipp/new.ts',
	credentials: 'credentials/New.credentials.ts',
};

/** A module of each room to import. */
const moduleOf: Record<string, string> = {
	cipp: 'cipp/outcome',
	operations: 'operations/vocabulary',
	offboarding: 'offboarding/order/order',
	n8n: 'n8n/errors',
	nodes: 'nodes/Cipp/offboard/settings',
	credentials: 'credentials/CippOAuth2Api.credentials',
};

const forbidden: Record<string, string[]> = {
	cipp: ['operations', 'offboarding', 'n8n', 'nodes', 'credentials'],
	operations: ['cipp', 'offboarding', 'n8n', 'nodes', 'credentials'],
	offboarding: ['operations', 'n8n', 'nodes', 'credentials'],
	n8n: ['offboarding', 'nodes', 'credentials'],
	nodes: ['credentials'],
	credentials: ['cipp', 'operations', 'offboarding', 'nodes'],
};

const ways = Object.entries(forbidden).flatMap(([from, rooms]) => rooms.map((to) => [from, to]));
const open = Object.keys(moduleOf)
	.flatMap((from) => Object.keys(moduleOf).map((to) => [from, to]))
	.filter(([from, to]) => !forbidden[from].includes(to));

/** The module as seen from a file of a room. */
function path(from: string, to: string): string {
	return '../'.repeat(fileIn[from].split('/').length - 1) + moduleOf[to];
}

describe('the lint of the rooms', () => {
	it.each(ways)('forbids %s/ to import from %s/', async (from, to) => {
		const told = await findings(fileIn[from], `import { something } from '${path(from, to)}';\n`);
		expect(told).toEqual([expect.stringContaining(`${from}/ may import from`)]);
	});

	it.each(open)('lets %s/ import from %s/', async (from, to) => {
		expect(
			await findings(fileIn[from], `import { something } from '${path(from, to)}';\n`),
		).toEqual([]);
	});

	it('sees imports of types, exports and imports at run time', async () => {
		const target = path('cipp', 'n8n');
		for (const code of [
			`import type { Something } from '${target}';`,
			`export { something } from '${target}';`,
			`export const later = import('${target}');`,
			`export const old = require('${target}');`,
		]) {
			expect(await findings('cipp/new.ts', `${code}\n`), code).toHaveLength(1);
		}
	});

	it.each([
		['cipp', 'No package and nothing of Node.js'],
		['operations', 'No package and nothing of Node.js'],
		['offboarding', 'Only crypto may be used here'],
	])('keeps n8n, packages and Node.js out of %s/', async (room, told) => {
		for (const name of ['n8n-workflow', 'luxon', 'node:fs', 'node:crypto']) {
			expect(await findings(fileIn[room], `import * as all from '${name}';\n`), name).toEqual([
				expect.stringContaining(told),
			]);
		}
	});

	it('lets offboarding/ hash its evidence', async () => {
		const code = "import { createHash } from 'crypto';\n";
		expect(await findings('offboarding/new.ts', code)).toEqual([]);
	});

	it('lets n8n/ use n8n-workflow and nothing else', async () => {
		expect(await findings('n8n/new.ts', "import { sleep } from 'n8n-workflow';\n")).toEqual([]);
		expect(await findings('n8n/new.ts', "import fs from 'node:fs';\n")).toHaveLength(1);
		expect(await findings('n8n/new.ts', "import { x } from 'n8n-workflow/dist/x';\n")).toHaveLength(
			1,
		);
	});

	it('keeps CIPP out of the lower floor of the sandbox, types included', async () => {
		for (const target of ['../cipp/loose-json.mts', '../index.mts', '../../cipp/outcome']) {
			for (const code of [
				`import { x } from '${target}';`,
				`import type { X } from '${target}';`,
			]) {
				expect(await findings('sandbox/microsoft/new.mts', `${code}\n`), code).toEqual([
					expect.stringContaining('sandbox/microsoft/ knows nothing of CIPP'),
				]);
			}
		}
	});

	it('lets the lower floor import from itself', async () => {
		for (const [file, target] of [
			['sandbox/microsoft/new.mts', './state/tenant.mts'],
			['sandbox/microsoft/graph/new.mts', '../state/tenant.mts'],
			['sandbox/microsoft/new.mts', 'hono'],
		]) {
			expect(await findings(file, `import { x } from '${target}';\n`), file).toEqual([]);
		}
	});

	it('has nothing to say about the rooms as they are', async () => {
		const results = await eslint.lintFiles([
			...Object.keys(fileIn).map((room) => `${room}/**/*.ts`),
			'sandbox/microsoft/**/*.mts',
		]);
		expect(results.length).toBeGreaterThan(30);
		expect(
			results.filter(({ messages }) => messages.length > 0).map(({ filePath }) => filePath),
		).toEqual([]);
	}, 60_000);
});
