import { join } from 'node:path';
import { installDependencies, lockOfClone, projectRoot } from '../programs/dependencies.mjs';
import { main } from '../programs/endings.mjs';
import { alone } from '../programs/lock.mjs';
import { startNpm } from '../programs/npm.mjs';
import { startNode } from '../programs/processes.mjs';
import { announce, sumOf } from '../programs/test-totals.mjs';
import { runVitest } from '../programs/vitest.mjs';

// All fast tests, one after the other, each also when one before it failed. The last line counts vitest's
// tests one by one and every other stage as one; with TEST_TOTALS_FILE it goes to that file instead.

main(async () => {
	await installDependencies();
	const totals = [
		await stage('Type check: the package', () => node('typescript/bin/tsc', '--noEmit', '-p', '.')),
		await stage('Type check: the tests', () =>
			node('typescript/bin/tsc', '--noEmit', '-p', 'test'),
		),
		await alone(lockOfClone('build'), () => stage('Build', () => npmRun('build'))),
		await stage("Lint: n8n's rules", () => npmRun('lint')),
		await stage('Lint: what each room may import, and in which order a declaration speaks', () =>
			node('eslint/bin/eslint.js', '-c', 'test/rooms.eslint.config.mjs', '.'),
		),
		await vitest(),
	];

	return await announce(sumOf(totals));
});

/**
 * Shows what a stage wrote only when it failed.
 *
 * @param {string} title
 * @param {() => import('../programs/processes.mjs').Running} start
 */
async function stage(title, start) {
	console.log(`\n== ${title}`);
	const started = Date.now();
	const program = start();
	const passed = (await program.exited) === 0;
	if (!passed) console.log(program.output().trimEnd());
	console.log(`${passed ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s`);
	return { passed: Number(passed), failed: Number(!passed) };
}

async function vitest() {
	console.log('\n== Tests');
	return await runVitest();
}

/**
 * @param {string} program in node_modules
 * @param {string[]} args
 */
function node(program, ...args) {
	return startNode(process.execPath, [inNodeModules(program), ...args], { cwd: projectRoot });
}

/** @param {string} script */
function npmRun(script) {
	return startNpm(['run', script], { cwd: projectRoot });
}

/** @param {string} program */
const inNodeModules = (program) => join(projectRoot, 'node_modules', program);
