import { describe, expect, it } from 'vitest';
import type { OffboardingOptions } from '../../offboarding/order/order';
import { stepCalled, steps, type StepName } from '../../offboarding/steps';
import { readSaid, sortSaid, type SaidOutcome } from '../../offboarding/steps/reading/said';

const upn = 'adele.vance@contoso.com';
const lee = 'lee.gu@contoso.com';
const alex = 'alex.wilber@contoso.com';

const licenseTask = stepCalled('RemoveLicenses').laterTask!;

/** Everything asked for at once, so that each sentence has to find its step among all of them. */
const everything: OffboardingOptions = {
	...Object.fromEntries(steps.map(({ name }) => [name, true])),
	OOO: '<p>Gone</p>',
	forward: { value: lee },
	OnedriveAccess: [{ value: lee }],
	AccessNoAutomap: [{ value: lee }],
	AccessAutomap: [{ value: alex }],
};

/** What CIPP says of each step: the sentences of one run, and what they amount to. */
const table: Array<[StepName, SaidOutcome, ...string[]]> = [
	['RevokeSessions', 'succeeded', `Successfully revoked sessions for ${upn}`],
	[
		'RevokeSessions',
		'failed',
		`Failed to execute Revoke-CIPPSessions : Failed to revoke sessions for ${upn}. Error: Forbidden`,
	],

	[
		'ResetPass',
		'succeeded',
		`Successfully reset the password for Adele Vance, ${upn}. User must change password is set to True. The new password is [hidden]`,
	],
	[
		'ResetPass',
		'succeeded',
		`Password reset accepted for Adele Vance, ${upn}. The new password is [hidden]. This user is directory synced, so the reset was submitted via password writeback`,
	],
	[
		'ResetPass',
		'failed',
		`Failed to execute Set-CIPPResetPassword : Failed to reset password for Adele Vance, ${upn}. Error: Forbidden`,
	],

	['DisableSignIn', 'succeeded', `Successfully set account enabled state to False for ${upn}`],
	[
		'DisableSignIn',
		'failed',
		`Failed to execute Set-CIPPSignInState : Failed to set sign-in state for ${upn}. Error: Forbidden`,
	],
	[
		'DisableSignIn',
		'failed',
		`Failed to execute Set-CIPPSignInState : Failed to set sign-in state for ${upn}. Error: WARNING: User ${upn} is AD Sync enabled. Please enable/disable in the local AD.`,
	],
	[
		'DisableSignIn',
		'failed',
		`WARNING: User ${upn} is AD Sync enabled. Please enable/disable in the local AD.`,
	],

	['HideFromGAL', 'succeeded', `Successfully hidden ${upn} from GAL.`],
	[
		'HideFromGAL',
		'failed',
		`Failed to set ${upn} to hidden in GAL. Error: The mailbox is not there`,
	],

	[
		'RemoveGroups',
		'succeeded',
		`Successfully removed ${upn} from group 'Sales (all)'`,
		`Successfully removed ${upn} from group Newsletter`,
	],
	['RemoveGroups', 'succeeded', `${upn} is not a member of any groups.`],
	[
		'RemoveGroups',
		'succeeded',
		`Skipping removal of ${upn} from group 'E5' because it has assigned licenses. These groups are removed during license removal.`,
	],
	['RemoveGroups', 'failed', `Could not remove ${upn} from group 'Sales': Insufficient privileges`],
	[
		'RemoveGroups',
		'failed',
		`Error: Could not remove ${upn} from group 'All People' because it is a Dynamic Group.`,
	],
	[
		'RemoveGroups',
		'failed',
		`Error: Could not remove ${upn} from group 'Berlin' because it is synced with Active Directory.`,
	],
	['RemoveGroups', 'failed', 'Error preparing bulk group removal requests: Forbidden'],
	['RemoveGroups', 'failed', 'Error executing bulk Exchange requests: Forbidden'],
	[
		'RemoveGroups',
		'partial',
		`Successfully removed ${upn} from group 'Failed logins'`,
		`Could not remove ${upn} from group 'Sales': Forbidden`,
	],

	['RemoveRules', 'succeeded', `Successfully deleted all rules for ${upn}`],
	['RemoveRules', 'succeeded', `No rules found for ${upn} to delete`],
	['RemoveRules', 'failed', `Failed to delete rules for ${upn}. Error: The mailbox is not there`],

	['RemoveMobile', 'succeeded', `Successfully removed 2 mobile devices for ${upn}: iPhone; Pixel`],
	['RemoveMobile', 'failed', `Failed to remove all mobile devices for ${upn}. iPhone: denied`],
	['RemoveMobile', 'failed', `Failed to remove mobile devices for ${upn}. Error: denied`],

	['removeCalendarInvites', 'succeeded', `Successfully cancelled all calendar invites for ${upn}`],
	[
		'removeCalendarInvites',
		'failed',
		`Failed to cancel calendar invites for ${upn}. Error: denied`,
	],

	['OOO', 'succeeded', `Set Out-of-office for ${upn} to Enabled.`],
	['OOO', 'failed', `Could not add OOO for ${upn}. Error: The mailbox is not there`],

	[
		'OnedriveAccess',
		'succeeded',
		`Successfully added ${lee} as a site collection admin of https://contoso-my.sharepoint.com/personal/adele_vance_contoso_com`,
	],
	[
		'OnedriveAccess',
		'failed',
		`Failed to change access for ${lee} on https://contoso-my.sharepoint.com/personal/adele_vance_contoso_com - denied`,
	],
	['OnedriveAccess', 'failed', 'Failed to process SharePoint permissions. Error: no site'],

	[
		'DisableOneDriveSharing',
		'succeeded',
		`Successfully set OneDrive sharing to 'Disabled' for ${upn} (https://contoso-my.sharepoint.com/personal/adele_vance_contoso_com)`,
	],
	['DisableOneDriveSharing', 'failed', `Failed to set OneDrive sharing for ${upn}. Error: no site`],

	['AccessNoAutomap', 'succeeded', `Granted ${lee} FullAccess to ${upn} with automapping False`],
	['AccessNoAutomap', 'failed', `Failed to Add FullAccess for ${lee} on ${upn}: denied`],
	['AccessAutomap', 'succeeded', `Granted ${alex} FullAccess to ${upn} with automapping True`],
	['AccessAutomap', 'failed', `Failed to Add FullAccess for ${alex} on ${upn}: denied`],

	[
		'removePermissions',
		'succeeded',
		`Removed FullAccess/SendAs/SendOnBehalf permissions for ${upn} from ${lee}'s mailbox.`,
	],
	[
		'removePermissions',
		'succeeded',
		`FullAccess/SendAs/SendOnBehalf permissions for ${upn} on ${lee} were already removed or don't exist.`,
	],
	['removePermissions', 'succeeded', `No mailbox permissions found for ${upn} in cached data`],
	['removePermissions', 'failed', `Could not remove mailbox permissions for ${lee}. Error: denied`],
	// Exchange's own words may sound like those about groups.
	[
		'removePermissions',
		'partial',
		`Removed FullAccess/SendAs/SendOnBehalf permissions for ${upn} from ${alex}'s mailbox.`,
		`Could not remove mailbox permissions for ${lee}. Error: Response from server: timed out`,
	],

	['removeCalendarPermissions', 'succeeded', `Removed ${upn} from calendar ${lee}:\\Calendar`],
	[
		'removeCalendarPermissions',
		'succeeded',
		`No calendar permissions found for ${upn} in cached data`,
	],
	['removeCalendarPermissions', 'failed', `Failed to remove ${upn} from calendar ${lee}: denied`],
	[
		'removeCalendarPermissions',
		'failed',
		`Could not remove calendar permissions for ${upn}. Error: denied`,
	],

	['ConvertToShared', 'succeeded', `Successfully converted ${upn} to a Shared mailbox`],
	[
		'ConvertToShared',
		'succeeded',
		`Successfully converted ${upn} to a Shared mailbox. Warning: detected mailbox size is 62 GB, which exceeds the 50 GB limit`,
	],
	[
		'ConvertToShared',
		'failed',
		`Failed to convert ${upn} to a Shared mailbox. Error: The mailbox is not there`,
	],

	[
		'RemoveMFADevices',
		'succeeded',
		`Successfully removed MFA methods (Authenticator, Phone) for user ${upn}. User must supply MFA at next logon`,
	],
	['RemoveMFADevices', 'succeeded', `No MFA methods found for user ${upn}`],
	['RemoveMFADevices', 'failed', `Failed to remove MFA methods (Phone) for user ${upn}`],
	[
		'RemoveMFADevices',
		'partial',
		`Successfully removed MFA methods (Authenticator) for user ${upn}. However, failed to remove (Phone). User may still have MFA methods assigned`,
	],
	['RemoveMFADevices', 'failed', `Failed to get MFA methods for user ${upn}: denied`],

	[
		'RemoveTeamsPhoneDID',
		'succeeded',
		`Successfully removed Teams Phone DID: '+4930123' from: '${upn}' - '1'`,
		`Completed processing 1 DIDs for user '${upn}': 1 successful, 0 failed`,
	],
	['RemoveTeamsPhoneDID', 'succeeded', 'No Teams Phone DIDs found in tenant'],
	[
		'RemoveTeamsPhoneDID',
		'succeeded',
		`No Teams Phone DIDs found assigned to user: '${upn}' - '1'`,
	],
	[
		'RemoveTeamsPhoneDID',
		'failed',
		`Failed to remove Teams Phone DID: '+4930123' from: '${upn}' - '1'`,
	],
	[
		'RemoveTeamsPhoneDID',
		'failed',
		`Completed processing 10 DIDs for user '${upn}': 0 successful, 10 failed`,
	],
	[
		'RemoveTeamsPhoneDID',
		'partial',
		`Successfully removed Teams Phone DID: '+4930123' from: '${upn}' - '1'`,
		`Completed processing 2 DIDs for user '${upn}': 1 successful, 1 failed`,
	],

	[
		'RemoveLicenses',
		'succeeded',
		`Scheduled license removal for ${upn}. Licenses currently assigned that will be removed: E3, Visio.`,
	],
	[
		'RemoveLicenses',
		'succeeded',
		`Scheduled license removal for ${upn}. The user currently has no licenses assigned.`,
	],
	['RemoveLicenses', 'failed', `Could not remove license for ${upn}. Error: denied`],
	[
		'RemoveLicenses',
		'failed',
		`Could not remove license for ${upn}. Error: Response from Graph: denied`,
	],

	['ClearImmutableId', 'succeeded', `Successfully cleared immutable ID for user ${upn}`],
	[
		'ClearImmutableId',
		'succeeded',
		`User ${upn} does not have an ImmutableID set or it is already cleared.`,
	],
	[
		'ClearImmutableId',
		'succeeded',
		'Scheduled Immutable ID clear task for when the user account is no longer synced in the on-premises Active Directory.',
	],
	['ClearImmutableId', 'failed', `Failed to clear immutable ID for ${upn}. Error: denied`],

	['DeleteUser', 'succeeded', `Successfully deleted user with ID: '1' and Username: '${upn}'`],
	[
		'DeleteUser',
		'failed',
		`Failed to delete user with ID: '1'. Error: denied and Username: '${upn}'`,
	],
];

