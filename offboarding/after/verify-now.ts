import type { Clock, Send } from '../../cipp/request';
import { readRows } from '../../cipp/rows';
import type { Tenant } from '../../cipp/tenants';
import { readAccount } from '../../cipp/users';
import { askedSteps, deletionIn, type OffboardingOptions } from '../order/order';
import { isRead, orElse } from '../person/part';
import { withLiveRights, type KnownPlaces } from '../person/places';
import { beganAt, countedFrom, placesOf } from '../run/claim';
import { namesLeft } from '../steps/reading/said';
import { prove } from '../steps/reading/prove';
import type { Proof } from '../steps/vocabulary/proof';
import { askedOf, optionsFor } from '../steps/vocabulary/step';
import type { OffboardingReport } from './report';
import { residualAccess, rolesHeldAgain, type ResidualAccess } from '../person/residual';
import { takeSnapshot } from '../person/snapshot';
import type { Snapshot } from '../person/snapshot-shape';
import { StateReader } from '../person/state-reader';
import { stepCalled, type Step, type StepName } from '../steps';
import { sharingReads } from '../person/tenant-reads';
import { accountOf, type Account } from '../person/account';
import type { RoleResult } from '../person/roles';
import { InvalidOrder } from '../invalid-order';
import { verdictOf, type Verdict } from './verdict';

/** What one person's offboarding looks like in the tenant at one moment. Plain JSON without secrets. */
export interface Verification {
	schema: 'cipp-verification/1';
	verifiedAt: string;
	tenant: { defaultDomainName: string; displayName: string; customerId: string };
	user: { id: string; userPrincipalName: string; displayName: string; exists: boolean };
	/** `not verified` as soon as one step is not; `not verifiable` when nothing denies it but something is open. */
	verdict: Verdict;
	summary: string;
	steps: StepVerification[];
	/** What the person still has, whatever was asked for. Null when the account is gone. */
	residual: ResidualAccess | null;
}

export interface StepVerification {
	step: StepName;
	asked: unknown;
	verdict: Verdict;
	/** The verdict as a report has it too: null where it is not verifiable. */
	verified: boolean | null;
	/** What was read, or why it could not be. */
	read: string;
	advice?: string;
	/** Reading was meant to work and failed: nobody has looked. */
	failed?: true;
}

/** What is to be verified of one person. */
export interface Claim {
	tenant: Tenant;
	/** User principal name or object ID; the ID also finds a deleted account. */
	user: string;
	options: OffboardingOptions;
	/** When the work was asked for: sessions and password have to be newer. ISO. */
	submitted?: string | null;
	/** Taken before; tells what sessions and password were. */
	snapshot?: Snapshot | null;
	/** Admin roles that were to be taken. */
	roles?: RoleResult[];
	/** What is known of a job: what CIPP said of each step, where the person had rights before, when it began. */
	job?: {
		said: Partial<Record<StepName, string[]>>;
		places: KnownPlaces;
		began: string | null;
		/** Steps that it did not do. */
		besides: StepName[];
	};
}

/**
 * The claim of a report that was stored.
 *
 * @throws {InvalidOrder} when the snapshot is of someone else, or a step is of another version
 */
export function claimOf(report: OffboardingReport, snapshot?: Snapshot | null): Claim {
	const { tenant, user, details, times } = report;
	if (snapshot && snapshot.user.id !== user.id) {
		throw new InvalidOrder(
			'snapshot',
			`The snapshot is of ${snapshot.user.userPrincipalName}, the report of ${user.userPrincipalName}`,
			'Give those of the same person.',
		);
	}
	const options = Object.assign({}, ...details.map(({ step, asked }) => optionsOf(step, asked)));
	return {
		tenant: { ...tenant, initialDomainName: '' },
		user: user.id,
		options: options as OffboardingOptions,
		submitted: times.submitted,
		snapshot: snapshot ?? null,
		job: jobOf(report, options as OffboardingOptions),
		...(report.adminRoles ? { roles: report.adminRoles } : {}),
	};
}

