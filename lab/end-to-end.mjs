import { installDependencies } from '../programs/dependencies.mjs';
import { main } from '../programs/endings.mjs';
import { announce } from '../programs/test-totals.mjs';
import { runVitest } from '../programs/vitest.mjs';

// What only a real n8n can show: the button "Test" of a credential, and executions that are parked and resumed.

main(async () => {
	await installDependencies();
	return await announce(await runVitest(['--config', 'lab/end-to-end/vitest.config.mts']));
});
