import { describe, expect, it } from 'vitest';
import { CippFailure } from '../../cipp/failure';
import { rowsIn } from '../../n8n/answers/shapes';
import { wireValue } from '../../n8n/wire';
import { json, row, rowsUnder, wholeRow, type Answer } from '../../operations/vocabulary';

const read = (answer: Answer, body: unknown, status = 200) =>
	rowsIn({ endpoint: 'ListThings', answer }, { status, headers: {}, body });

it('takes the list that stands under a name', () => {
	const answer = rowsUnder('Users', 'UPN');

	expect(read(answer, { Users: [{ UPN: 'jane' }], AvailableRoles: [] })).toEqual([{ UPN: 'jane' }]);
	expect(read(answer, { Results: { Users: [], Site: 'x' } })).toEqual([]);
});

it('keeps an object whole that has Results among others', () => {
	const script = { Results: ['Failed logins: 3'], CIPPStatus: 'Passed' };

	expect(read(wholeRow('None'), script)).toEqual([script]);
	expect(() => read(wholeRow('None'), { Error: 'denied', Tenant: 'x' }, 400)).toThrow(CippFailure);
});

describe('a list of names', () => {
	const answer: Answer = {
		kind: 'rows',
		simple: ['Table'],
		names: 'Table',
		nothing: /^Function \S+ executed successfully$/,
	};

	it('becomes rows', () => {
		expect(read(answer, ['CippLogs', 'Tenants'])).toEqual([
			{ Table: 'CippLogs' },
			{ Table: 'Tenants' },
		]);
		expect(read(answer, 'CippLogs')).toEqual([{ Table: 'CippLogs' }]);
	});

	it('is empty where a sentence says so, and no other sentence is taken for a name', () => {
		expect(read(answer, ['Function Get-AzDataTable executed successfully'])).toEqual([]);
		expect(() => read(answer, ['The table does not exist'])).toThrow(CippFailure);
	});
});

it('refuses a field in which there is nothing, where that would mean everything', () => {
	const field = {
		in: 'body' as const,
		...json('Tenants', 'Tenants', { help: '', notEmpty: true }),
	};

	for (const nothing of ['[]', '{}', [], {}]) {
		expect(() => wireValue(nothing, { ...field, required: true }, 'UTC')).toThrow(/is empty/);
	}
	expect(wireValue('["a"]', field, 'UTC')).toEqual(['a']);
});

describe('one thing that is asked for by an ID that nothing has', () => {
	const group = row('There is no such group in this tenant');

	const stumble = "Cannot bind argument to parameter 'ObjectID' because it is null.";

	it('is not there, where CIPP stumbles over it', () => {
		const reading = () => read(group, { Results: stumble }, 500);
		expect(reading).toThrow('There is no such group in this tenant');
		expect(reading).toThrow(
			expect.objectContaining({
				name: 'InvalidInput',
				advice: `Check the ID or name, and the tenant. CIPP says: ${stumble}`,
			}),
		);
	});

	it("keeps Microsoft's words for it, with the advice to check the name", () => {
		const said = "Resource '1' does not exist or one of its queried reference-property objects";
		expect(() => read(group, said, 500)).toThrow(
			expect.objectContaining({
				message: `ListThings: ${said}`,
				advice: 'Check that what you named exists in this tenant.',
			}),
		);
	});

	it('may be there for all that any other failure says', () => {
		const refusal = 'Insufficient privileges to complete the operation.';
		expect(() => read(group, refusal, 403)).toThrow(CippFailure);
		expect(() => read(row('CIPP gave no settings'), stumble, 500)).toThrow(CippFailure);
	});
});
