import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { start, startNode } from './processes.mjs';

/**
 * Starts npm, with the Node.js that runs us or another one.
 *
 * @param {string[]} args
 * @param {{ cwd: string, node?: string, show?: boolean }} options `show`: let it write to our own output.
 */
export function startNpm(args, { cwd, node = process.execPath, show }) {
	const env = environment(node);
	const quiet = [...args, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
	const cli = npmCli();
	return cli ? startNode(node, [cli, ...quiet], { cwd, env, show }) : start('npm', quiet, { cwd, env, show });
}

/**
 * npm's own program file: the npm that runs us, or the one that came with this Node.js. Running it with
 * Node.js needs no shell, which `npm.cmd` on Windows would.
 */
function npmCli() {
	const here = dirname(process.execPath);
	return [
		process.env.npm_execpath ?? '',
		join(here, 'node_modules/npm/bin/npm-cli.js'),
		join(here, '../lib/node_modules/npm/bin/npm-cli.js'),
	].find((file) => file.endsWith('npm-cli.js') && existsSync(file));
}

/**
 * `npm run` hands its project's settings on in variables; what belongs to that project must not reach
 * an npm that works elsewhere. Where packages come from (registry, proxy, certificates) does.
 *
 * @param {string} node
 */
function environment(node) {
	const foreign = /^(npm_(package|lifecycle)_|npm_config_(local_prefix|prefix|global_prefix|ignore_scripts|omit|include)$|INIT_CWD$|NODE_ENV$)/i;
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
	const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	env[path] = [dirname(node), env[path]].filter(Boolean).join(delimiter);
	return env;
}
