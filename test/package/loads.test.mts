import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { INodeTypeDescription } from 'n8n-workflow';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeResources } from '../../operations';
import { usePackedPackage } from './packed-package.mts';

const packed = usePackedPackage();
let loader: PackageDirectoryLoader;

beforeAll(async () => {
	loader = new PackageDirectoryLoader(packed.folder);
	await loader.loadAll();
});

const nodeNames = Object.entries(nodeResources)
	.filter(([, resources]) => resources.length > 0)
	.map(([name]) => name)
	.sort();

/** What the editor gets to know about the node. */
const described = (): INodeTypeDescription =>
	loader.types.nodes.find(({ name }) => name === 'cipp')!;
const packageJson = () => JSON.parse(readFileSync(join(packed.folder, 'package.json'), 'utf8'));

describe('the packed package in n8n', () => {
	it('brings every node that has operations, and one credential', () => {
		expect(Object.keys(loader.known.nodes).sort()).toEqual(nodeNames);
		expect(Object.keys(loader.known.credentials)).toEqual(['cippOAuth2Api']);
	});

	it('lets the node use the credential, also as HTTP Request does', () => {
		const [credential] = loader.types.credentials;
		expect([...(credential.supportedNodes ?? [])].sort()).toEqual(nodeNames);
		expect(credential.extends).toEqual(['oAuth2Api']);
		expect(described().credentials).toEqual([{ name: 'cippOAuth2Api', required: true }]);
	});

	it('has icons for light and dark', () => {
		const themed = {
			light: 'icons/n8n-nodes-cipp/dist/nodes/Cipp/cipp.svg',
			dark: 'icons/n8n-nodes-cipp/dist/nodes/Cipp/cipp.dark.svg',
		};
		expect(described().iconUrl).toEqual(themed);
		expect(loader.types.credentials[0].iconUrl).toEqual(themed);
		for (const file of Object.values(themed)) {
			const icon = readFileSync(
				join(packed.folder, file.replace('icons/n8n-nodes-cipp/', '')),
				'utf8',
			);
			expect(icon).toContain('<svg');
		}
	});

	it('can be found by what people search for', () => {
		const { alias, categories, resources } = described().codex!;
		expect(alias).toEqual(
			expect.arrayContaining(['offboarding', 'Microsoft 365', 'tenant', 'MSP']),
		);
		expect(categories).not.toEqual([]);
		expect(resources?.primaryDocumentation).toHaveLength(1);
	});

	it('runs: the node and its credential can be made', () => {
		const { type } = loader.getNode('cipp');
		expect(type).toHaveProperty('execute');
		expect(type).toHaveProperty('methods.listSearch.searchTenants');
		expect(type).toHaveProperty('methods.listSearch.searchUsers');
		expect(loader.getCredential('cippOAuth2Api').type.test).toHaveProperty(
			'request.url',
			'/ListApiTest',
		);
	});
});

describe('package.json', () => {
	it("asks for n8n's strict checks", () => {
		expect(packageJson().n8n.strict).toBe(true);
	});

	it('needs nothing at runtime but n8n', () => {
		expect(packageJson().dependencies ?? {}).toEqual({});
		expect(packageJson().peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('is on the list of community nodes', () => {
		expect(packageJson()).toMatchObject({ name: 'n8n-nodes-cipp', license: 'MIT' });
		expect(packageJson().keywords).toContain('n8n-community-node-package');
	});
});
