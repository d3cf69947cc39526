import { parseArgs } from 'node:util';
import { newestRead, releases, type CippVersion } from './cipp/versions.mts';
import { startSandbox } from './index.mts';
import type { Sandbox } from './sandbox.mts';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '0' },
		speed: { type: 'string', default: '1' },
		host: { type: 'string', default: 'functions' },
		'step-seconds': { type: 'string', default: '2' },
		cipp: { type: 'string', default: newestRead },
		progress: { type: 'boolean' },
		'drops-send-steps': { type: 'boolean' },
		log: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
	},
});

try {
	const sandbox = await startSandbox({
		port: wholeNumber('--port', values.port),
		speed: Number(values.speed),
		host: hostStyle(values.host),
		stepSeconds: Number(values['step-seconds']),
		cipp: release(values.cipp),
		hasProgress: values.progress,
		dropsSendSteps: values['drops-send-steps'],
		logRequests: values.log,
	});
	process.stdout.write(
		values.json ? `${JSON.stringify(credentials(sandbox))}\n` : greeting(sandbox),
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
} catch (error) {
	const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
	const reason = isTaken
		? `port ${values.port} is taken; choose another with --port, 0 is any free one.`
		: error instanceof Error
			? error.message
			: String(error);
	process.stderr.write(`The sandbox could not start: ${reason}\n`);
	process.exit(1);
}

function credentials({ url, tokenUrl, homeTenantId, clientId, clientSecret }: Sandbox) {
	return { url, tokenUrl, homeTenantId, clientId, clientSecret };
}

function greeting(sandbox: Sandbox): string {
	const { url, tokenUrl, homeTenantId, clientId, clientSecret, clock, tenants } = sandbox;
	const listed = tenants.list.map(
		({ displayName, defaultDomainName, isPartner, excluded, users }) => {
			const remark = isPartner ? ', the partner itself' : excluded ? ', excluded from CIPP' : '';
			return `  ${displayName} (${defaultDomainName}): ${users.length === 1 ? '1 user' : `${users.length} users`}${remark}`;
		},
	);
	return [
		`CIPP sandbox on ${url}, stop with Ctrl+C`,
		'',
		'Credential in n8n (CIPP OAuth2 API):',
		`  CIPP Address      ${url}`,
		`  Tenant ID         ${homeTenantId}`,
		`  Client ID         ${clientId}`,
		`  Client Secret     ${clientSecret}`,
		`  Own Token URL     ${tokenUrl}`,
		'',
		'Tenants:',
		...listed,
		'',
		'Try:',
		'  megan.bowen@contoso.example     leaves; every step of an offboarding finds something to do',
		'  lidia.holloway@contoso.example  directory-synced, in dynamic and synced groups: some steps cannot work',
		'  emily.braun@fabrikam.example    gets her licence from a group',
		'',
		`Time runs ${clock.speed} times as fast as outside. Skip a quarter of an hour, so that the licence task runs:`,
		`  curl -X POST ${url}/sandbox/clock -H 'Content-Type: application/json' -d '{"advanceSeconds":900}'`,
		'',
	].join('\n');
}

function wholeNumber(option: string, text: string): number {
	const number = Number(text);
	if (!Number.isInteger(number) || number < 0 || number > 65_535)
		throw new Error(`${option} takes a port number, not '${text}'.`);
	return number;
}

function hostStyle(text: string): 'functions' | 'ng' {
	if (text !== 'functions' && text !== 'ng')
		throw new Error(`--host takes functions or ng, not '${text}'.`);
	return text;
}

function release(text: string): CippVersion {
	const known = Object.keys(releases) as CippVersion[];
	const found = known.find((name) => name === text);
	if (!found) throw new Error(`--cipp takes ${known.join(', ')}, not '${text}'.`);
	return found;
}
