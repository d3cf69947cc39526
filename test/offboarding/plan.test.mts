import { beforeEach, describe, expect, it } from 'vitest';
import { whenIn } from '../../offboarding/order/local-time';
import type { OffboardingOptions } from '../../offboarding/order/order';
import { planOffboarding, type Plan, type PlanWish } from '../../offboarding/plan/plan';
import { fillOptions, profiles, readTenantDefaults } from '../../offboarding/order/profiles';
import {
	adele,
	alex,
	changesIn,
	connect,
	henrietta,
	lidia,
	megan,
	miriam,
	nestor,
	type Connection,
} from './sandbox-send.mts';

let cipp: Connection;
beforeEach(async () => {
	cipp = await connect();
});

async function plan(
	user: string,
	options: OffboardingOptions,
	wish: Partial<PlanWish> = {},
): Promise<Plan> {
	return await planOffboarding(
		{ tenant: cipp.tenant(), user, options, ...wish },
		cipp.send,
		cipp.clock,
	);
}

const codes = ({ blockers, warnings }: Plan) => ({
	blockers: blockers.map(({ code }) => code),
	warnings: warnings.map(({ code }) => code),
});
const what = ({ steps }: Plan, step: string) => steps.find((each) => each.step === step)?.what;

describe('a plan', () => {
	it('says in words, in order, what will be done, and changes nothing', async () => {
		const result = await plan(
			megan,
			{
				RemoveLicenses: true,
				RemoveGroups: true,
				DisableSignIn: true,
				RemoveRules: true,
				ConvertToShared: true,
				removePermissions: true,
				forward: { value: alex },
				KeepCopy: true,
				OOO: 'Gone.',
			},
			{ reference: 'CASE-7' },
		);
		expect(result.steps.map(({ step }) => step)).toEqual([
			'DisableSignIn',
			'RemoveGroups',
			'RemoveRules',
			'OOO',
			'forward',
			'removePermissions',
			'ConvertToShared',
			'RemoveLicenses',
		]);
		expect(what(result, 'RemoveGroups')).toBe(
			'removes 4 groups: All Company, Campaign Editors, Confidential Mail, Marketing Team',
		);
		expect(what(result, 'RemoveRules')).toBe('deletes 2 inbox rules: Newsletters, Agency invoices');
		expect(what(result, 'removePermissions')).toContain('in 3 mailboxes: ');
		expect(what(result, 'RemoveLicenses')).toContain('2 licences');
		expect(changesIn(cipp.sent)).toEqual([]);
	});

	it('shows the very request that would be sent', async () => {
		const { request } = await plan(megan, { DisableSignIn: true }, { reference: 'CASE-7' });
		expect(request).toEqual({
			method: 'POST',
			endpoint: 'ExecOffboardUser',
			body: {
				DisableSignIn: true,
				tenantFilter: { value: 'contoso.example', label: 'Contoso Ltd' },
				user: [{ value: megan, label: 'Megan Bowen' }],
				reference: 'CASE-7',
			},
		});
	});

	it('shows who it is', async () => {
		const { who } = await plan(henrietta, { DisableSignIn: true });
		expect(who).toMatchObject({
			displayName: 'Henrietta Mueller',
			department: 'Product',
			manager: 'Lidia Holloway (lidia.holloway@contoso.example)',
			licenses: [
				'Microsoft 365 Business Premium (direct)',
				'Microsoft 365 Business Standard (through Licensed - Business Standard)',
			],
			groups: [
				'Licensed - Business Standard (security)',
				'Product Department (security, dynamic)',
				'VPN Users (security, synced)',
			],
		});
	});

	it('says which groups stay, and why', async () => {
		const result = await plan(henrietta, { RemoveGroups: true });
		expect(what(result, 'RemoveGroups')).toBe(
			'removes 0 groups; 3 stay: Licensed - Business Standard (gives licences), Product Department (dynamic), VPN Users (synced from on-premises)',
		);
		expect(codes(result).warnings).toEqual(['dynamicGroups', 'syncedGroups', 'licenseGroups']);
	});

	it('finds nothing to warn of where there is nothing', async () => {
		const result = await plan('lee.gu@contoso.example', {
			DisableSignIn: true,
			RevokeSessions: true,
		});
		expect(codes(result)).toEqual({ blockers: [], warnings: [] });
		expect(result.canStart).toBe(true);
	});
});

