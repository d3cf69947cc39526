import { expect, test } from 'vitest';
import { stepNames, type StepName } from '../../sandbox/index.mts';
import { adele, alex, contoso, megan, offboard, signedIn, type SignedIn } from './signed-in.mts';

interface Proof {
	options: Record<string, unknown>;
	lines: (string | RegExp)[];
	/** What the read that proves the step shows. */
	read(client: SignedIn): Promise<unknown>;
	before: unknown;
	after: unknown;
}

const meganId = 'e7f870df-700e-4eaf-ab4d-898173b3aa4f';
const drive = 'https://contosoltd-my.sharepoint.com/personal/megan_bowen_contoso_example';
const tenant = { tenantFilter: contoso };

const user =
	(property: string) =>
	async ({ get }: SignedIn) =>
		(await get('ListUsers', { ...tenant, UserID: megan })).body[0][property];
const mailbox =
	(...properties: string[]) =>
	async ({ get }: SignedIn) => {
		const row = (await get('ListUserMailboxDetails', { ...tenant, UserID: megan, userMail: megan }))
			.body[0];
		return properties.map((property) => row[property]);
	};
const rows =
	(endpoint: string, query: Record<string, string>) =>
	async ({ get }: SignedIn) =>
		(await get(endpoint, { ...tenant, ...query })).body.length;
const held =
	(right: string) =>
	async ({ get }: SignedIn) =>
		(await get('ListmailboxPermissions', { ...tenant, userId: megan })).body
			.filter(
				({ User, Permissions }: any) => [Permissions].flat().includes(right) && !/SELF/.test(User),
			)
			.map((row: any) => row.User);
const fullAccess = held('FullAccess');
const live =
	(what: (sandbox: SignedIn['sandbox']) => unknown) =>
	async ({ sandbox }: SignedIn) =>
		structuredClone(what(sandbox));