function jobOf(
	{ details, placesBefore = {}, task, times }: OffboardingReport,
	options: OffboardingOptions,
): Claim['job'] {
	return {
		said: Object.fromEntries(details.map(({ step, said }) => [step, said])),
		places: placesBefore,
		began: beganAt({ options: { ...options, ...scheduleOf(times.scheduledFor) }, task }),
		besides: details.filter(({ at }) => at !== undefined).map(({ step }) => step),
	};
}

const scheduleOf = (time: string | null): OffboardingOptions =>
	time === null ? {} : { Scheduled: { enabled: true, date: Date.parse(time) / 1_000 } };

/** A report shows values, not CIPP's pairs of value and label. */
function optionsOf(name: StepName, asked: unknown): OffboardingOptions {
	const step = stepCalled(name);
	return optionsFor(step, step.field.fromShown(asked));
}

/**
 * Reads back one person's offboarding now.
 *
 * @throws {InvalidOrder} when the tenant never had this user, or no step is to be verified
 * @throws {CippFailure} when the account itself cannot be read
 */
export async function verifyNow(claim: Claim, send: Send, clock: Clock): Promise<Verification> {
	const reading = sharingReads(send);
	const asked = askedSteps(claim.options);
	if (asked.length === 0) {
		throw new InvalidOrder('steps', 'There is no step to verify', 'Name at least one step.');
	}
	const { account, exists } = await find(claim, reading);
	const now = exists ? await takeSnapshot(claim.tenant, account.id, reading, clock) : null;
	const before = accountBefore(claim, account);
	const state = new StateReader(reading, { account, tenant: claim.tenant });
	const isToBeDeleted = deletionIn(claim.options) !== undefined;
	const left = now ? givingLicenses(now) : [];
	const steps: StepVerification[] = [];
	for (const step of asked) {
		const value = askedOf(step, claim.options);
		const said = claim.job?.said[step.name] ?? [];
		const isOfJob = claim.job && !claim.job.besides.includes(step.name);
		const proof = isComparable(step, before, exists)
			? await prove(step, state, {
					account: isOfJob ? countedFrom(before, claim.job!.began) : before,
					asked: value,
					left: [...left, ...namesLeft(step, said)],
					places: placesOf(step, said, claim.job?.places, claim.snapshot),
					isToBeDeleted,
				})
			: noBaseline;
		steps.push(verificationOf(step, step.field.shown(value), proof));
	}
	const residual = now
		? residualAccess(await withLiveRights(now, knownPlaces(claim), state))
		: null;
	const roles = claim.roles && residual ? rolesHeldAgain(claim.roles, residual) : [];
	const areRolesSeen = !claim.roles?.length || !residual || !now || isRead(now.roles);
	const verdict = withRoles(overall(steps), roles, areRolesSeen);
	const { id, userPrincipalName, displayName } = account;
	const { defaultDomainName, displayName: tenantName, customerId } = claim.tenant;
	return {
		schema: 'cipp-verification/1',
		verifiedAt: clock.now().toISOString(),
		tenant: { defaultDomainName, displayName: tenantName, customerId },
		user: { id, userPrincipalName, displayName, exists },
		verdict,
		summary: summaryOf(userPrincipalName, steps, roles, areRolesSeen),
		steps,
		residual,
	};
}

/** What is known from before, and from what CIPP said. */
function knownPlaces({ options, job, snapshot }: Claim): KnownPlaces {
	const asking = askedSteps(options).filter(({ fromReport }) => fromReport);
	return Object.fromEntries(
		asking.map((step) => [
			step.fromReport!,
			placesOf(step, job?.said[step.name] ?? [], job?.places, snapshot),
		]),
	);
}

