import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { offByDefault } from '../../cipp/feature-flags';
import {
	againstFacts,
	againstFlags,
	type StepFacts,
} from '../../lab/contract/code/against-facts.mts';
import { againstTable } from '../../lab/contract/code/against-table.mts';
import { readCheckout, tableOf, type Checkout } from '../../lab/contract/code/checkout.mts';
import { couldSay } from '../../lab/contract/code/could-say.mts';
import { readEntryPoint } from '../../lab/contract/code/entry-point.mts';
import { roleIn } from '../../lab/contract/code/version.mts';
import { temporaryFolder } from '../../programs/temporary-folder.mjs';
import { facts, type Facts } from './facts.mts';

const entryPoint = (role: string, code: string) => `function Invoke-Any {
    <#
    .FUNCTIONALITY
        Entrypoint
    .ROLE
        ${role}
    #>
    # $Request.Body.commentedOut is no name
    ${code}
}`;

describe('an entry point', () => {
	it.each([
		['a member', '$id = $Request.Body.ID', ['ID']],
		['a member in another case', '$id = $request.body.userid', ['userid']],
		['a member that may be missing', '$id = $Request.Body?.ID', ['ID']],
		['a quoted member', "$id = $Request.Body.'Group Name'", ['Group Name']],
		['a key', "$id = $Request.Body['ID']", ['ID']],
		[
			'a variable that holds the body',
			'$Settings = $Request.Body\n$name = $Settings.Name',
			['Name'],
		],
		['one name however often it is spelled', '$Request.Body.ID; $Request.Body.id', ['id']],
		['no method and no count', '$Request.Body.GetType(); $Request.Body.Count', []],
	])('reads %s', (_what, code, names) => {
		expect(readEntryPoint(entryPoint('A.B.Read', code)).body).toEqual(names);
	});

	it('tells names of OData from variables that hold a name', () => {
		const code = '$f = $Request.Query.$filter; foreach ($key in $list) { $Request.Query.$key }';

		expect(readEntryPoint(entryPoint('A.B.Read', code))).toMatchObject({
			query: ['$filter'],
			passesOn: ['query'],
		});
	});

	it.each(['Add-It -Settings $Request.Body', 'Add-It -Request $Request', '$Request.Body | Add-It'])(
		'knows that it hands the body on: %s',
		(code) => {
			expect(readEntryPoint(entryPoint('A.B.Read', code)).passesOn).toContain('body');
		},
	);

	it('reads role and status codes', () => {
		const code = '[HttpStatusCode]::OK; [HttpStatusCode]::Forbidden; [HttpStatusCode]::OK';

		expect(readEntryPoint(entryPoint('Identity.User.Read', code))).toMatchObject({
			role: 'Identity.User.Read',
			statuses: ['Forbidden', 'OK'],
		});
	});
});

it.each([
	['Successfully … … from GAL.', /^Successfully hidden .* from GAL/, true],
	['Completed …: … successful, … failed', /^Completed .*: \d+ successful, 0 failed/, true],
	['Failed to hide …', /^Successfully hidden/, false],
])('a command that says "%s" can be found by %s: %s', (sentence, pattern, expected) => {
	expect(couldSay(sentence, pattern)).toBe(expected);
});

describe('a folder with the code of CIPP', () => {
	it('is told from another folder', async () => {
		const folder = await temporaryFolder('code');
		mkdirSync(join(folder.path, 'Modules', 'CIPPHTTP'), { recursive: true });

		expect(() => readCheckout(folder.path)).toThrow("not a folder with the code of CIPP's backend");
		await folder.remove();
	});

	it('has no differences with facts that say the same', async () => {
		const checkout = await checkoutOf();

		expect(againstFacts(checkout, known, [block])).toEqual([]);
	});

	it('tells what the facts do not say, and what they say too much', async () => {
		const checkout = await checkoutOf();
		const otherwise = {
			ExecBlock: { ...known.ExecBlock, role: 'Identity.User.Read', query: { old: {} } },
			ListGone: known.ExecBlock,
		} as unknown as Record<string, Facts>;

		expect(againstFacts(checkout, otherwise, [block])).toEqual([
			{ about: 'ListGone', what: 'has no code' },
			{
				about: 'ExecBlock',
				what: 'has the role Identity.User.ReadWrite, the facts say Identity.User.Read',
			},
			{ about: 'ExecBlock', what: 'does not know old, the facts have it in the query' },
		]);
	});

	it('leaves out what came with a later version', async () => {
		const checkout = await checkoutOf();
		const later = { ...known, ExecNew: { ...known.ExecBlock, since: '10.10' } };

		expect(
			againstFacts(checkout, later, [block, { ...block, name: 'Wipe', since: '10.10' }]),
		).toEqual([]);
	});

	it.each<[string, Partial<StepFacts>, string]>([
		['an option that is gone', { name: 'Wipe' }, 'does not know Wipe'],
		['another command', { command: 'Set-Other' }, 'does DisableSignIn with Set-SignIn'],
		['a sentence that is gone', { done: [/^Blocked/] }, 'Set-SignIn does not say /^Blocked/'],
	])('tells of %s in the offboarding', async (_what, change, said) => {
		const findings = againstFacts(await checkoutOf(), known, [{ ...block, ...change }]);

		expect(findings.map(({ what }) => what).join('\n')).toContain(said);
	});

	it('tells what changed since a version that is kept', async () => {
		const before = tableOf(await checkoutOf());
		const now = await checkoutOf({
			'Modules/CIPPHTTP/Invoke-ExecBlock.ps1': null,
			'Modules/CIPPHTTP/Invoke-Execblock.ps1': entryPoint(
				'Identity.User.ReadWrite',
				'$Request.Body.ID; $Request.Body.Reason; [HttpStatusCode]::Forbidden',
			),
			'Modules/CIPPHTTP/Invoke-ListNew.ps1': entryPoint('CIPP.Core.Read', ''),
			'Config/FeatureFlags.json': '[{"Id":"Old","Enabled":true,"Endpoints":["ExecBlock"]}]',
			'Config/cipp-roles.json': '{"readonly":{"include":["*.Read"],"exclude":["CIPP.Admin.*"]}}',
		});

		expect(againstTable(now, before).map(({ about, what }) => `${about} ${what}`)).toEqual([
			'ListNew is new',
			'Execblock was spelled ExecBlock; only the case differs',
			'Execblock new in the body: Reason',
			'Execblock gone in the body: tenantFilter',
			'Execblock new status: Forbidden',
			'feature flags new flag: Old (on: ExecBlock)',
			'feature flags gone flag: Old (off: ExecBlock)',
			'base roles new rule: readonly excludes CIPP.Admin.*',
		]);
	});
});