describe('a plan blocks', () => {
	it.each<[string, string, OffboardingOptions]>([
		['lastGlobalAdministrator', nestor, { DisableSignIn: true }],
		['convertWithDelete', megan, { ConvertToShared: true, DeleteUser: true }],
		['forwardWithDisable', megan, { forward: { value: alex }, disableForwarding: true }],
		['delegateNotFound', megan, { AccessAutomap: [{ value: 'no.body@contoso.example' }] }],
		['forwardTargetNotFound', megan, { forward: { value: 'no.body@contoso.example' } }],
		['mailboxNeedsLicense', miriam, { RemoveLicenses: true, ConvertToShared: true }],
		['mailboxNeedsLicense', 'johanna.lorenz@contoso.example', { RemoveLicenses: true }],
		['invalidOrder', megan, {}],
		['invalidOrder', megan, { forward: { value: megan } }],
	])('%s (%s)', async (code, user, options) => {
		const result = await plan(user, options);
		expect(codes(result).blockers).toEqual([code]);
		expect(result.canStart).toBe(false);
		expect(result.blockers[0].cure).not.toBe('');
	});

	it('an offboarding that waits already', async () => {
		await cipp.send({
			method: 'POST',
			endpoint: 'ExecOffboardUser',
			body: {
				tenantFilter: 'contoso.example',
				user: [{ value: megan }],
				RemoveRules: true,
				Scheduled: { enabled: true, date: 1_741_100_400 },
			},
		});
		const result = await plan(megan, { DisableSignIn: true });
		expect(codes(result).blockers).toEqual(['pendingOffboarding']);
		expect(codes(await plan(alex, { DisableSignIn: true })).blockers).toEqual([]);
	});

	it('a conversion for which no seat is left', async () => {
		cipp.sandbox.tenants.user(megan).directLicenses = [];
		const many = await plan(megan, { ConvertToShared: true });
		expect(codes(many)).toMatchObject({
			blockers: [],
			warnings: expect.arrayContaining(['licenseNeededToConvert']),
		});
		for (const subscription of cipp.sandbox.tenants.named('contoso.example').subscriptions) {
			subscription.total = 0;
		}
		expect(codes(await plan(megan, { ConvertToShared: true })).blockers).toEqual([
			'noSeatToConvert',
		]);
	});
});

describe('a plan warns of', () => {
	it.each<[string, string, OffboardingOptions]>([
		['adminRoles', 'diego.siciliani@contoso.example', { DisableSignIn: true }],
		['directorySynced', lidia, { DisableSignIn: true }],
		['lastOwner', megan, { DisableSignIn: true }],
		['deleteWithLicenses', megan, { RemoveLicenses: true, DeleteUser: true }],
		['mailboxLost', adele, { RemoveLicenses: true }],
		['existingForward', 'pradeep.gupta@contoso.example', { DisableSignIn: true }],
		['existingForward', 'pradeep.gupta@contoso.example', { forward: { value: alex } }],
		['existingRules', megan, { DisableSignIn: true }],
		['replyNotSent', adele, { OOO: 'Gone', forward: { value: alex } }],
		['alreadyDisabled', 'patti.fernandez@contoso.example', { RemoveGroups: true }],
		['apostrophe', "liam.o'brien@contoso.example", { RemoveLicenses: true, ConvertToShared: true }],
		['forwardTargetNotFound', adele, { forward: { value: 'someone@elsewhere.example' } }],
		['mailboxNeedsLicense', miriam, { ConvertToShared: true }],
	])('%s (%s)', async (code, user, options) => {
		const result = await plan(user, options);
		expect(codes(result)).toMatchObject({
			blockers: [],
			warnings: expect.arrayContaining([code]),
		});
		expect(codes(await plan('lee.gu@contoso.example', { RevokeSessions: true })).warnings).toEqual(
			[],
		);
	});

	it('a licence task of that name that never ends', async () => {
		await cipp.send({
			method: 'POST',
			endpoint: 'AddScheduledItem',
			body: {
				Name: `Remove License: ${megan}`,
				Command: 'Remove-CIPPLicense',
				TenantFilter: 'contoso.example',
				ScheduledTime: 1_900_000_000,
			},
		});
		const result = await plan(megan, { RemoveLicenses: true, ConvertToShared: true });
		expect(codes(result).warnings).toContain('licenseTaskClash');
	});

	it('a report of permissions that is old, or that CIPP does not have', async () => {
		const old = await plan(megan, {
			removePermissions: true,
			Scheduled: { enabled: true, date: Date.parse('2025-03-07T17:00:00Z') / 1_000 },
		});
		expect(codes(old).warnings).toContain('staleReport');
		expect(codes(await plan(megan, { removePermissions: true })).warnings).not.toContain(
			'staleReport',
		);
		const none = await plan(
			'ben.walters@adatum.example',
			{ removePermissions: true },
			{ tenant: cipp.tenant('adatum.example') },
		);
		expect(none.warnings).toContainEqual(
			expect.objectContaining({ code: 'notRead', step: 'removePermissions' }),
		);
	});

	it('what it may not read, with the permission to grant', async () => {
		cipp.sandbox.faults.endpoint('ListRoles', { kind: 'roleMissing' });
		const { warnings } = await plan(adele, { DisableSignIn: true });
		expect(warnings).toContainEqual(
			expect.objectContaining({
				code: 'notRead',
				cure: expect.stringContaining('Identity.Role.Read'),
			}),
		);
	});

	it('does not call missing whom it could not look up, nor a group or an alias', async () => {
		const group = await plan(adele, { forward: { value: 'all-company@contoso.example' } });
		expect(codes(group).blockers).toEqual([]);
		const alias = await plan(adele, {
			forward: { value: 'alex.wilber@contosoltd.onmicrosoft.com' },
		});
		expect(codes(alias).warnings).not.toContain('forwardTargetNotFound');
	});
});

