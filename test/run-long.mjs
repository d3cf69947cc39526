import { installDependencies } from '../programs/dependencies.mjs';
import { main } from '../programs/endings.mjs';
import { announce } from '../programs/test-totals.mjs';
import { runVitest } from '../programs/vitest.mjs';

// The tests that take long: many people at once, workers that die. npm test leaves them out.

main(async () => {
	await installDependencies();
	return await announce(await runVitest(['--config', 'test/vitest.long.config.mts']));
});
