import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';
import { nodeTypes } from '../engine/engine.mts';
import { seed } from '../../sandbox/index.mts';
import { coreNodes, coreNodeVersions, type World } from './core-nodes.mts';
import { readExample } from './example.mts';

const files = (await readdir('examples')).filter((name) => name.endsWith('.json'));
const tests = await Promise.all(
	['test/examples', 'test/offboard-user'].map(async (folder) => {
		const names = (await readdir(folder)).filter((name) => name.endsWith('.test.mts'));
		return await Promise.all(
			names.map(async (name) => await readFile(`${folder}/${name}`, 'utf8')),
		);
	}),
);
const types = nodeTypes([], coreNodes({} as World));

describe.each(files)('examples/%s', async (file) => {
	const { name, nodes, connections, ...rest } = await readExample(file);
	const working = nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');

	it('is executed by a test', () => {
		expect(tests.flat().filter((text) => text.includes(file))).not.toEqual([]);
	});

	it('has what n8n imports, and is not active', () => {
		expect(name).toBeTruthy();
		expect(rest).toMatchObject({ active: false, settings: { executionOrder: 'v1' } });
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		expect(new Set(nodes.map(({ name: nodeName }) => nodeName)).size).toBe(nodes.length);
		for (const { id } of nodes) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	});

	it('uses only nodes and versions that n8n 2.41.1 and this package have', () => {
		for (const { type, typeVersion } of nodes) {
			const [origin, short] = type.split('.');
			expect(['n8n-nodes-base', 'n8n-nodes-cipp']).toContain(origin);
			const versions = origin === 'n8n-nodes-cipp' ? [1] : coreNodeVersions[short];
			expect(versions, type).toContain(typeVersion);
		}
	});

	it('sets only parameters that its nodes show', () => {
		for (const node of working) {
			const unknown = Object.keys(node.parameters).filter((key) => !shownBy(node).has(key));
			expect(unknown, node.name).toEqual([]);
			expect(unknownOptions(node), node.name).toEqual([]);
		}
	});

	it('connects only nodes that it has', () => {
		const names = nodes.map((node) => node.name);
		const used = Object.entries(connections).flatMap(([from, { main }]) => [
			from,
			...main.flatMap((output) => (output ?? []).map(({ node }) => node)),
		]);
		expect(used.filter((one) => !names.includes(one))).toEqual([]);
		const reached = new Set(used);
		expect(working.filter((node) => !reached.has(node.name)).map((node) => node.name)).toEqual([]);
	});

	it('speaks of nobody who is not in the sandbox', () => {
		const text = JSON.stringify({ nodes });
		const domains = seed().map(({ defaultDomainName }) => defaultDomainName);
		const hosts = text.match(/[a-z0-9-]+\.(example|com|net|org|de|io)\b/g) ?? [];
		expect(hosts.filter((host) => !domains.includes(host))).toEqual([]);
		const people = seed().flatMap(({ users }) => users.map((user) => user.userPrincipalName));
		const addresses = (text.match(/[a-z.']+@[a-z]+\.example/g) ?? []).filter(
			(address) => !address.startsWith('offboarding@'),
		);
		expect(addresses.filter((address) => !people.includes(address))).toEqual([]);
	});

	it('holds no credential but the name of the sandbox', () => {
		for (const { credentials } of nodes) {
			expect(
				credentials ?? { cippOAuth2Api: { id: 'cipp-sandbox', name: 'CIPP sandbox' } },
			).toEqual({ cippOAuth2Api: { id: 'cipp-sandbox', name: 'CIPP sandbox' } });
		}
	});
});

describe.each(files.filter((file) => file !== 'offboard-a-user.json'))('examples/%s', (file) => {
	it('explains itself in three paragraphs', async () => {
		const { nodes } = await readExample(file);
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes).toHaveLength(1);
		const [, ...lines] = String(notes[0].parameters.content).split('\n');
		expect(lines.filter(Boolean)).toHaveLength(3);
	});
});

function propertiesOf({ type, typeVersion }: INode): INodeProperties[] {
	return types.getByNameAndVersion(type, typeVersion).description.properties;
}

function shownBy(node: INode): Set<string> {
	const { description } = types.getByNameAndVersion(node.type, node.typeVersion);
	return new Set(
		propertiesOf(node)
			.filter((property) =>
				NodeHelpers.displayParameter(node.parameters, property, node, description),
			)
			.map(({ name }) => name),
	);
}

/** What stands in a CIPP node's collections and is no option of the operation. */
function unknownOptions(node: INode): string[] {
	const { description } = types.getByNameAndVersion(node.type, node.typeVersion);
	return propertiesOf(node)
		.filter(({ type }) => type === 'collection')
		.filter((property) =>
			NodeHelpers.displayParameter(node.parameters, property, node, description),
		)
		.flatMap(({ name, options = [] }) => {
			const known = (options as INodeProperties[])
				.filter((option) =>
					NodeHelpers.displayParameter(node.parameters, option, node, description, node.parameters),
				)
				.map((option) => option.name);
			return Object.keys((node.parameters[name] ?? {}) as object).filter(
				(key) => !known.includes(key),
			);
		});
}
