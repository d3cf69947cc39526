import { constants } from 'node:os';

/** @typedef {() => unknown} Ending */

/** @type {Set<Ending>} */
const endings = new Set();

/** @type {Promise<void> | undefined} */
let ended;

/** @type {number | undefined} */
let exitCodeWhenStopped;

/**
 * Runs a story and leaves nothing behind: whatever the story started or created is undone at its end,
 * when it fails, and when someone stops it (Ctrl-C, SIGTERM, a closed terminal).
 *
 * @param {() => Promise<number | void>} story Resolves to the exit code; nothing means 0.
 */
export function main(story) {
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
	if (process.env.npm_lifecycle_event) stopWhenOrphaned();
	process.on('uncaughtException', fail);
	story().then((code) => exit(code ?? 0), fail);
}

/** @param {unknown} error */
function fail(error) {
	if (ended) return; // the story stumbled because it is being stopped
	// EPIPE: whoever read our output has gone away, so there is nobody to tell.
	if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPIPE') report(error);
	void exit(error instanceof Trouble ? error.exitCode : 1);
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
	if (ended) return;
	console.log('\nStopping. One moment, cleaning up.');
	console.log = () => {}; // what the story may still have to say is of no interest now
	void exit(exitCodeWhenStopped ?? 128 + constants.signals[signal]);
}

/** npm passes SIGTERM on to its shell only, which ends without telling us. */
function stopWhenOrphaned() {
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && stop('SIGTERM'), 500).unref();
}

/**
 * Remembers what has to be undone. The latest is undone first.
 *
 * @param {Ending} ending
 * @returns {() => Promise<void>} undoes it now, once
 */
export function whenEnding(ending) {
	if (ended) throw new Error('This run is ending; it starts nothing new.');
	endings.add(ending);
	return async () => {
		if (endings.delete(ending)) await ending();
	};
}

/**
 * Waits until someone stops the program, which then exits with the given code.
 *
 * @param {number} exitCode
 * @returns {Promise<never>}
 */
export function untilStopped(exitCode) {
	exitCodeWhenStopped = exitCode;
	return new Promise(() => setInterval(() => {}, 2 ** 30));
}

/** Something that went wrong outside our code: what happened, what to do, and what the other side said last. */
export class Trouble extends Error {
	/**
	 * @param {string} whatHappened
	 * @param {{ advice?: string, output?: string, exitCode?: number, cause?: unknown }} [more]
	 */
	constructor(whatHappened, { advice, output, exitCode = 1, cause } = {}) {
		super(whatHappened, { cause });
		this.advice = advice;
		this.output = output;
		this.exitCode = exitCode;
	}
}

/** @param {unknown} error */
function report(error) {
	if (!(error instanceof Trouble)) return console.error(error);
	const lines = [''];
	if (error.output) lines.push(...headAndTail(error.output).map((line) => `    ${line}`), '');
	lines.push(error.message);
	if (error.advice) lines.push(error.advice);
	console.error(lines.join('\n'));
}

/**
 * The first lines often say what went wrong, the last ones where.
 *
 * @param {string} output
 */
function headAndTail(output) {
	const lines = output.trimEnd().split('\n');
	return lines.length <= 40 ? lines : [...lines.slice(0, 15), '...', ...lines.slice(-25)];
}

/** @param {number} code */
async function exit(code) {
	if (ended) return;
	ended = undoEverything();
	await ended;
	process.exit(code);
}

async function undoEverything() {
	for (const ending of [...endings].reverse()) {
		endings.delete(ending);
		try {
			await ending();
		} catch (error) {
			console.error(error);
		}
	}
}
