import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/index.mts';
import { credentialFor, runCipp } from './engine.mts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ speed: 600 });
});
afterAll(async () => await sandbox.close());

it('lists tenants', async () => {
	const result = await runCipp({ resource: 'tenant', operation: 'getMany' }, { credential: credentialFor(sandbox) });
	console.log(result.status, result.error?.message, result.error?.description, result.json);
	expect(result.status).toBe('success');
});
it('lists users', async () => {
	const result = await runCipp({ resource: 'user', operation: 'getMany', tenantDomain: 'contoso.example', limit: 2 }, { credential: credentialFor(sandbox) });
	console.log(result.status, result.error?.message, result.error?.description, result.json);
});
it('offboards', async () => {
	const on = (names: string) => Object.fromEntries(names.split(' ').map((n) => [n, true]));
	const t = Date.now();
	const result = await runCipp({ resource: 'user', operation: 'offboardUser', tenantDomain: 'contoso.example', userEmail: 'megan.bowen@contoso.example',
	 ...on('DisableSignIn RevokeSessions ResetPass RemoveMFADevices RemoveGroups RemoveLicenses ConvertToShared HideFromGAL RemoveRules RemoveMobile removeCalendarInvites removePermissions removeCalendarPermissions RemoveTeamsPhoneDID ClearImmutableId DisableOneDriveSharing'),
	 forward: 'alex.wilber@contoso.example', KeepCopy: true, OOO: '<p>Gone</p>', AccessAutomap: 'alex.wilber@contoso.example', AccessNoAutomap: 'adele.vance@contoso.example', OnedriveAccess: 'alex.wilber@contoso.example',
	 offboardOptions: { checkEvery: 0.2 } }, { credential: credentialFor(sandbox) });
	console.log(Date.now() - t, result.status, result.error?.message, result.error?.description, JSON.stringify(result.json, null, 1));
	console.log(sandbox.requests.map((r) => r.method + ' ' + r.endpoint + ' ' + r.status).join('\n'), sandbox.tokenRequests.length);
});