const proofs: Record<StepName, Proof> = {
	RevokeSessions: {
		options: { RevokeSessions: true },
		lines: [`Successfully revoked sessions for ${megan}`],
		read: async ({ get }) =>
			(
				await get('ListGraphRequest', {
					...tenant,
					Endpoint: `users/${meganId}`,
					$select: 'id,signInSessionsValidFromDateTime',
				})
			).body.Results[0].signInSessionsValidFromDateTime,
		before: '2025-02-11T09:12:45Z',
		after: '2025-03-03T09:02:05.000Z',
	},
	ResetPass: {
		options: { ResetPass: true },
		lines: [
			/^Successfully reset the password for Megan Bowen, megan\.bowen@contoso\.example\. User must change password is set to True\. The new password is \S{14}$/,
		],
		read: user('lastPasswordChangeDateTime'),
		before: '2025-02-11T09:12:45Z',
		after: '2025-03-03T09:02:05.000Z',
	},
	DisableSignIn: {
		options: { DisableSignIn: true },
		lines: [`Successfully set account enabled state to False for ${megan}`],
		read: user('accountEnabled'),
		before: true,
		after: false,
	},
	HideFromGAL: {
		options: { HideFromGAL: true },
		lines: [`Successfully hidden ${megan} from GAL.`],
		read: mailbox('HiddenFromAddressLists'),
		before: [false],
		after: [true],
	},
	RemoveGroups: {
		options: { RemoveGroups: true },
		lines: [
			`Successfully removed ${megan} from group 'Marketing Team'`,
			`Successfully removed ${megan} from group 'Campaign Editors'`,
			`Successfully removed ${megan} from group Confidential Mail`,
			`Successfully removed ${megan} from group All Company`,
		],
		read: rows('ListUserGroups', { userId: megan }),
		before: 4,
		after: 0,
	},
	RemoveRules: {
		options: { RemoveRules: true },
		lines: [`Successfully deleted all rules for ${megan}`],
		read: rows('ListUserMailboxRules', { UserID: megan }),
		before: 2,
		after: 0,
	},
	RemoveMobile: {
		options: { RemoveMobile: true },
		lines: [`Successfully removed 2 mobile devices for ${megan}: Megan's iPhone; Pixel 8`],
		read: rows('ListMailboxMobileDevices', { Mailbox: megan }),
		before: 2,
		after: 0,
	},
	removeCalendarInvites: {
		options: { removeCalendarInvites: true },
		lines: [`Successfully cancelled all calendar invites for ${megan}`],
		read: live((sandbox) => sandbox.tenants.user(megan).mailbox!.meetings.length),
		before: 3,
		after: 0,
	},
	OOO: {
		options: { OOO: '<p>Megan has left.</p>' },
		lines: [`Set Out-of-office for ${megan} to Enabled.`],
		read: async ({ get }) => {
			const { AutoReplyState, InternalMessage, ExternalMessage } = (
				await get('ListOoO', { ...tenant, userid: megan })
			).body;
			return { AutoReplyState, InternalMessage, ExternalMessage };
		},
		before: { AutoReplyState: 'Disabled', InternalMessage: '', ExternalMessage: '' },
		after: {
			AutoReplyState: 'Enabled',
			InternalMessage: '<p>Megan has left.</p>',
			ExternalMessage: '<p>Megan has left.</p>',
		},
	},
	forward: {
		options: { forward: { value: adele, label: 'Adele' }, KeepCopy: true },
		lines: [
			`Successfully set forwarding for ${megan} to Internal Address ${adele} with keeping a copy set to True`,
		],
		read: mailbox('ForwardingAddress', 'ForwardAndDeliver'),
		before: [null, false],
		after: [adele, true],
	},
	disableForwarding: {
		options: { disableForwarding: true },
		lines: [`Disabling forwarding for ${megan}`, `Successfully disabled forwarding for ${megan}`],
		read: mailbox('ForwardingAddress', 'ForwardAndDeliver'),
		before: [alex, true],
		after: [null, false],
	},
	OnedriveAccess: {
		options: { OnedriveAccess: [{ value: adele }] },
		lines: [`Successfully added ${adele} as a site collection admin of ${drive}`],
		read: live((sandbox) => sandbox.tenants.user(megan).oneDrive!.siteAdmins),
		before: [megan],
		after: [megan, adele],
	},
	DisableOneDriveSharing: {
		options: { DisableOneDriveSharing: true },
		lines: [`Successfully set OneDrive sharing to 'Disabled' for ${megan} (${drive})`],
		read: live((sandbox) => sandbox.tenants.user(megan).oneDrive!.sharing),
		before: 'ExternalUserAndGuestSharing',
		after: 'Disabled',
	},
	AccessNoAutomap: {
		options: { AccessNoAutomap: [{ value: adele }] },
		lines: [`Granted ${adele} FullAccess to ${megan} with automapping False`],
		read: fullAccess,
		before: [],
		after: [adele],
	},
	AccessAutomap: {
		options: { AccessAutomap: [{ value: adele }, { value: alex }] },
		lines: [
			`Granted ${adele} FullAccess to ${megan} with automapping True`,
			`Granted ${alex} FullAccess to ${megan} with automapping True`,
		],
		read: fullAccess,
		before: [],
		after: [adele, alex],
	},
	AccessSendAs: {
		options: { AccessSendAs: [{ value: adele }] },
		lines: [`Granted ${adele} SendAs permissions to ${megan}`],
		read: held('SendAs'),
		before: ['isaiah.langer@contoso.example'],
		after: ['isaiah.langer@contoso.example', adele],
	},
	AccessSendOnBehalf: {
		options: { AccessSendOnBehalf: [{ value: adele }, { value: alex }] },
		lines: [
			`Granted ${adele} SendOnBehalf permissions to ${megan}`,
			`Granted ${alex} SendOnBehalf permissions to ${megan}`,
		],
		read: held('SendOnBehalf'),
		before: [],
		after: [adele, alex],
	},
	removePermissions: {
		options: { removePermissions: true },
		lines: [
			`FullAccess permissions for ${megan} on marketing@contoso.example's mailbox were already removed or don't exist.`,
			`SendAs permissions for ${megan} on events@contoso.example's mailbox were already removed or don't exist.`,
		],
		read: async ({ get }) =>
			(
				await get('ListmailboxPermissions', {
					...tenant,
					UseReportDB: 'true',
					ByUser: 'true',
					User: megan,
				})
			).body.flatMap((row: any) => row.Permissions.map((each: any) => each.AccessRights)),
		before: ['SendOnBehalf', 'FullAccess', 'SendAs'],
		// CIPP leaves SendOnBehalf in its report until the next nightly run.
		after: ['SendOnBehalf'],
	},
	removeCalendarPermissions: {
		options: { removeCalendarPermissions: true },
		lines: [`Removed ${megan} from calendar ${alex}:\\Calendar`],
		read: async ({ get }) =>
			(
				await get('ListCalendarPermissions', { ...tenant, UseReportDB: 'true', ByUser: 'true' })
			).body.filter((row: any) => row.User === 'Megan Bowen').length,
		before: 1,
		after: 0,
	},
	ConvertToShared: {
		options: { ConvertToShared: true },
		lines: [`Successfully converted ${megan} to a Shared mailbox`],
		read: mailbox('RecipientTypeDetails'),
		before: ['UserMailbox'],
		after: ['SharedMailbox'],
	},
	RemoveMFADevices: {
		options: { RemoveMFADevices: true },
		lines: [
			`Successfully removed MFA methods (microsoftAuthenticatorMethod, phoneMethod, fido2Method) for user ${megan}. User must supply MFA at next logon`,
		],
		read: async ({ get }) =>
			(
				await get('ListGraphRequest', {
					...tenant,
					Endpoint: `users/${meganId}/authentication/methods`,
					AsApp: 'true',
				})
			).body.Results.map((row: any) => row['@odata.type'].split('.').at(-1)),
		before: [
			'passwordAuthenticationMethod',
			'microsoftAuthenticatorAuthenticationMethod',
			'phoneAuthenticationMethod',
			'fido2AuthenticationMethod',
		],
		after: ['passwordAuthenticationMethod'],
	},
	RemoveTeamsPhoneDID: {
		options: { RemoveTeamsPhoneDID: true },
		lines: [
			`Successfully removed Teams Phone DID: '+12065550142' from: '${megan}' - '${meganId}'`,
			`Completed processing 1 DIDs for user '${megan}': 1 successful, 0 failed`,
		],
		read: async ({ get }) =>
			(await get('ListTeamsVoice', tenant)).body
				.filter((row: any) => row.AssignedTo?.id === meganId)
				.map((row: any) => row.TelephoneNumber),
		before: ['+12065550142'],
		after: [],
	},
	RemoveLicenses: {
		options: { RemoveLicenses: true },
		lines: [
			/^Successfully added task: Remove License: megan\.bowen@contoso\.example\. It will run in about \d+ minutes\.$/,
			`Scheduled license removal for ${megan}. Licenses currently assigned that will be removed: Microsoft 365 Business Premium, Microsoft Teams Phone Standard.`,
		],
		read: async (client) => {
			client.sandbox.clock.advance(15 * 60_000);
			return (await user('assignedLicenses')(client)).length;
		},
		before: 2,
		after: 0,
	},
	ClearImmutableId: {
		options: { ClearImmutableId: true },
		lines: [`Successfully cleared immutable ID for user ${megan}`],
		read: user('onPremisesImmutableId'),
		before: '5/hw33AOTq+rTYmBc7OqTw==',
		after: null,
	},
	DeleteUser: {
		options: { DeleteUser: true },
		lines: [`Successfully deleted user with ID: '${meganId}' and Username: '${megan}'`],
		read: async ({ get }) => [
			(await get('ListDeletedItems', tenant)).body.map((row: any) => [
				row.id,
				row.TargetType,
				row.deletedDateTime,
			]),
			(await get('ListUsers', { ...tenant, UserID: megan })).status,
		],
		before: [[], 200],
		after: [[[meganId, 'User', '2025-03-03T09:02:05.000Z']], 500],
	},
};

test.each(stepNames)('%s changes what its read shows, and says so', async (step) => {
	const client = await signedIn();
	if (step === 'disableForwarding')
		Object.assign(client.sandbox.tenants.user(megan).mailbox!, {
			forwardingAddress: alex,
			deliverToMailboxAndForward: true,
		});
	const { options, lines, read, before, after } = proofs[step];
	expect(await read(client)).toEqual(before);
	// RemoveLicenses reads after a quarter of an hour; the moments below are those of a job started at 09:02.
	const started = client.sandbox.clock.now();
	const said = await offboard(client, megan, options);
	expect(said).toHaveLength(lines.length);
	lines.forEach((line, index) =>
		line instanceof RegExp ? expect(said[index]).toMatch(line) : expect(said[index]).toBe(line),
	);
	if (step !== 'RemoveLicenses') expect(started.toISOString()).toBe('2025-03-03T09:02:00.000Z');
	expect(await read(client)).toEqual(after);
});
