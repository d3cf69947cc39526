import { installDependencies } from './dependencies.mjs';
import { main } from './endings.mjs';
import { announce } from './test-totals.mjs';
import { runVitest } from './vitest.mjs';

// What only a real n8n can show: the button "Test" of a credential, and executions that are parked and resumed.

main(async () => {
	await installDependencies();
	return await announce(await runVitest(['--config', 'lab/end-to-end/vitest.config.mts']));
});
