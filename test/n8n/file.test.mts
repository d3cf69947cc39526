import { expect, it } from 'vitest';
import { credentialFor, runCipp } from '../engine/engine.mts';
import { useSandbox } from '../offboard-user/offboarding.mts';

const sandbox = useSandbox();
const getPhoto = async () =>
	await runCipp(
		{
			resource: 'userPhoto',
			operation: 'get',
			tenantDomain: 'contoso.example',
			userEmail: 'adele.vance@contoso.example',
		},
		{ credential: credentialFor(sandbox.current), node: { type: 'n8n-nodes-cipp.cippUsers' } },
	);

it('hands a file on byte for byte', async () => {
	const picture = Uint8Array.from({ length: 512 }, (_none, index) => index % 256);
	sandbox.current.faults.endpoint('ListUserPhoto', { status: 200, body: picture });

	const [{ json, binary }] = (await getPhoto()).items;

	expect(json).toEqual({ fileName: 'photo.jpg', mimeType: 'image/jpeg', bytes: 512 });
	expect(binary?.data).toMatchObject({ mimeType: 'image/jpeg', fileName: 'photo.jpg' });
	expect(Buffer.from(binary!.data.data, 'base64')).toEqual(Buffer.from(picture));
});

it('says that there is no file, where CIPP only stumbles over it', async () => {
	const stumble = 'The input is not a valid Base-64 string as it contains a non-base 64 character.';
	sandbox.current.faults.endpoint('ListUserPhoto', { status: 500, body: stumble });

	expect((await getPhoto()).error?.message).toMatch(/the user has no picture/);
});

it('says why CIPP refuses a file, as it does for everything else', async () => {
	sandbox.current.faults.endpoint('ListUserPhoto', { kind: 'roleMissing' });

	expect((await getPhoto()).error?.message).toMatch(/lacks a CIPP role/);
});
