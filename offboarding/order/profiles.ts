import { isObject, parseBody } from '../../cipp/body';
import type { Send } from '../../cipp/request';
import { readRows } from '../../cipp/rows';
import { rejectFailureRow, type Tenant } from '../../cipp/tenants';
import { askedSteps, type OffboardingOptions } from './order';
import { steps, type StepName } from '../steps/steps';

export type ProfileName = 'standard' | 'immediate' | 'contractor' | 'litigation';

/**
 * Named sets of options. None deletes an account. `false` says that the tenant's defaults must not
 * switch it on either.
 */
export const profiles: Record<ProfileName, OffboardingOptions> = {
	/** A friendly leaver. Nearly everything in it can be undone from a snapshot. */
	standard: {
		RevokeSessions: true,
		ResetPass: true,
		DisableSignIn: true,
		HideFromGAL: true,
		RemoveGroups: true,
		RemoveMobile: true,
		removePermissions: true,
		removeCalendarPermissions: true,
		ConvertToShared: true,
		RemoveLicenses: true,
		DeleteUser: false,
	},
	/** Someone who must be out now. Rules stay: they may be evidence of where mail went. */
	immediate: {
		RevokeSessions: true,
		ResetPass: true,
		DisableSignIn: true,
		HideFromGAL: true,
		RemoveGroups: true,
		RemoveMobile: true,
		disableForwarding: true,
		DisableOneDriveSharing: true,
		removePermissions: true,
		removeCalendarPermissions: true,
		RemoveMFADevices: true,
		RemoveRules: false,
		DeleteUser: false,
	},
	/** Someone whose mailbox nobody needs afterwards. */
	contractor: {
		RevokeSessions: true,
		ResetPass: true,
		DisableSignIn: true,
		HideFromGAL: true,
		RemoveGroups: true,
		RemoveMobile: true,
		removeCalendarInvites: true,
		disableForwarding: true,
		removePermissions: true,
		removeCalendarPermissions: true,
		RemoveMFADevices: true,
		RemoveTeamsPhoneDID: true,
		RemoveLicenses: true,
		DeleteUser: false,
	},
	/** Locks out and keeps everything as it is: mail, rules, meetings, licences, groups. */
	litigation: {
		RevokeSessions: true,
		ResetPass: true,
		DisableSignIn: true,
		RemoveMobile: true,
		RemoveGroups: false,
		RemoveRules: false,
		removeCalendarInvites: false,
		disableForwarding: false,
		ConvertToShared: false,
		RemoveLicenses: false,
		ClearImmutableId: false,
		DeleteUser: false,
	},
};

export type ChoiceSource = 'you' | 'profile' | 'tenant default';

/** One option, its value and who chose it. */
export interface Choice {
	option: string;
	value: unknown;
	source: ChoiceSource;
}

export interface FilledOptions {
	options: OffboardingOptions;
	/** Options that are not chosen but were ruled out are in here with `false`. */
	choices: Choice[];
}

/** Fills what someone left open, first from a profile, then from the tenant's defaults. */
export function fillOptions(
	own: OffboardingOptions,
	profile: ProfileName | null,
	tenantDefaults: OffboardingOptions | null,
): FilledOptions {
	const chosen = new Map<string, Choice>();
	const sources: Array<[ChoiceSource, OffboardingOptions]> = [
		['you', own],
		['profile', profile ? profiles[profile] : {}],
		['tenant default', tenantDefaults ?? {}],
	];
	for (const [source, options] of sources) {
		for (const [option, value] of Object.entries(options)) {
			if (value === undefined || chosen.has(option)) continue;
			// A target that someone named is not undone by a set of options.
			if (option === 'disableForwarding' && source !== 'you' && own.forward) continue;
			if (option === 'KeepCopy' && !chosen.has('forward')) continue;
			chosen.set(option, { option, value, source });
		}
	}
	const choices = [...chosen.values()].sort((a, b) => place(a.option) - place(b.option));
	const options = Object.fromEntries(
		choices.filter(({ value }) => value !== false).map(({ option, value }) => [option, value]),
	);
	return { options, choices };
}

const order = steps.map(({ name }) => name as string);
const place = (option: string): number => {
	const index = order.indexOf(option);
	return index < 0 ? order.length : index;
};

const defaultSwitches: StepName[] = [
	'ConvertToShared',
	'RemoveGroups',
	'HideFromGAL',
	'RemoveLicenses',
	'removeCalendarInvites',
	'RevokeSessions',
	'removePermissions',
	'removeCalendarPermissions',
	'RemoveRules',
	'ResetPass',
	'DeleteUser',
	'RemoveMobile',
	'DisableSignIn',
	'RemoveMFADevices',
	'RemoveTeamsPhoneDID',
	'ClearImmutableId',
	'DisableOneDriveSharing',
];

/**
 * The offboarding defaults of a tenant, which CIPP itself never applies (contract 5.4).
 *
 * @returns null when the tenant has none
 * @throws {CippFailure} when they could not be read
 */
export async function readTenantDefaults(
	send: Send,
	tenant: Tenant,
): Promise<OffboardingOptions | null> {
	const rows = await readRows(send, {
		method: 'GET',
		endpoint: 'ListTenants',
		query: { IncludeOffboardingDefaults: 'true' },
		fresh: true,
	});
	rejectFailureRow(rows);
	const row = rows.find(({ customerId }) => customerId === tenant.customerId);
	const defaults = parseBody(row?.offboardingDefaults);
	if (!isObject(defaults)) return null;
	const options: OffboardingOptions = Object.fromEntries(
		[...defaultSwitches, 'KeepCopy']
			.filter((name) => defaults[name] === true)
			.map((name) => [name, true]),
	);
	if (typeof defaults.OOO === 'string' && defaults.OOO.trim() !== '') options.OOO = defaults.OOO;
	const notices = defaults.postExecution;
	if (isObject(notices) && Object.values(notices).includes(true)) {
		options.PostExecution = {
			webhook: notices.webhook === true,
			email: notices.email === true,
			psa: notices.psa === true,
		};
	}
	return askedSteps(options).length > 0 || options.PostExecution ? options : null;
}
