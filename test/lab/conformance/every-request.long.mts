import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAllowed, Reasons } from '../../../lab/conformance/allowed.mts';
import { casesOf } from '../../../lab/conformance/cases.mts';
import { conform, type Verdict } from '../../../lab/conformance/conform.mts';
import { isUnexplained } from '../../../lab/conformance/print.mts';
import { sandboxSide } from '../../../lab/conformance/sandbox-side.mts';
import { usualRequests } from '../../../lab/conformance/usual/all.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/index.mts';

const options = { start: new Date('2025-03-03T09:02:00Z'), speed: 0 };
let sandboxes: Sandbox[];
beforeAll(async () => {
	sandboxes = [await startSandbox(options), await startSandbox(options)];
});
afterAll(async () => {
	for (const sandbox of sandboxes) await sandbox.close();
});

it('the sandbox beside a sandbox answers every request the same', async () => {
	const [ours, theirs] = await Promise.all(sandboxes.map(sandboxSide));
	const cases = casesOf(usualRequests(sandboxes[0].tenants));
	const verdicts: Verdict[] = [];
	for await (const one of conform(ours, theirs, cases, new Reasons(readAllowed())))
		verdicts.push(one);

	expect(verdicts).toHaveLength(cases.length);
	expect(verdicts.filter(isUnexplained)).toEqual([]);
}, 300_000);
