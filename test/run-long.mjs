import { installDependencies } from '../lab/dependencies.mjs';
import { main } from '../lab/endings.mjs';
import { announce } from '../lab/test-totals.mjs';
import { runVitest } from '../lab/vitest.mjs';

// The tests that take long: many people at once, workers that die. npm test leaves them out.

main(async () => {
	await installDependencies();
	return await announce(await runVitest(['--config', 'test/vitest.long.config.mts']));
});
