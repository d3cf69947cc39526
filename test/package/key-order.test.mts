import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { nodeResources } from '../../operations';
import { projectRoot } from '../../programs/dependencies.mjs';
import { ofFields, ofOperations } from '../key-order.mjs';

const linter = (fix: boolean) =>
	new ESLint({
		cwd: projectRoot,
		overrideConfigFile: join(projectRoot, 'test/rooms.eslint.config.mjs'),
		fix,
	});
const [looking, fixing] = [linter(false), linter(true)];

async function told(code: string, eslint = looking) {
	const filePath = join(projectRoot, 'operations/new.ts');
	const [{ messages, output }] = await eslint.lintText(code, { filePath });
	return { messages: messages.map(({ message }) => message), output };
}

const disorderly = `export const one = read('ListUsers', {
	name: 'Get',
	action: 'Get user',
	tenant: null,
	// CIPP wants this one.
	role: 'Identity.User.Read',
	help: 'Reads one',
	fields: [text('Name', 'name', { help: 'Of the user', required: true })],
	answer: row('None'),
});
`;
const orderly = `export const one = read('ListUsers', {
	name: 'Get',
	action: 'Get user',
	help: 'Reads one',
	// CIPP wants this one.
	role: 'Identity.User.Read',
	tenant: null,
	fields: [text('Name', 'name', { required: true, help: 'Of the user' })],
	answer: row('None'),
});
`;

describe('the words of a declaration', () => {
	it('stand in one order', async () => {
		expect((await told(disorderly)).messages).toEqual([
			'"role" comes before "tenant" in a declaration.',
			'"required" comes before "help" in a declaration.',
		]);
		expect((await told(orderly)).messages).toEqual([]);
	});

	it('are put in order, with the comments above them', async () => {
		expect(await told(disorderly, fixing)).toEqual({ messages: [], output: orderly });
	});

	it('are left on their side of what is spread, because what comes later wins', async () => {
		const { output } = await told(
			"const one = { role: 'a', name: 'b', ...more, tenant: null, help: 'c', action: 'd' };\n",
			fixing,
		);
		expect(output).toBe(
			"const one = { name: 'b', role: 'a', ...more, action: 'd', help: 'c', tenant: null };\n",
		);
	});

	it('are not looked for in what goes to CIPP, or where other words stand too', async () => {
		for (const code of [
			"const one = { fixed: { body: { help: 'a', name: 'b' } } };\n",
			"const one = { help: 'a', name: 'b', somethingElse: 1 };\n",
		]) {
			expect((await told(code)).messages, code).toEqual([]);
		}
	});

	it('are all known, or nothing would be looked at where a new one stands', () => {
		const operations = Object.values(nodeResources)
			.flat()
			.flatMap((resource) => Object.values(resource.operations));
		const fields = operations.flatMap(({ fields: sent, asks = [] }) => [...sent, ...asks]);
		const words = (some: object[]) => [...new Set(some.flatMap(Object.keys))];

		expect(words(operations).filter((word) => !ofOperations.includes(word))).toEqual([]);
		expect(words(fields).filter((word) => !ofFields.includes(word))).toEqual([]);
	});
});
