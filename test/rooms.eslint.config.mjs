import { readdirSync } from 'node:fs';
import * as parser from '@typescript-eslint/parser';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import declarations from './key-order.mjs';

// Which room may import from which: nodes -> n8n -> operations -> offboarding/steps, nodes -> offboarding
// -> cipp, n8n -> cipp. Nothing imports upwards, and only the rooms that speak with n8n import a package.
// The sandbox has two floors: below Microsoft, which knows nothing of CIPP, above CIPP.

const mayImport = {
	cipp: [],
	// The editor's fields of an offboarding come from the declarations of its steps.
	operations: ['offboarding/steps'],
	offboarding: ['cipp'],
	n8n: ['operations', 'cipp'],
	nodes: ['n8n', 'operations', 'offboarding', 'cipp'],
	credentials: ['n8n'],
};

/** What a room may import beside other rooms. */
const packages = {
	cipp: [],
	operations: [],
	// For the hashes of evidence.
	offboarding: ['crypto'],
	n8n: ['n8n-workflow'],
};

/** The rooms within offboarding/, each with those below it. What stands beside them imports none. */
const offboarding = {
	person: [],
	steps: ['person'],
	order: ['steps', 'person'],
	plan: ['order', 'steps', 'person'],
	run: ['plan', 'order', 'steps', 'person'],
	after: ['run', 'plan', 'order', 'steps', 'person'],
	restore: ['person'],
};

const inner = Object.keys(offboarding);
const folders = (/** @type {string[]} */ names) => names.map((name) => `./offboarding/${name}`);

const innerZones = [
	...Object.entries(offboarding).map(([room, below]) => ({
		target: `./offboarding/${room}`,
		from: folders(inner.filter((name) => name !== room && !below.includes(name))),
		message: `offboarding/${room}/ may import from ${[room, ...below].map((name) => `${name}/`).join(', ')} and what stands beside them only.`,
	})),
	{
		target: './offboarding/*.ts',
		from: folders(inner),
		message: 'What stands beside the rooms of offboarding/ may import from none of them.',
	},
];

const zones = Object.entries(mayImport).map(([room, others]) => ({
	target: `./${room}`,
	from: '.',
	except: [room, ...others, 'node_modules'],
	message: `${room}/ may import from ${[room, ...others].map((name) => `${name}/`).join(', ')} only.`,
}));

const floorBelow = {
	target: './sandbox/microsoft',
	from: '.',
	except: ['sandbox/microsoft', 'node_modules'],
	message:
		'sandbox/microsoft/ knows nothing of CIPP: it may import from itself and from packages only.',
};

// A node's folder is its own; what several nodes share of an offboarding stands in nodes/offboarding.
const nodes = new URL('../nodes/', import.meta.url);
const nodeZones = readdirSync(nodes, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => ({
		target: `./nodes/${name}`,
		from: './nodes',
		except: [...new Set([name, 'offboarding'])],
		message: `nodes/${name}/ may import from no other node's folder. What nodes share stands in nodes/offboarding/.`,
	}));

export default [
	{ ignores: ['dist/', '**/*.js', '**/*.cjs', '**/*.mjs'] },
	{
		files: ['sandbox/microsoft/**/*.mts'],
		languageOptions: { parser },
		plugins: { 'import-x': importX },
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		rules: { 'import-x/no-restricted-paths': ['error', { zones: [floorBelow] }] },
	},
	{
		files: Object.keys(mayImport).map((room) => `${room}/**/*.ts`),
		languageOptions: { parser },
		plugins: { 'import-x': importX },
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		rules: {
			'import-x/no-restricted-paths': ['error', { zones: [...zones, ...innerZones, ...nodeZones] }],
		},
	},
	{
		files: ['operations/**/*.ts'],
		plugins: { declarations },
		rules: { 'declarations/key-order': 'error' },
	},
	...Object.entries(packages).map(([room, names]) => ({
		files: [`${room}/**/*.ts`],
		rules: { 'no-restricted-imports': ['error', { patterns: [allBut(names)] }] },
	})),
];

/** @param {string[]} names */
function allBut(names) {
	const allowed = ['\\.{1,2}/', ...names.map((name) => `${name}$`)].join('|');
	const message =
		names.length > 0
			? `Only ${names.join(', ')} may be used here.`
			: 'No package and nothing of Node.js may be used here.';
	return { regex: `^(?!${allowed})`, message };
}
