import { expect, it } from 'vitest';
import { endpointNamed } from '../../nodes/Cipp/api-request/endpoints';
import { notOffered } from '../../operations/not-offered';
import { declared } from './declared.mts';
import { facts } from './facts.mts';

const offered = new Set(declared.map(({ operation }) => operation.endpoint));
const refused = Object.keys(notOffered);

it('knows every endpoint of CIPP', () => {
	expect(Object.keys(facts)).toHaveLength(664);
});

it('has an operation for every endpoint of CIPP, or a reason why not', () => {
	const missing = Object.keys(facts).filter(
		(endpoint) => !offered.has(endpoint) && !refused.includes(endpoint),
	);
	expect(missing.sort()).toEqual([]);
});

it('gives reasons only for endpoints that exist and have no operation', () => {
	expect(refused.filter((endpoint) => !(endpoint in facts) || offered.has(endpoint))).toEqual([]);
	expect(refused.length).toBeLessThan(30);
});

it.each(refused)('%s: API Request refuses it with the reason, or lets it through', (endpoint) => {
	const { reason, isRefused } = notOffered[endpoint];

	expect(reason).toMatch(/^[A-Z].*[^.]$/);
	if (!isRefused) return expect(endpointNamed(endpoint).name).toBe(endpoint);
	expect(() => endpointNamed(endpoint.toLowerCase())).toThrow(
		expect.objectContaining({ advice: `${reason}.` }),
	);
});
