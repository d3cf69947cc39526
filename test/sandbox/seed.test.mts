import { expect, test } from 'vitest';
import { SandboxClock } from '../../sandbox/microsoft/clock.mts';
import { groupsOf } from '../../sandbox/microsoft/state/lookup.mts';
import { seed } from '../../sandbox/index.mts';
import { contoso, megan, signedIn } from './signed-in.mts';

test('the seed is the same every time', () => {
	expect(seed()).toEqual(seed());
});

test('what is changed in one seed does not show in the next', () => {
	const untouched = structuredClone(seed());
	const { offboardingDefaults, users } = seed().find((each) => each.offboardingDefaults)!;
	offboardingDefaults!.DeleteUser = 'changed';
	for (const { mailbox } of users) {
		mailbox?.calendarGrants.forEach(({ accessRights }) => accessRights.push('changed'));
		mailbox?.rules.forEach(({ forwardTo }) => forwardTo.push('changed'));
	}

	expect(seed()).toEqual(untouched);
});

test('three customers with their people, the partner, and an excluded tenant', () => {
	expect(
		seed().map(({ defaultDomainName, users, excluded, isPartner }) => [
			defaultDomainName,
			users.length,
			excluded,
			isPartner,
		]),
	).toEqual([
		['northwind.example', 2, false, true],
		['contoso.example', 19, false, false],
		['fabrikam.example', 13, false, false],
		['adatum.example', 8, false, false],
		['woodgrove.example', 1, true, false],
	]);
});

test('everybody named in a group, a role, a grant or as manager is there', () => {
	for (const tenant of seed()) {
		const ids = tenant.users.map(({ id }) => id);
		const upns = tenant.users.map(({ userPrincipalName }) => userPrincipalName);
		const named = [
			...tenant.groups.flatMap(({ members, owners }) => [...members, ...owners]),
			...tenant.roles.flatMap(({ members }) => members),
			...tenant.devices.map(({ ownerId }) => ownerId),
			...tenant.users.flatMap(({ managerId }) => managerId ?? []),
			...tenant.phoneNumbers.flatMap(({ targetId }) => targetId ?? []),
		];
		expect(named.filter((id) => !ids.includes(id))).toEqual([]);
		expect(
			tenant.users
				.flatMap(({ mailbox }) => mailbox?.grants ?? [])
				.filter(({ trustee }) => !upns.includes(trustee)),
		).toEqual([]);
		expect(new Set(ids).size).toBe(ids.length);
	}
});

test('the leaver has something for every step, and her groups can all be left', async () => {
	const { sandbox } = await signedIn();
	const tenant = sandbox.tenants.named(contoso);
	const user = sandbox.tenants.user(megan);
	expect(
		groupsOf(tenant, user).filter(
			(group) =>
				group.membershipRule || group.onPremisesSyncEnabled || group.assignedLicenses.length > 0,
		),
	).toEqual([]);
	expect({
		licenses: user.directLicenses.length,
		rules: user.mailbox!.rules.length,
		phones: user.mailbox!.mobileDevices.length,
		meetings: user.mailbox!.meetings.length,
		forwarding: user.mailbox!.forwardingAddress ?? user.mailbox!.forwardingSmtpAddress,
		methods: user.authenticationMethods.length,
		devices: tenant.devices.filter(({ ownerId }) => ownerId === user.id).length,
		immutableId: user.onPremisesImmutableId !== null && user.onPremisesSyncEnabled !== true,
		drive: user.oneDrive !== null,
		rights: tenant
			.permissionReport!.mailbox.filter((row) => row.user === megan)
			.map(({ right }) => right)
			.sort(),
		calendars: tenant.permissionReport!.calendar.filter((row) => row.user === 'Megan Bowen').length,
	}).toEqual({
		licenses: 2,
		rules: 2,
		phones: 2,
		meetings: 3,
		forwarding: null,
		methods: 4,
		devices: 2,
		immutableId: true,
		drive: true,
		rights: ['FullAccess', 'SendAs', 'SendOnBehalf'],
		calendars: 1,
	});
});

test('the clock keeps appointments in order, each at its own time, also those made on the way', () => {
	const clock = new SandboxClock(new Date('2025-03-03T09:00:00Z'), 0);
	const kept: string[] = [];
	const note = (name: string) => () =>
		void kept.push(`${name} ${clock.now().toISOString().slice(14, 19)}`);
	clock.after(5000, note('later'));
	clock.after(1000, () => {
		note('first')();
		clock.after(1000, note('between'));
	});
	clock.after(60_000, note('never'));
	clock.advance(10_000);
	expect(kept).toEqual(['first 00:01', 'between 00:02', 'later 00:05']);
	expect(clock.now().toISOString()).toBe('2025-03-03T09:00:10.000Z');
	expect(() => clock.advance(-1)).toThrow('Sandbox time only moves forward');
	expect(() => (clock.speed = Number.NaN)).toThrow('Sandbox speed');
});
