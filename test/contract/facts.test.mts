import { expect, it } from 'vitest';
import { factsOf } from './facts.mts';

it('says what to do about an endpoint that is written otherwise', () => {
	expect(() => factsOf('ListUser')).toThrow(
		/^ListUser is not in facts\.json: declare it as it is written there \(.*\bListUsers\b.*\), or, where CIPP has it since a later version, add its row/,
	);
});

it('says what to do about an endpoint that is newer than the table', () => {
	expect(() => factsOf('ExecSomethingNew')).toThrow(
		"ExecSomethingNew is not in facts.json: where CIPP has it since a later version, add its row as CIPP's own code reads it.",
	);
});