async function find(claim: Claim, send: Send): Promise<{ account: Account; exists: boolean }> {
	const domain = claim.tenant.defaultDomainName;
	const known = claim.snapshot?.user;
	const row = await readAccount(send, domain, known?.id ?? claim.user);
	if (row) return { account: accountOf(row), exists: true };
	const deleted = await readRows(send, {
		method: 'GET',
		endpoint: 'ListDeletedItems',
		query: { tenantFilter: domain },
		fresh: true,
	});
	const text = claim.user.toLowerCase();
	// In the bin a user principal name has the object ID in front of it.
	const gone = deleted.find(({ id, userPrincipalName }) => {
		const bare = String(userPrincipalName ?? '').slice(String(id).replaceAll('-', '').length);
		return id === text || id === known?.id || bare.toLowerCase() === text;
	});
	if (gone) {
		const account = accountOf(gone);
		const bare = account.userPrincipalName.slice(account.id.replaceAll('-', '').length);
		return { account: { ...account, userPrincipalName: bare }, exists: false };
	}
	if (known) return { account: known, exists: false };
	throw new InvalidOrder(
		'user',
		`There is no user "${claim.user}" in ${claim.tenant.displayName} (${domain}), deleted ones included`,
		'Check the spelling and the tenant.',
	);
}

/** The person as they were; without a snapshot, what has changed since the submission counts as new. */
function accountBefore({ snapshot, submitted }: Claim, account: Account): Account {
	const before = snapshot?.user;
	return {
		...account,
		isSynced: before?.isSynced ?? account.isSynced,
		sessionsValidFrom: before?.sessionsValidFrom ?? submitted ?? null,
		passwordChanged: before?.passwordChanged ?? submitted ?? null,
	};
}

/** The list that the proof reads does not tell which groups give licences. The one in the snapshot does. */
function givingLicenses({ groups }: Snapshot): string[] {
	const giving = orElse(groups, []).filter(({ licenses }) => licenses.length > 0);
	return giving.map(({ displayName }) => displayName);
}

/** A date proves nothing when nobody knows what it was before. */
const isComparable = ({ comparedWith }: Step, before: Account, exists: boolean): boolean =>
	!exists || comparedWith === undefined || before[comparedWith] !== null;

const noBaseline: Proof = {
	verified: null,
	read: 'there is neither a snapshot nor a time of submission to compare with',
};

function verificationOf({ name }: Step, asked: unknown, proof: Proof): StepVerification {
	const { verified, read, advice, failed } = proof;
	const verdict = verdictOf(proof);
	return {
		step: name,
		asked,
		verdict,
		verified,
		read,
		...(advice ? { advice } : {}),
		...(failed ? { failed } : {}),
	};
}

function overall(steps: StepVerification[]): Verdict {
	const verdicts = steps.map(({ verdict }) => verdict);
	if (verdicts.includes('not verified')) return 'not verified';
	return verdicts.includes('not verifiable') ? 'not verifiable' : 'verified';
}

/** A role that is held again denies an offboarding as much as a step does. */
function withRoles(verdict: Verdict, roles: string[], areRolesSeen: boolean): Verdict {
	if (roles.length > 0) return 'not verified';
	return verdict === 'verified' && !areRolesSeen ? 'not verifiable' : verdict;
}

function summaryOf(
	user: string,
	steps: StepVerification[],
	roles: string[],
	areRolesSeen: boolean,
): string {
	const of = (verdict: Verdict): string[] =>
		steps.filter((step) => step.verdict === verdict).map(({ step }) => step);
	const open = [...of('not verified'), ...roles.map((name) => `admin role ${name}`)];
	if (open.length > 0) return `${user} is not as wanted: ${open.join(', ')}.`;
	const unseen = [...of('not verifiable'), ...(areRolesSeen ? [] : ['admin roles'])];
	if (unseen.length === 0) return `${user} is as wanted: all ${steps.length} steps are verified.`;
	return `${user}: ${of('verified').length} of ${steps.length} steps are verified, and these cannot be: ${unseen.join(', ')}.`;
}
