import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
	resolve: {
		// n8n-core loads the CommonJS copy; errors are recognised by class, so ours has to be the same one.
		alias: { 'n8n-workflow': require.resolve('n8n-workflow') },
	},
	test: {
		include: ['test/**/*.test.mts'],
		setupFiles: ['test/engine/environment.mts'],
		testTimeout: 20_000,
		// Files share what they load: n8n-core alone takes a second.
		isolate: false,
		// Half of the time they wait for answers over HTTP.
		maxWorkers: Math.ceil(availableParallelism() * 1.5),
		silent: 'passed-only',
	},
});
