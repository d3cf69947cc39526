import { ExpressionError, NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { apiAddress } from '../../cipp/address';
import { CippFailure, CippUnreachable } from '../../cipp/failure';
import { CippStillLoading } from '../../cipp/rows';
import { UnknownTenant } from '../../cipp/tenants';
import { InvalidInput, nodeError } from '../../n8n/errors';

const node: INode = {
	id: '1',
	name: 'CIPP',
	type: 'n8n-nodes-cipp.cipp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

function thrownBy(work: () => unknown): unknown {
	try {
		return work();
	} catch (error) {
		return error;
	}
}

describe('an error in n8n', () => {
	it('of CIPP is an API error with status, sentence, advice, item and answer', () => {
		const body = { Results: 'Failed to get the users' };
		const error = nodeError(
			node,
			new CippFailure('ListUsers', { status: 500, headers: {}, body }),
			3,
		);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'ListUsers: Failed to get the users',
			description: expect.stringContaining('Logs'),
			httpCode: '500',
			context: { itemIndex: 3, data: body },
		});
	});

	it.each<[string, unknown, RegExp]>([
		[
			'an answer that did not come',
			new CippUnreachable('Nothing answers', 'Check the address.', true),
			/^Check the address\.$/,
		],
		[
			'a tenant that is unknown',
			new UnknownTenant('northwind', 'Choose it from the list.'),
			/^Choose it from the list\.$/,
		],
		[
			'input that cannot be used',
			new InvalidInput('"Tenant" is empty', 'Choose a tenant.'),
			/^Choose a tenant\.$/,
		],
		['an address that is none', thrownBy(() => apiAddress('cipp')), /credential/],
		[
			'data that is not there yet',
			new CippStillLoading('ListUsers', 'Loading data'),
			/again in a minute/,
		],
	])('about %s says what to do', (_name, cause, advice) => {
		const error = nodeError(node, cause, 2);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe((cause as Error).message);
		expect(error.description).toMatch(advice);
		expect(error.context.itemIndex).toBe(2);
	});

	it('stays as it is when it is one already', () => {
		const error = new NodeOperationError(node, 'Mine');
		expect(nodeError(node, error, 0)).toBe(error);
	});

	it('keeps its own words where they hold the name of an error of Node.js', () => {
		const error = nodeError(node, new InvalidInput('"RemoveAccess" is empty', 'Choose.'), 0);
		expect(error.message).toBe('"RemoveAccess" is empty');
		const body = 'Failed to set RemoveAccess';
		const failure = new CippFailure('ExecX', { status: 400, headers: {}, body });
		expect(nodeError(node, failure, 0).message).toBe('ExecX: Failed to set RemoveAccess');
	});

	it('tells which request went wrong, and keeps what is behind it', () => {
		const request = { method: 'GET', endpoint: 'ListUsers', tenant: 'contoso.example' } as const;
		const behind = new Error('socket hang up');
		const cause = new CippUnreachable('No answer', 'Wait.', false, true, {
			request,
			cause: behind,
		});
		const error = nodeError(node, cause, 0);
		expect(error.context.request).toEqual(request);
		expect(error.cause).toBe(cause);
		expect(cause.cause).toBe(behind);
		expect(cause.name).toBe('CippUnreachable');
	});

	it('that nobody expected keeps its stack and its cause', () => {
		const cause = new RangeError('too far');
		const thrown = new TypeError('x is undefined', { cause });
		const error = nodeError(node, thrown, 4);
		expect(error.stack).toBe(thrown.stack);
		expect(error.cause).toBe(thrown);
		expect((error.cause as Error).cause).toBe(cause);
		expect(error.context.itemIndex).toBe(4);
	});

	it('of an expression keeps what n8n says about it', () => {
		const thrown = new ExpressionError('Referenced node is unexecuted', {
			description: 'Run "Start" first',
			runIndex: 0,
		});
		expect(nodeError(node, thrown, 1)).toMatchObject({
			message: 'Referenced node is unexecuted',
			description: 'Run "Start" first',
			context: { itemIndex: 1 },
		});
	});

	it('keeps the words of anything else that was thrown', () => {
		expect(nodeError(node, new TypeError('x is undefined'), 0).message).toBe('x is undefined');
		expect(nodeError(node, 'just text', 0).message).toBe('just text');
	});
});
