import { parseArgs } from 'node:util';
import { main, Trouble } from '../../programs/endings.mjs';
import { startSandbox } from '../../sandbox/index.mts';
import { readAllowed, Reasons } from './allowed.mts';
import { casesOf } from './cases.mts';
import { cippSide } from './cipp-side.mts';
import { conform, type Verdict } from './conform.mts';
import { isUnexplained, printed, summary } from './print.mts';
import { sandboxSide } from './sandbox-side.mts';
import { usualRequests } from './usual/all.mts';

const { values } = parseArgs({
	options: {
		cipp: { type: 'string' },
		microsoft: { type: 'string' },
		timer: { type: 'string' },
		reset: { type: 'string', multiple: true, default: [] },
		token: { type: 'string' },
		only: { type: 'string' },
		progress: { type: 'boolean', default: false },
		allowed: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
		tenants: { type: 'boolean', default: false },
	},
});

main(async () => {
	const sandbox = await startSandbox({
		start: new Date(),
		speed: 0,
		cipp: values.progress ? '10.9' : '10.8',
		hasProgress: values.progress,
		dropsSendSteps: true,
	});
	if (values.tenants) return void tell(tenantsToManage(sandbox.tenants.list));
	const { cipp, microsoft } = values;
	if (!cipp || !microsoft)
		throw new Trouble('Which CIPP, and which stand-in for Microsoft behind it?', {
			advice:
				'npm run conformance -- --cipp http://127.0.0.1:7071 --microsoft http://127.0.0.1:7072; docs/conformance.md says what has to run.',
		});
	const other = await cippSide({ ...values, cipp, microsoft });
	const wanted = new RegExp(values.only ?? '', 'i');
	const cases = casesOf(usualRequests(sandbox.tenants)).filter(({ endpoint, name }) =>
		wanted.test(`${endpoint}: ${name}`),
	);
	const reasons = new Reasons(readAllowed());
	const verdicts: Verdict[] = [];
	for await (const verdict of conform(await sandboxSide(sandbox), other, cases, reasons)) {
		verdicts.push(verdict);
		const text = values.json ? JSON.stringify(verdict) : printed(verdict, values.allowed);
		if (text) tell(text);
	}
	if (!values.json) tell(summary(verdicts, values.only ? [] : reasons.unused));
	return verdicts.some(isUnexplained) ? 1 : 0;
});

function tell(text: string): void {
	process.stdout.write(`${text}\n`);
}

/** For whoever sets up the CIPP: the tenants that it has to manage. */
function tenantsToManage(tenants: Array<object>): string {
	const told = [
		'customerId',
		'displayName',
		'defaultDomainName',
		'initialDomainName',
		'isPartner',
		'excluded',
	];
	return JSON.stringify(tenants, (name, value: unknown) =>
		name === '' || /^\d+$/.test(name) || told.includes(name) ? value : undefined,
	);
}
