import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from '../../programs/endings.mjs';
import { freePort } from '../../programs/free-port.mjs';
import { installedN8n } from './n8n-install.mjs';
import { signInAsOwner } from './n8n-rest.mjs';
import { workflowsOf } from './n8n-workflows.mjs';
import { finished, start, startNode } from '../../programs/processes.mjs';
import { temporaryFolder } from '../../programs/temporary-folder.mjs';

/**
 * @typedef {object} Server
 * @property {string} version "2.41.1"
 * @property {string} address The editor's address.
 * @property {{ email: string, password: string }} login The owner's account.
 * @property {import('./n8n-rest.mjs').Rest} rest Calls as the owner, for what has no function of its own.
 * @property {() => string} output What n8n wrote lately.
 * @property {string} folder Where its data live.
 * @property {() => Promise<void>} stop Ends n8n and removes its folder.
 *
 * @typedef {Server & import('./n8n-workflows.mjs').Workflows} N8n
 */

/**
 * Starts a real n8n with the package in it, as users have it: the packed file, unpacked where n8n keeps the
 * packages that were installed in its settings. Its data live in a temporary folder, it listens on 127.0.0.1.
 *
 * @param {{ packageTarball: string, env?: Record<string, string>, log?: (line: string) => void }} options
 * `env`: further n8n settings. `log`: receives n8n's own output, line by line.
 * @returns {Promise<N8n>}
 */
export async function startN8n({ packageTarball, env = {}, log }) {
	const installed = await installedN8n();
	const folder = await temporaryFolder('n8n');
	await unpackPackage(packageTarball, folder.path);

	const port = await freePort();
	const address = `http://127.0.0.1:${port}`;
	const program = startNode(installed.node, [installed.cli, 'start'], {
		cwd: folder.path,
		env: { ...environment(installed.node, folder.path, port, await freePort()), ...env },
	});
	if (log) program.onLine(log);
	const stop = async () => {
		await program.stop();
		await folder.remove();
	};

	try {
		await untilReady(address, program);
		const login = { email: 'owner@n8n.example', password: `Demo-${randomBytes(6).toString('hex')}-1` };
		const rest = await signInAsOwner(address, login, program);
		return { ...workflowsOf(rest), version: installed.version, address, login, rest, output: program.output, folder: folder.path, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/**
 * @param {string} tarball
 * @param {string} userFolder
 */
async function unpackPackage(tarball, userFolder) {
	const target = join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-cipp');
	await mkdir(target, { recursive: true });
	const tar = start('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
	await finished('Unpacking the package into n8n', tar, { advice: 'The command "tar" is needed for it.' });
}

/**
 * Nothing of the settings of an n8n that may live on this machine, no proxy, no calls home.
 *
 * @param {string} node
 * @param {string} userFolder
 * @param {number} port
 * @param {number} brokerPort
 */
function environment(node, userFolder, port, brokerPort) {
	const ofTheSystem = /^(HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|SYSTEMROOT|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|HOMEDRIVE|HOMEPATH|SYSTEMDRIVE|NUMBER_OF_PROCESSORS)$/i;
	return {
		...Object.fromEntries(Object.entries(process.env).filter(([name]) => ofTheSystem.test(name))),
		PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter), // n8n starts its task runner as `node`
		TMPDIR: userFolder,
		TMP: userFolder,
		TEMP: userFolder,
		NO_PROXY: '127.0.0.1,localhost',
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		DB_TYPE: 'sqlite',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}`,
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '3',
		N8N_DISABLED_MODULES: 'mcp-registry', // it asks n8n's server for its list at every start
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_PYTHON_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	};
}

/**
 * @param {string} address
 * @param {import('../../programs/processes.mjs').Running} program
 */
async function untilReady(address, program) {
	let exitCode;
	void program.exited.then((code) => (exitCode = code));
	const deadline = Date.now() + 180_000;
	while (Date.now() < deadline) {
		if (exitCode !== undefined) {
			throw new Trouble(`n8n ended while it was starting (exit code ${exitCode}).`, {
				advice: 'Look at what n8n wrote above, then run the command again.',
				output: program.output(),
			});
		}
		const answer = await fetch(`${address}/healthz/readiness`).catch(() => undefined);
		if (answer?.ok) return;
		await sleep(200);
	}
	throw new Trouble('n8n was not ready after 3 minutes.', {
		advice: 'Is the machine very busy? Run the command again.',
		output: program.output(),
	});
}
