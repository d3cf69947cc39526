import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { finished, startNode, type Running } from '../../programs/processes.mjs';

// A program that starts another one, which listens on a port and tells it.
const listener = `
	const server = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(server.address().port));
`;
const family = `
	require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(listener)}], { stdio: 'inherit' });
	setInterval(() => {}, 1000);
`;

const firstLine = (program: Running) => new Promise<string>((resolve) => program.onLine(resolve));

function isListening(port: number) {
	const socket = connect(port, '127.0.0.1');
	return new Promise<boolean>((resolve) => {
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
	}).finally(() => socket.destroy());
}

describe('a started program', () => {
	it('ends with all that it started', async () => {
		const program = startNode(process.execPath, ['-e', family]);
		onTestFinished(() => program.stop());
		const port = Number(await firstLine(program));
		expect(await isListening(port)).toBe(true);

		await program.stop();
		await expect.poll(() => isListening(port)).toBe(false);
	});

	it('ends even when it ignores the request to', async () => {
		const program = startNode(process.execPath, [
			'-e',
			`process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)`,
		]);
		await firstLine(program);

		await program.stop(50);
		expect(await program.exited).toBe(137);
	});

	it('ends when the program that started it is killed outright', async () => {
		const module = new URL('../../programs/processes.mjs', import.meta.url).href;
		const starter = spawn(process.execPath, [
			'--input-type=module',
			'-e',
			`import { startNode } from ${JSON.stringify(module)};
			startNode(process.execPath, ['-e', ${JSON.stringify(family)}]).onLine(console.log);`,
		]);
		onTestFinished(() => void starter.kill('SIGKILL'));
		const port = Number(String((await once(starter.stdout, 'data'))[0]));
		expect(await isListening(port)).toBe(true);

		starter.kill('SIGKILL');
		await expect.poll(() => isListening(port)).toBe(false);
	});

	it('is not ended by a worker thread that has no standard input', async () => {
		const worker = `new (require('node:worker_threads').Worker)('setTimeout(() => {}, 100)', { eval: true }).on('exit', (code) => process.exit(code))`;
		expect(await startNode(process.execPath, ['-e', worker]).exited).toBe(0);
	});
});

it('tells what a failed program said, and what to do', async () => {
	const program = startNode(process.execPath, [
		'-e',
		`console.error('no such host'); process.exit(4)`,
	]);
	await expect(
		finished('Fetching it', program, { advice: 'Check the network.' }),
	).rejects.toMatchObject({
		message: 'Fetching it failed (exit code 4).',
		advice: 'Check the network.',
		output: 'no such host\n',
	});
});

it('reports a program that does not exist', async () => {
	const program = startNode(fileURLToPath(new URL('no-such-node', import.meta.url)), []);
	await expect(finished('Starting it', program)).rejects.toMatchObject({
		message: 'Starting it failed (exit code 127).',
	});
});