describe('what CIPP says of a step', () => {
	const { disableForwarding: _none, ...options } = everything;
	const asked = steps.filter(({ name }) => name !== 'disableForwarding');

	it.each(table)('%s, %s: %s', (name, outcome, ...sentences) => {
		const sorted = sortSaid(sentences, asked, options);
		expect([...sorted.byStep]).toEqual([[name, sentences]]);
		expect(sorted.others).toEqual([]);
		expect(readSaid(stepCalled(name), sentences)).toBe(outcome);
	});

	it('is in the table for each of the 23 steps, done and failed', () => {
		const forwarding = ['forward', 'disableForwarding'];
		for (const outcome of ['succeeded', 'failed']) {
			const told = table.filter(([, read]) => read === outcome).map(([name]) => name as string);
			expect(new Set([...told, ...forwarding]).size).toBe(23);
		}
	});

	it('stays with the steps in a run of everything, whatever the order', () => {
		const done = table
			.filter(([, outcome]) => outcome === 'succeeded')
			.flatMap(([name, , ...said]) => said.map((text) => [name, text]));
		const sorted = sortSaid(done.map(([, text]) => text).reverse(), asked, options);
		expect(sorted.others).toEqual([]);
		for (const [name, text] of done) expect(sorted.byStep.get(name as StepName)).toContain(text);
	});
});

