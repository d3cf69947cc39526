import { isObject, parseBody } from '../../cipp/body';
import type { Send } from '../../cipp/request';
import { readRows, type Row } from '../../cipp/rows';
import { rejectFailureRow, type Tenant } from '../../cipp/tenants';
import { InvalidOrder } from '../invalid-order';
import { askedSteps, type OffboardingOptions } from './order';
import { steps, type Step } from '../steps';
import type { ProfileName } from '../steps/vocabulary/step';

export type { ProfileName } from '../steps/vocabulary/step';

/**
 * Named sets of options; each step says what they make of it. None deletes an account. `false` says that
 * the tenant's defaults must not switch it on either.
 */
export const profiles: Record<ProfileName, OffboardingOptions> = {
	/** A friendly leaver. Nearly everything in it can be undone from a snapshot. */
	standard: optionsOf('standard'),
	/** Someone who must be out now. Rules stay: they may be evidence of where mail went. */
	immediate: optionsOf('immediate'),
	/** Someone whose mailbox nobody needs afterwards. */
	contractor: optionsOf('contractor'),
	/** Locks out and keeps everything as it is: mail, rules, meetings, licences, groups. */
	litigation: optionsOf('litigation'),
};

function optionsOf(profile: ProfileName): OffboardingOptions {
	const choices = steps.map(({ name, profiles: of }) => [name, of?.[profile]] as const);
	return Object.fromEntries(choices.filter(([, choice]) => choice !== undefined));
}

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

/**
 * Fills what someone left open, first from a profile, then from the tenant's defaults.
 *
 * @throws {InvalidOrder} for a profile that there is not
 */
export function fillOptions(
	own: OffboardingOptions,
	profile: ProfileName | null,
	tenantDefaults: OffboardingOptions | null,
): FilledOptions {
	if (profile !== null && !Object.hasOwn(profiles, profile)) {
		const known = Object.keys(profiles).join(', ');
		throw new InvalidOrder(
			'profile',
			`There is no profile "${profile}"`,
			`Choose one of ${known}.`,
		);
	}
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

/**
 * The offboarding defaults of a tenant, which CIPP itself never applies (docs/cipp.md, An offboarding).
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
	const options: OffboardingOptions = Object.assign(
		{},
		...steps.map((step) => defaultOf(step, defaults)),
	);
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

/** CIPP stores a modifier beside its step, also where it stores none for the step itself. */
function defaultOf({ name, field, hasNoDefault }: Step, defaults: Row): OffboardingOptions {
	const value = hasNoDefault ? undefined : field.fromDefault(defaults[name]);
	const { option } = field.modifier ?? {};
	return {
		...(value === undefined ? {} : { [name]: value }),
		...(option !== undefined && defaults[option] === true ? { [option]: true } : {}),
	};
}
