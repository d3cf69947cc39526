import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder where large downloads stay between runs and clones (n8n, Node.js), outside the clone.
 * `N8N_NODES_CIPP_CACHE` chooses another one.
 *
 * @param {{ platform?: NodeJS.Platform, env?: NodeJS.ProcessEnv, home?: string }} [machine]
 */
export function cacheFolder({ platform = process.platform, env = process.env, home = homedir() } = {}) {
	if (env.N8N_NODES_CIPP_CACHE) return env.N8N_NODES_CIPP_CACHE;
	return join(cachesOf(platform, env, home), 'n8n-nodes-cipp');
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 */
function cachesOf(platform, env, home) {
	if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
	if (platform === 'darwin') return join(home, 'Library', 'Caches');
	return env.XDG_CACHE_HOME || join(home, '.cache');
}
