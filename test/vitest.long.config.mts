import { defineConfig, mergeConfig } from 'vitest/config';
import usual from '../vitest.config.mts';

/** What takes long: many people at once, workers that die. */
export default mergeConfig(
	{ ...usual, test: { ...usual.test, include: [] } },
	defineConfig({ test: { include: ['test/**/*.long.mts'], testTimeout: 60_000 } }),
);
