import type { INodeExecutionData } from 'n8n-workflow';
import { CippFailure } from '../../cipp/failure';
import type { CippRequest, Send } from '../../cipp/request';
import type { Answer } from '../../operations/vocabulary';
import type { Files } from '../context';
import { InvalidInput } from '../errors';

/**
 * Asks for a file, and makes an item of it: the bytes as binary data, and what is known of them.
 *
 * @throws {CippFailure} when CIPP refuses, or sends something else
 * @throws {InvalidInput} when there is no such file, which CIPP does not tell from other failures
 */
export async function fileItem(
	context: Files,
	expected: Extract<Answer, { kind: 'file' }>,
	request: CippRequest,
	send: Send,
	itemIndex: number,
): Promise<INodeExecutionData> {
	const answer = await send({ ...request, isFile: true });
	const { status, headers, body } = answer;
	if (status === 500 || (Buffer.isBuffer(body) && body.length === 0)) {
		throw new InvalidInput(expected.missing, 'Check what was asked for, and the tenant.');
	}
	if (status >= 300 || !Buffer.isBuffer(body)) throw new CippFailure(request.endpoint, answer);
	const mimeType = (headers['content-type'] ?? 'application/octet-stream').split(';')[0];
	const fileName = `${expected.name}.${endingOf(mimeType)}`;
	return {
		json: { fileName, mimeType, bytes: body.length },
		binary: { data: await context.helpers.prepareBinaryData(body, fileName, mimeType) },
		pairedItem: { item: itemIndex },
	};
}

function endingOf(mimeType: string): string {
	const [, kind] = mimeType.split('/');
	return { jpeg: 'jpg', 'octet-stream': 'bin' }[kind] ?? kind;
}
