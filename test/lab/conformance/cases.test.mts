import { afterAll, describe, expect, it } from 'vitest';
import { casesOf } from '../../../lab/conformance/cases.mts';
import type { Case, Usual } from '../../../lab/conformance/request.mts';
import { usualRequests } from '../../../lab/conformance/usual/all.mts';
import { endpoints } from '../../../sandbox/cipp/endpoints/all.mts';
import { startSandbox } from '../../../sandbox/index.mts';

const sandbox = await startSandbox({ speed: 0 });
afterAll(async () => await sandbox.close());
const usual = usualRequests(sandbox.tenants);
const cases = casesOf(usual);
const namesOf = (endpoint: string) =>
	cases.filter((one) => one.endpoint === endpoint).map(({ name }) => name);

describe('the requests that are compared', () => {
	it.each(endpoints.map(({ name }) => name))('ask %s, also in trouble', (endpoint) => {
		expect(namesOf(endpoint)).toEqual(
			expect.arrayContaining(['Microsoft refusing everything', 'Microsoft down']),
		);
	});

	it('have a name of their own for each endpoint', () => {
		const names = cases.map(({ endpoint, name }) => `${endpoint}: ${name}`);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	it('name tenants and people of nobody but the sandbox', () => {
		const domains = JSON.stringify(cases).match(/[\w.-]+@([\w-]+\.)+[\w]+/g) ?? [];
		expect([...new Set(domains)].filter((address) => !/\.example$/i.test(address))).toEqual([]);
	});
});

describe('a request with a tenant, a person and another field', () => {
	const person = { label: 'Megan', value: 'megan.bowen@contoso.example' };
	const body = { tenantFilter: 'contoso.example', user: [person], DisableSignIn: true };
	const one: Usual = { endpoint: 'ExecOffboardUser', method: 'POST', body, person: ['user'] };
	const made = new Map(casesOf([one]).map((each) => [each.name, each]));
	const bodyOf = (name: string) => (made.get(name) as Case & { sent: { body: unknown } }).sent.body;

	it('is also sent without each of them, and without anything', () => {
		expect(bodyOf('without user')).toEqual({
			tenantFilter: 'contoso.example',
			DisableSignIn: true,
		});
		expect(bodyOf('without tenantFilter')).not.toHaveProperty('tenantFilter');
		expect(bodyOf('without DisableSignIn')).not.toHaveProperty('DisableSignIn');
		expect(bodyOf('nothing')).toEqual({});
	});

	it('is also sent for somebody unknown and in capitals, with the label as it was', () => {
		const user = (value: string) => [{ label: 'Megan', value }];
		expect(bodyOf('unknown person')).toEqual({ ...body, user: user('nobody@contoso.example') });
		expect(bodyOf('person in capitals')).toMatchObject({
			user: user('MEGAN.BOWEN@CONTOSO.EXAMPLE'),
		});
	});

	it('is also sent to a tenant unknown, excluded and in capitals', () => {
		expect(bodyOf('unknown tenant')).toEqual({ ...body, tenantFilter: 'nowhere.example' });
		expect(bodyOf('excluded tenant')).toEqual({ ...body, tenantFilter: 'woodgrove.example' });
		expect(bodyOf('tenant in capitals')).toEqual({ ...body, tenantFilter: 'CONTOSO.EXAMPLE' });
	});

	it('is also sent while Microsoft refuses changes, refuses everything, and is down', () => {
		const trouble = [...made.values()].map(({ microsoft }) => microsoft);
		expect(trouble.slice(-3)).toEqual(['refusing changes', 'refusing everything', 'down']);
		expect(bodyOf('Microsoft down')).toEqual(body);
	});
});