it('keeps of each version a table whose roles are those of the facts', () => {
	const folder = new URL('../../lab/contract/code/versions/', import.meta.url);
	for (const file of readdirSync(folder)) {
		const table = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ReturnType<
			typeof tableOf
		>;
		const roles = Object.entries(table.endpoints).map(([name, { role }]) => [name, role]);
		const known = roles.filter(([name]) => Object.hasOwn(facts, name));

		expect(known.length).toBeGreaterThan(600);
		expect(known).toEqual(known.map(([name]) => [name, roleIn(facts[name], table.version)]));
	}
});

it('knows which features each version has switched off at first', () => {
	const folder = new URL('../../lab/contract/code/versions/', import.meta.url);
	for (const file of readdirSync(folder)) {
		const { featureFlags } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ReturnType<
			typeof tableOf
		>;
		expect(againstFlags(featureFlags)).toEqual([]);
	}
	const [first] = offByDefault;
	expect(againstFlags([{ ...first, enabled: false, endpoints: ['ExecNew'] }])).toContainEqual({
		about: 'feature flags',
		what: `has ${first.id}: ExecNew switched off, cipp/feature-flags.ts has not`,
	});
});

it('has a fact for every endpoint of each version that is kept', () => {
	const folder = new URL('../../lab/contract/code/versions/', import.meta.url);
	const names = Object.keys(facts).map((name) => name.toLowerCase());
	for (const file of readdirSync(folder)) {
		const table = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ReturnType<
			typeof tableOf
		>;
		const unknown = Object.keys(table.endpoints).filter(
			(name) => !names.includes(name.toLowerCase()),
		);
		expect(unknown).toEqual([]);
	}
});

const block: StepFacts = {
	name: 'DisableSignIn',
	command: 'Set-SignIn',
	done: [/^Successfully set account enabled state to False/],
	failed: [/^Could not disable/],
};

const known = {
	ExecBlock: {
		method: 'POST',
		role: 'Identity.User.ReadWrite',
		effect: 'change',
		tenant: { in: 'body', name: 'tenantFilter', form: 'string' },
		body: { ID: { type: 'string' } },
	},
} as unknown as Record<string, Facts>;

const usual = {
	'version_latest.txt': '10.9.0\n',
	'Config/FeatureFlags.json': '[{"Id":"Old","Enabled":false,"Endpoints":["ExecBlock"]}]',
	'Config/cipp-roles.json': '{"readonly":{"include":["*.Read"],"exclude":[]}}',
	'Modules/CIPPHTTP/Invoke-ExecBlock.ps1': entryPoint(
		'Identity.User.ReadWrite',
		'$t = $Request.Body.tenantFilter; $id = $Request.Body.ID',
	),
	'Modules/CIPPCore/Set-SignIn.ps1': `function Set-SignIn {
		try { return "Successfully set account enabled state to $State for $($User.Name)" }
		catch { throw "Could not disable $User" } # that's all
	}`,
	'Modules/CIPPCore/Invoke-CIPPOffboardingJob.ps1': `$TaskOrder = @(
		@{
			Condition  = { $Options.DisableSignIn -eq $true }
			Cmdlet     = 'Set-SignIn'
		}
	)`,
};

/** Null: without that file. */
async function checkoutOf(changes: Record<string, string | null> = {}): Promise<Checkout> {
	const folder = await temporaryFolder('code');
	for (const [name, text] of Object.entries({ ...usual, ...changes })) {
		if (text === null) continue;
		mkdirSync(dirname(join(folder.path, name)), { recursive: true });
		writeFileSync(join(folder.path, name), text);
	}
	const checkout = readCheckout(folder.path);
	await folder.remove();
	return checkout;
}