describe('what CIPP says of forwarding', () => {
	const said = (name: 'forward' | 'disableForwarding', ...sentences: string[]) => {
		const sorted = sortSaid(sentences, [stepCalled(name)], {});
		expect([...sorted.byStep]).toEqual([[name, sentences]]);
		return readSaid(stepCalled(name), sentences);
	};

	it.each(['True', 'False'])('is a success with keeping a copy set to %s', (copy) => {
		expect(
			said(
				'forward',
				`Successfully set forwarding for ${upn} to Internal Address ${lee} with keeping a copy set to ${copy}`,
			),
		).toBe('succeeded');
	});

	it('is a success in the two sentences about ending it', () => {
		expect(
			said(
				'disableForwarding',
				`Disabling forwarding for ${upn}`,
				`Successfully disabled forwarding for ${upn}`,
			),
		).toBe('succeeded');
	});

	it.each(['forward', 'disableForwarding'] as const)(
		'is a failure of %s in words that both have',
		(name) => {
			expect(said(name, `Failed to set forwarding for ${upn}. Error: denied`)).toBe('failed');
		},
	);
});

describe('a step that throws', () => {
	it.each(
		steps
			.filter(({ name }) => name !== 'disableForwarding')
			.map(({ name, command }) => [command, name] as const),
	)('%s is a failure of %s, whatever the words', (command, name) => {
		const sentence = `Failed to execute ${command} : Object reference not set to an instance of an object.`;
		const sorted = sortSaid([sentence], [stepCalled(name)], {});
		expect([...sorted.byStep]).toEqual([[name, [sentence]]]);
		expect(readSaid(stepCalled(name), [sentence])).toBe('failed');
	});

	it('has a command of its own, but for forwarding and mailbox access', () => {
		const shared = steps
			.map(({ command }) => command)
			.filter((command, index, all) => all.indexOf(command) !== index);
		expect(new Set(shared)).toEqual(new Set(['Set-CIPPForwarding', 'Set-CIPPMailboxAccess']));
	});

	it('is not taken for another one because of the words behind it', () => {
		const sentence = `Failed to execute Set-CIPPSignInState : Failed to revoke sessions for ${upn}. Error: Forbidden`;
		const { byStep } = sortSaid([sentence], steps, everything);
		expect([...byStep.keys()]).toEqual(['DisableSignIn']);
	});
});

