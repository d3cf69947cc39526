import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolder } from '../../programs/cache.mjs';

const home = join('home', 'kim');

it.each([
	['linux', {}, join(home, '.cache', 'n8n-nodes-cipp')],
	['linux', { XDG_CACHE_HOME: 'big-disk' }, join('big-disk', 'n8n-nodes-cipp')],
	['darwin', {}, join(home, 'Library', 'Caches', 'n8n-nodes-cipp')],
	['win32', { LOCALAPPDATA: 'local' }, join('local', 'n8n-nodes-cipp')],
	['win32', {}, join(home, 'AppData', 'Local', 'n8n-nodes-cipp')],
	['linux', { N8N_NODES_CIPP_CACHE: 'mine' }, 'mine'],
] as const)('on %s with %o the cache is %s', (platform, env, folder) => {
	expect(cacheFolder({ platform, env, home })).toBe(folder);
});
