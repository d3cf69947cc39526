import type { INode } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { TenantDirectory } from '../../cipp/tenants';
import { ItemTenants } from '../../n8n/item-tenants';
import { nodeResources } from '../../operations';
import { answer, replying } from '../cipp/answers.mts';

const users = nodeResources.cipp.find(({ value }) => value === 'user')!.operations;

const contoso = {
	customerId: '1',
	defaultDomainName: 'contoso.example',
	initialDomainName: 'contoso.onmicrosoft.example',
	displayName: 'Contoso',
};

/** Items that name these tenants; counts how often an expression was worked out. */
function items(names: string[], operation = users.disable) {
	let worked = 0;
	const parameters = {
		getNodeParameter: (name: string, index: number, otherwise: unknown) => {
			if (name !== 'tenantDomain') return otherwise;
			worked += 1;
			return names[index];
		},
		getTimezone: () => 'UTC',
		getNode: () => ({ name: 'CIPP', parameters: {} }) as unknown as INode,
	};
	const { send } = replying(answer([contoso]));
	const tenants = new ItemTenants(parameters, operation, new TenantDirectory(send));
	return { tenants, worked: () => worked };
}

describe('the tenant of an item', () => {
	it('is worked out once, for its lane and for its request', async () => {
		const { tenants, worked } = items(['Contoso.example']);

		expect(tenants.lane(0)).toBe('contoso.example');
		expect(await tenants.of(0)).toMatchObject({ displayName: 'Contoso' });
		expect(tenants.named(0)).toBe('Contoso.example');
		expect(worked()).toBe(1);
	});

	it('that is empty has no lane, and is refused when its turn comes', async () => {
		const { tenants, worked } = items(['']);

		expect(tenants.lane(0)).toBeUndefined();
		await expect(tenants.of(0)).rejects.toThrow('"Tenant" is empty');
		await expect(tenants.of(0)).rejects.toThrow('"Tenant" is empty');
		expect(worked()).toBe(1);
	});

	it('makes no lane for a reading: readings wait for nobody', () => {
		const { tenants, worked } = items(['contoso.example'], users.getMany);

		expect(tenants.lane(0)).toBeUndefined();
		expect(worked()).toBe(0);
	});
});