describe('options are filled', () => {
	it('from you, then the profile, then the tenant', async () => {
		const defaults = await readTenantDefaults(cipp.send, cipp.tenant());
		expect(defaults).toEqual({
			ConvertToShared: true,
			HideFromGAL: true,
			RevokeSessions: true,
			DisableSignIn: true,
			RemoveGroups: true,
			RemoveLicenses: true,
		});
		const { choices, options } = fillOptions({ RemoveGroups: false }, 'litigation', defaults);
		const sourceOf = (name: string) => choices.find(({ option }) => option === name);
		expect(sourceOf('RemoveGroups')).toEqual({
			option: 'RemoveGroups',
			value: false,
			source: 'you',
		});
		expect(sourceOf('DisableSignIn')).toMatchObject({ value: true, source: 'profile' });
		expect(sourceOf('ConvertToShared')).toMatchObject({ value: false, source: 'profile' });
		expect(sourceOf('HideFromGAL')).toMatchObject({ value: true, source: 'tenant default' });
		expect(options).toEqual({
			RevokeSessions: true,
			ResetPass: true,
			DisableSignIn: true,
			RemoveMobile: true,
			HideFromGAL: true,
		});
	});

	it('without undoing a forwarding that someone named', () => {
		const { options } = fillOptions({ forward: { value: alex } }, 'immediate', null);
		expect(options.disableForwarding).toBeUndefined();
		expect(fillOptions({}, 'immediate', null).options.disableForwarding).toBe(true);
	});

	it('and shown in the plan with their source', async () => {
		const result = await plan(megan, { RemoveRules: true }, { useTenantDefaults: true });
		expect(result.steps).toContainEqual(
			expect.objectContaining({ step: 'HideFromGAL', source: 'tenant default' }),
		);
		expect(result.steps).toContainEqual(
			expect.objectContaining({ step: 'RemoveRules', source: 'you' }),
		);
	});

	it('with nothing from a tenant without defaults', async () => {
		expect(await readTenantDefaults(cipp.send, cipp.tenant('adatum.example'))).toBeNull();
	});

	it.each(Object.entries(profiles))('%s never deletes an account', (_, options) => {
		expect(options.DeleteUser).toBe(false);
	});
});

it.each([
	['2025-03-04T17:02:00Z', '2025-03-04T17:15:00.000Z'],
	['2025-03-04T17:15:00Z', '2025-03-04T17:15:00.000Z'],
	['2025-03-04T23:50:00Z', '2025-03-05T00:00:00.000Z'],
])("what is planned for %s starts on CIPP's grid at %s", async (time, start) => {
	const { when, options } = await plan(
		adele,
		{ DisableSignIn: true },
		{ when: whenIn(time, 'UTC') },
	);
	expect(when).toMatchObject({ requested: new Date(time).toISOString(), expectedStart: start });
	expect(options.Scheduled).toEqual({ enabled: true, date: Date.parse(time) / 1_000 });
});
