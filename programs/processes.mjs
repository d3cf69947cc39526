import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble, whenEnding } from './endings.mjs';

const onWindows = process.platform === 'win32';
const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href;

/**
 * @typedef {object} StartOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] Let it write to our own output, instead of keeping it for error texts.
 */

/**
 * @typedef {object} Running
 * @property {() => string} output What it wrote lately, newest last.
 * @property {(onLine: (line: string) => void) => void} onLine Every further line of its standard output.
 * @property {Promise<number>} exited Its exit code; 128 and more when a signal ended it.
 * @property {(graceInMs?: number) => Promise<void>} stop Ends it and all that it started.
 */

/**
 * Starts a Node program that ends with us, however we end.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {StartOptions} [options]
 */
export function startNode(node, args, options) {
	return start(node, ['--import', endWithParent, ...args], options);
}

/**
 * Starts a program in a process group of its own, so that it can be ended with all that it starts,
 * and nothing else with it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {StartOptions} [options]
 * @returns {Running}
 */
export function start(command, args, { cwd, env = process.env, show = false } = {}) {
	const forgotten = whenEnding(() => stop());
	const child = spawn(command, args, {
		cwd,
		env,
		// Standard input is a pipe that nobody writes to: its end tells the child that we are gone.
		stdio: show ? ['pipe', 'inherit', 'inherit'] : 'pipe',
		detached: !onWindows,
		windowsHide: true,
	});
	child.stdin?.on('error', () => {});

	let recent = '';
	/** @param {string} text */
	const keep = (text) => {
		recent = (recent + text).slice(-50_000);
	};
	child.stdout?.setEncoding('utf8').on('data', keep);
	child.stderr?.setEncoding('utf8').on('data', keep);

	/** @type {Promise<number>} */
	const exited = new Promise((resolve) => {
		let code = 1;
		child.once('error', (error) => {
			keep(`${error.message}\n`);
			resolve(127);
		});
		child.once('exit', (exitCode, signal) => {
			code = exitCode ?? (signal ? 137 : 1);
			signalGroup('SIGKILL'); // what it left behind
		});
		child.once('close', () => {
			void forgotten();
			resolve(code);
		});
	});

	/** @param {NodeJS.Signals} signal */
	function signalGroup(signal) {
		if (child.pid === undefined) return;
		try {
			if (!onWindows) process.kill(-child.pid, signal);
			else if (child.exitCode === null) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
		}
	}

	async function stop(graceInMs = 1000) {
		if (child.exitCode === null && child.signalCode === null) signalGroup('SIGTERM');
		const gaveUp = new AbortController();
		const grace = sleep(graceInMs, undefined, { signal: gaveUp.signal }).then(
			() => signalGroup('SIGKILL'),
			() => {},
		);
		await exited;
		gaveUp.abort();
		await grace;
	}

	return {
		output: () => recent,
		exited,
		stop,
		onLine(onLine) {
			let unfinished = '';
			child.stdout?.on('data', (text) => {
				const lines = (unfinished + text).split(/\r?\n/);
				unfinished = lines.pop() ?? '';
				for (const line of lines) onLine(line);
			});
		},
	};
}

/**
 * Waits for a program to do its work.
 *
 * @param {string} task What it does, for the error text: "Building the package".
 * @param {Running} program
 * @param {{ advice?: string }} [more]
 * @returns {Promise<string>} what it wrote
 * @throws {Trouble} when it fails
 */
export async function finished(task, program, { advice } = {}) {
	const code = await program.exited;
	if (code !== 0) throw new Trouble(`${task} failed (exit code ${code}).`, { advice, output: program.output() });
	return program.output();
}
