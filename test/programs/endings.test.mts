import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

const endings = JSON.stringify(new URL('../../programs/endings.mjs', import.meta.url).href);

/** A program of its own, since a story ends its process. */
function tell(story: string) {
	const program = spawn(
		process.execPath,
		[
			'--input-type=module',
			'-e',
			`import { main, Trouble, untilStopped, whenEnding } from ${endings}; main(async () => { ${story} });`,
		],
		{ env: { ...process.env, npm_lifecycle_event: '' } },
	);
	let output = '';
	program.stdout.on('data', (text) => (output += text));
	program.stderr.on('data', (text) => (output += text));
	return {
		program,
		ended: end(program).then((code) => ({ code, output: output.trimEnd().split('\n') })),
	};
}

const end = async (program: ChildProcess) => (await once(program, 'close'))[0] as number;

it("undoes what was done, the latest first, and exits with the story's code", async () => {
	const { ended } = tell(`
		whenEnding(() => console.log('first undone'));
		whenEnding(() => console.log('second undone'));
		return 5;`);
	expect(await ended).toEqual({ code: 5, output: ['second undone', 'first undone'] });
});

it('says what happened, what the other side said and what to do, and still undoes', async () => {
	const { ended } = tell(`
		whenEnding(() => console.log('undone'));
		throw new Trouble('Fetching failed.', { advice: 'Check the network.', output: 'no such host', exitCode: 3 });`);
	const { code, output } = await ended;

	expect(code).toBe(3);
	expect(output).toEqual(
		expect.arrayContaining([
			'    no such host',
			'Fetching failed.',
			'Check the network.',
			'undone',
		]),
	);
});

it.each([
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const)('undoes when stopped by %s', async (signal, code) => {
	const { program, ended } = tell(`
		whenEnding(async () => { await new Promise((resolve) => setTimeout(resolve, 50)); process.stdout.write('undone'); });
		console.log('up');
		await new Promise((resolve) => setTimeout(resolve, 60_000));`);
	await once(program.stdout, 'data');
	program.kill(signal);
	program.kill(signal); // impatience does not cut the cleaning short

	const result = await ended;
	expect(result.code).toBe(code);
	expect(result.output.at(-1)).toBe('undone');
});

it('exits with the verdict when a story that waits to be stopped is stopped', async () => {
	const { program, ended } = tell(`console.log('up'); return untilStopped(0);`);
	await once(program.stdout, 'data');
	program.kill('SIGINT');
	expect((await ended).code).toBe(0);
});
