import { main, Trouble, untilStopped } from '../programs/endings.mjs';
import { offboardingExample } from './demo/offboarding-example.mjs';
import { offboardingReport, whatIsNotProven } from './demo/offboarding-report.mjs';

// Offboards a user for real, in n8n, against a sandbox CIPP. The exit code is 0 only when n8n's execution
// succeeded and every step is verified.

main(async () => {
	const open = wantsToStayOpen(process.argv.slice(2));
	const { n8n, sandbox, connection, workflowId, run } = await offboardingExample();
	const { execution, users } = await run();
	for (const user of users) console.log(`\n${offboardingReport(user, Math.min(process.stdout.columns || 100, 120))}`);

	const openPoints = whatIsNotProven(users);
	if (connection.status !== 'OK') openPoints.unshift(`n8n's test of the credential failed: ${connection.message}`);
	if (execution.status !== 'success') openPoints.unshift(`n8n's execution ended with "${execution.status}". ${execution.error ?? ''}`);
	console.log(`\n${verdict(openPoints)}`);
	const exitCode = openPoints.length === 0 ? 0 : 1;

	if (open) {
		console.log(`\n${howToLookAround(n8n, sandbox, `${n8n.address}/workflow/${workflowId}/executions/${execution.id}`)}`);
		return untilStopped(exitCode);
	}
	return exitCode;
});

/** @param {string[]} args */
function wantsToStayOpen(args) {
	const unknown = args.find((arg) => arg !== '--open');
	if (unknown) {
		throw new Trouble(`The demo does not know "${unknown}".`, {
			advice: 'npm run demo              offboards a user and ends\nnpm run demo -- --open    leaves n8n and the sandbox running to look around',
		});
	}
	return args.includes('--open');
}

/** @param {string[]} openPoints */
function verdict(openPoints) {
	if (openPoints.length === 0) return "Done: n8n's execution succeeded and every step is verified.";
	return ['Not proven:', ...openPoints.map((point) => `  ${point}`)].join('\n');
}

/**
 * @param {import('./n8n/n8n-server.mjs').N8n} n8n
 * @param {import('./demo/sandbox-process.mjs').Sandbox} sandbox
 * @param {string} execution
 */
function howToLookAround(n8n, sandbox, execution) {
	return [
		`n8n        ${n8n.address}`,
		`           email ${n8n.login.email}, password ${n8n.login.password}`,
		`this run   ${execution}`,
		`sandbox    ${sandbox.url}`,
		'',
		'Ctrl-C ends n8n and the sandbox and removes their data.',
	].join('\n');
}
