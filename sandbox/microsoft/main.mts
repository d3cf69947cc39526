import { parseArgs } from 'node:util';
import { startMicrosoft, type StandAlone } from './stand-alone.mts';

// Microsoft alone: `npm run sandbox -- --microsoft`.
const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '0' },
		speed: { type: 'string', default: '1' },
		json: { type: 'boolean', default: false },
	},
});

try {
	const microsoft = await startMicrosoft({
		port: Number(values.port),
		speed: Number(values.speed),
	});
	process.stdout.write(
		values.json ? `${JSON.stringify({ url: microsoft.url })}\n` : greeting(microsoft),
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => void microsoft.close().then(() => process.exit(0)));
} catch (error) {
	const reason = error instanceof Error ? error.message : String(error);
	process.stderr.write(`The sandbox's Microsoft could not start: ${reason}\n`);
	process.exit(1);
}

function greeting({ url, tenants }: StandAlone): string {
	return [
		`The sandbox's Microsoft on ${url}, stop with Ctrl+C`,
		'',
		'Put the host that a request is meant for first:',
		`  ${url}/login.microsoftonline.com/{tenant}/oauth2/v2.0/token`,
		`  ${url}/graph.microsoft.com/v1.0/users`,
		`  ${url}/outlook.office365.com/adminapi/beta/{tenant}/InvokeCommand`,
		'',
		'Tenants:',
		...tenants.map(
			({ displayName, defaultDomainName, customerId }) =>
				`  ${displayName} (${defaultDomainName}, ${customerId})`,
		),
		'',
		'Let it refuse every change:',
		`  curl -X POST ${url}/sandbox/rules -d '{"manner":"refuses"}'`,
		'',
	].join('\n');
}