describe('both kinds of mailbox access', () => {
	const asked = [stepCalled('AccessNoAutomap'), stepCalled('AccessAutomap')];
	const failure = (who: string) => `Failed to Add FullAccess for ${who} on ${upn}: denied`;

	it('are told apart by the person, although they fail in the same words', () => {
		const { byStep } = sortSaid([failure(alex), failure(lee)], asked, everything);
		expect(byStep.get('AccessNoAutomap')).toEqual([failure(lee)]);
		expect(byStep.get('AccessAutomap')).toEqual([failure(alex)]);
	});

	it('are told apart by their order when the person says nothing', () => {
		const thrown = 'Failed to execute Set-CIPPMailboxAccess : denied';
		const { byStep } = sortSaid([thrown, thrown], asked, everything);
		expect(byStep.get('AccessNoAutomap')).toEqual([thrown]);
		expect(byStep.get('AccessAutomap')).toEqual([thrown]);
	});

	it('can be partly granted', () => {
		const sentences = [`Granted ${lee} FullAccess to ${upn} with automapping False`, failure(alex)];
		const options = { AccessNoAutomap: [{ value: lee }, { value: alex }] };
		const { byStep } = sortSaid(sentences, [asked[0]], options);
		expect(readSaid(asked[0], byStep.get('AccessNoAutomap')!)).toBe('partial');
	});
});

describe('sentences', () => {
	it('that belong to no step are kept apart', () => {
		const sentence = 'Something that a newer CIPP says';
		const { byStep, others } = sortSaid(
			[sentence, `Successfully revoked sessions for ${upn}`],
			steps,
			everything,
		);
		expect(others).toEqual([sentence]);
		expect([...byStep.keys()]).toEqual(['RevokeSessions']);
	});

	it('about a step that was not asked for are kept apart', () => {
		const sentence = `Successfully revoked sessions for ${upn}`;
		expect(sortSaid([sentence], [stepCalled('DeleteUser')], {})).toEqual({
			byStep: new Map(),
			others: [sentence],
		});
	});

	it('that never mention a step leave it unknown', () => {
		expect(readSaid(stepCalled('DeleteUser'), [])).toBe('unknown');
		expect(readSaid(licenseTask, [])).toBe('unknown');
	});

	it('in words that nobody knows leave a step unknown, unless they tell of a failure', () => {
		expect(readSaid(stepCalled('DeleteUser'), ['The user is on its way out'])).toBe('unknown');
		expect(readSaid(stepCalled('DeleteUser'), ['The user was not found'])).toBe('failed');
	});
});

describe('the task that removes licenses', () => {
	it.each<[SaidOutcome, ...string[]]>([
		['succeeded', `Removed directly assigned licenses for ${upn}: E3, Visio`],
		['succeeded', `No licenses to remove for ${upn}`],
		[
			'succeeded',
			`No directly assigned licenses found for ${upn}`,
			'Removed Adele Vance from license group E5',
		],
		['failed', `Could not remove license for ${upn}. Error: denied`],
		['failed', 'Failed to remove Adele Vance from license group E5: denied'],
		['failed', 'Task Failed: Tenant not found'],
		[
			'partial',
			`Removed directly assigned licenses for ${upn}: E3`,
			'Failed to remove Adele Vance from license group E5: denied',
		],
		['unknown', 'Something that a newer CIPP says'],
	])('%s: %s', (outcome, ...sentences) => {
		expect(readSaid(licenseTask, sentences)).toBe(outcome);
	});
});
