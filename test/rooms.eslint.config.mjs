import * as parser from '@typescript-eslint/parser';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import declarations from './key-order.mjs';

// Which room may import from which: nodes -> n8n -> operations, n8n -> cipp, nodes -> offboarding -> cipp.
// Nothing imports upwards, and only the rooms that speak with n8n import a package.

const mayImport = {
	cipp: [],
	operations: [],
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

const zones = Object.entries(mayImport).map(([room, others]) => ({
	target: `./${room}`,
	from: '.',
	except: [room, ...others, 'node_modules'],
	message: `${room}/ may import from ${[room, ...others].map((name) => `${name}/`).join(', ')} only.`,
}));

export default [
	{ ignores: ['dist/', '**/*.js', '**/*.cjs', '**/*.mjs'] },
	{
		files: Object.keys(mayImport).map((room) => `${room}/**/*.ts`),
		languageOptions: { parser },
		plugins: { 'import-x': importX },
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
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
