import { defineConfig } from 'vitest/config';

// These tests run a real n8n, so they are slow and not part of `npm test`.
export default defineConfig({
	test: {
		include: ['lab/end-to-end/*.test.mts'],
		testTimeout: 240_000,
		hookTimeout: 900_000,
		fileParallelism: false,
		silent: 'passed-only',
	},
});
