import { canonicalJson, hashOf } from '../../canonical-json';
import {
	evidenceSchema,
	type Actor,
	type Deadline,
	type Evidence,
	type EvidenceStep,
	type EvidenceVerdict,
	type Moment,
	type ReclaimedLicense,
} from './evidence-shape';
import { isZone, shown } from '../../order/local-time';
import { isRead, orElse } from '../../person/part';
import { withoutPassword } from '../../redact';
import type { OffboardingReport, StepReport } from '../report';
import { rolesHeldAgain } from '../../person/residual';
import type { Snapshot } from '../../person/snapshot-shape';
import { steps as allSteps, stepCalled, type StepName } from '../../steps';
import type { StepVerification, Verification } from '../verify-now';
import { InvalidOrder } from '../../invalid-order';

export type { Evidence } from './evidence-shape';

export interface EvidenceInput {
	/** Number of the case, the same in all records about it. */
	caseId: string;
	ticket?: string | null;
	report: OffboardingReport;
	/** Taken before: without it the record tells neither what was, nor which licences came back. */
	snapshot?: Snapshot | null;
	/** A later look; the newer of the two counts for each step. */
	verification?: Verification | null;
	requested?: Partial<Actor> | null;
	approved?: Partial<Actor> | null;
	executed?: Partial<Actor> | null;
	/** When the person left, as HR has it. ISO. */
	left?: string | null;
	/** When access had to be gone. ISO. */
	deadline?: string | null;
	/** IANA zone in which times are shown as well. */
	timeZone?: string | null;
	/** Monthly price of one seat, by SKU ID. */
	prices?: Record<string, { amount: number; currency: string }>;
	waived?: Array<{ step: StepName; by: string; reason: string }>;
	/** Hash of the record before. */
	previous?: string | null;
}

/**
 * Makes the record of one person's offboarding. Sends nothing.
 *
 * @throws {InvalidOrder} when a time, a zone or a price is none, or the inputs are of different people
 */
export function createEvidence(input: EvidenceInput, now: Date): Evidence {
	checkInput(input);
	const { report, snapshot = null, verification = null } = input;
	const zone = input.timeZone ?? null;
	const moment = (iso: string | null | undefined): Moment | null =>
		iso ? { utc: utcOf(iso), local: zone ? shown(new Date(iso), zone) : null } : null;
	const steps = report.details.map((detail) => evidenceFor(detail, input));
	const lockedOut = lockOut(steps, report);
	const licenses = reclaimed(input, steps);
	const open = [
		...steps.filter(({ verdict }) => !settled.includes(verdict)).map(({ label }) => label),
		...rolesLeft(report, verification).map((name) => `admin role ${name}`),
	];
	const profile = snapshot ? orElse(snapshot.profile, {}) : {};
	const manager = snapshot ? orElse(snapshot.manager, null) : null;
	const record: Omit<Evidence, 'integrity'> = {
		schema: evidenceSchema,
		createdAt: now.toISOString(),
		case: { id: input.caseId, ticket: input.ticket ?? null },
		subject: {
			objectId: report.user.id,
			userPrincipalName: report.user.userPrincipalName,
			displayName: report.user.displayName,
			jobTitle: (profile.jobTitle as string | undefined) ?? null,
			department: (profile.department as string | undefined) ?? null,
			manager: manager ? `${manager.displayName} (${manager.userPrincipalName})` : null,
		},
		tenant: {
			tenantId: report.tenant.customerId,
			domain: report.tenant.defaultDomainName,
			displayName: report.tenant.displayName,
		},
		responsible: {
			requested: actor(input.requested),
			approved: actor(input.approved),
			executed: actor(input.executed),
		},
		times: {
			left: moment(input.left),
			deadline: moment(input.deadline),
			submitted: moment(report.times.submitted),
			executed: moment(report.times.executed),
			finished: moment(report.times.finished),
			lockedOut: moment(lockedOut),
			verified: moment(verification?.verifiedAt ?? report.times.verified),
		},
		deadline: input.deadline ? deadlineVerdict(input.deadline, lockedOut, now) : null,
		result: open.length === 0 ? 'complete' : 'incomplete',
		summary: summaryOf(report.user.userPrincipalName, steps, open),
		steps,
		residual: verification?.residual ?? null,
		licensesReclaimed: licenses,
		saving: savingOf(licenses ?? []),
		tasks: [report.task, report.licenseTask].filter((task) => task !== null),
		warnings: report.warnings,
		notes: notesFor(input),
	};
	// What goes into the hash is what JSON can hold: nothing may differ after storing.
	const plain = JSON.parse(JSON.stringify(withoutSecrets(record))) as Omit<Evidence, 'integrity'>;
	const integrity = {
		algorithm: 'SHA-256' as const,
		canonicalization: 'RFC 8785' as const,
		previous: input.previous ?? null,
	};
	return { ...plain, integrity: { ...integrity, hash: hashOf({ ...plain, integrity }) } };
}

/** The record as the text that its hash is of, apart from the hash. */
export const evidenceJson = (evidence: Evidence): string => canonicalJson(evidence);

const settled: EvidenceVerdict[] = ['verified', 'acknowledged only', 'waived'];

function evidenceFor(detail: StepReport, input: EvidenceInput): EvidenceStep {
	const { snapshot = null, verification = null, report } = input;
	const later = verification?.steps.find(({ step }) => step === detail.step) ?? null;
	const waived = input.waived?.find(({ step }) => step === detail.step) ?? null;
	const isLooked = later !== null || report.times.verified !== null;
	return {
		step: detail.step,
		label: detail.label,
		asked: detail.asked,
		before: snapshot ? stepCalled(detail.step).before(snapshot) : null,
		after: later?.read ?? detail.read,
		said: detail.said.map(withoutPassword),
		verdict: verdictOf(detail, later, waived !== null),
		verifiedAt: isLooked ? (later ? verification!.verifiedAt : report.times.verified) : null,
		how: howOf(detail, later),
		waived: waived ? { by: waived.by, reason: waived.reason } : null,
	};
}

function verdictOf(
	{ outcome, verified }: StepReport,
	later: StepVerification | null,
	isWaived: boolean,
): EvidenceVerdict {
	if (later?.verdict === 'verified') return 'verified';
	if (isWaived) return 'waived';
	if (later?.verdict === 'not verified') return 'failed';
	if (outcome === 'queued') return 'not done yet';
	if (outcome === 'succeeded') return verified === true ? 'verified' : 'acknowledged only';
	return outcome === 'failed' ? 'failed' : 'unclear';
}

function howOf({ verified }: StepReport, later: StepVerification | null): string {
	const isRead = later ? later.verdict !== 'not verifiable' : verified !== null;
	if (!isRead) return "by CIPP's word only";
	return later ? 'read in the tenant, later' : 'read in the tenant, right after';
}

/**
 * When nobody could sign in any more, at the latest: the end of CIPP's job where CIPP says that it did
 * it and a reading confirms it, else when it was first read. A look weeks later moves nothing.
 */
function lockOut(
	steps: EvidenceStep[],
	{ details, times, task }: OffboardingReport,
): string | null {
	const found = steps
		.filter(({ step, verdict }) => ends(step, 'sign-in') && verdict === 'verified')
		.map(({ step, verifiedAt }) => {
			const detail = details.find((each) => each.step === step);
			const isSaid = detail?.outcome === 'succeeded' && detail.said.length > 0;
			if (isSaid && task?.state === 'Completed' && times.executed) return times.executed;
			return detail?.verified === true ? times.verified : verifiedAt;
		})
		.filter((time) => time !== null);
	return found.sort()[0] ?? null;
}

const ends = (name: StepName, what: 'sign-in' | 'licences'): boolean =>
	allSteps.find((step) => step.name === name)?.ends?.includes(what) === true;

function deadlineVerdict(deadline: string, lockedOut: string | null, now: Date): Deadline {
	const at = utcOf(deadline);
	if (lockedOut === null) {
		const isOver = now.getTime() > Date.parse(at);
		return {
			at,
			met: isOver ? false : null,
			minutesToSpare: null,
			verdict: isOver
				? 'missed: that nobody can sign in has not been verified'
				: 'open: that nobody can sign in has not been verified yet',
		};
	}
	const minutesToSpare = Math.floor((Date.parse(at) - Date.parse(lockedOut)) / 60_000);
	const met = minutesToSpare >= 0;
	return {
		at,
		met,
		minutesToSpare,
		verdict: met
			? `met with ${spell(minutesToSpare)} to spare`
			: `missed by ${spell(-minutesToSpare)}`,
	};
}

function spell(minutes: number): string {
	const parts: Array<[number, string]> = [
		[Math.floor(minutes / 1_440), 'day'],
		[Math.floor((minutes % 1_440) / 60), 'hour'],
		[minutes % 60, 'minute'],
	];
	const used = parts.filter(([number]) => number > 0);
	if (used.length === 0) return '0 minutes';
	return used.map(([number, unit]) => `${number} ${unit}${number === 1 ? '' : 's'}`).join(' ');
}

/** Licences the person had and has no longer. Only what was read counts. */
function reclaimed(
	{ snapshot, verification, prices = {} }: EvidenceInput,
	steps: EvidenceStep[],
): ReclaimedLicense[] | null {
	if (!snapshot || !isRead(snapshot.licenses)) return null;
	const residual = verification?.residual;
	const isGone = steps.some(
		({ step, verdict }) => ends(step, 'licences') && verdict === 'verified',
	);
	const looked = residual && !residual.notRead.some(({ what }) => what === 'licenses');
	if (!isGone && !looked) return [];
	const left = new Set(
		isGone ? [] : residual?.left.filter(({ kind }) => kind === 'license').map(({ name }) => name),
	);
	return snapshot.licenses
		.filter(({ name }) => !left.has(name))
		.map(({ skuId, name }) => ({ skuId, name, price: prices[skuId] ?? null }));
}

function savingOf(licenses: ReclaimedLicense[]): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const { price } of licenses) {
		if (!price) continue;
		// Cents add up without the errors of fractions.
		sums[price.currency] = Math.round((sums[price.currency] ?? 0) * 100 + price.amount * 100) / 100;
	}
	return sums;
}

/** Admin roles that were to go and have not, unless a later look shows that they are gone by now. */
function rolesLeft(report: OffboardingReport, verification: Verification | null): string[] {
	const asked = report.adminRoles ?? [];
	const residual = verification?.residual;
	if (!residual || residual.notRead.some(({ what }) => what === 'roles')) {
		return asked.filter(({ outcome }) => outcome !== 'succeeded').map(({ name }) => name);
	}
	return rolesHeldAgain(asked, residual);
}

function notesFor({ snapshot, requested, approved, executed }: EvidenceInput): string[] {
	const notes = [
		'The hash shows whether this record was changed after it was made, if the hash is kept somewhere else. It is not a signature.',
		"Locked out is the end of CIPP's job where a reading confirms it, else the time of the reading.",
		'Passwords are left out.',
	];
	if (!snapshot) notes.push('No snapshot was taken before: the state before is not known.');
	const names = [requested, approved, executed].map((each) => each?.name?.toLowerCase());
	if (names[0] && names[0] === names[1]) {
		notes.push('The person who asked also approved.');
	}
	if (names[1] && names[1] === names[2]) {
		notes.push('The person who approved also executed.');
	}
	return notes;
}

function summaryOf(user: string, steps: EvidenceStep[], open: string[]): string {
	const verified = steps.filter(({ verdict }) => verdict === 'verified').length;
	const counts = `${verified} of ${steps.length} steps verified`;
	if (open.length === 0) return `${user}: complete, ${counts}.`;
	return `${user}: incomplete, ${counts}. Open: ${open.join(', ')}.`;
}

function actor(given: Partial<Actor> | null | undefined): Actor | null {
	const name = given?.name?.trim();
	if (!name) return null;
	return {
		name,
		at: given?.at ? utcOf(given.at) : null,
		reference: given?.reference ?? null,
	};
}

/** Whatever text comes in from outside, a password does not go out. */
function withoutSecrets(value: unknown): unknown {
	if (typeof value === 'string') return withoutPassword(value);
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !/password$/i.test(key))
			.map(([key, entry]) => [key, withoutSecrets(entry)]),
	);
}

const utcOf = (iso: string): string => new Date(iso).toISOString();

function checkInput(input: EvidenceInput): void {
	const { report, snapshot, verification } = input;
	if (!input.caseId?.trim()) {
		throw new InvalidOrder(
			'caseId',
			'The case has no number',
			'Give a number or a name to file by.',
		);
	}
	const times = {
		left: input.left,
		deadline: input.deadline,
		requested: input.requested?.at,
		approved: input.approved?.at,
		executed: input.executed?.at,
	};
	for (const [field, time] of Object.entries(times)) {
		if (!time || !Number.isNaN(Date.parse(time))) continue;
		throw new InvalidOrder(field, `"${time}" is no time`, 'Give an ISO time with its zone.');
	}
	if (input.timeZone && !isZone(input.timeZone)) {
		throw new InvalidOrder(
			'timeZone',
			`"${input.timeZone}" is no time zone`,
			'Give an IANA name, e.g. Europe/Berlin.',
		);
	}
	for (const [skuId, { amount, currency }] of Object.entries(input.prices ?? {})) {
		if (Number.isFinite(amount) && amount >= 0 && currency) continue;
		throw new InvalidOrder(
			'prices',
			`The price of ${skuId} is none`,
			'Give an amount of zero or more and a currency.',
		);
	}
	for (const [field, other] of Object.entries({ snapshot, verification })) {
		if (!other || other.user.id === report.user.id) continue;
		throw new InvalidOrder(
			field,
			`The ${field} is of ${other.user.userPrincipalName}, the report of ${report.user.userPrincipalName}`,
			'Give those of the same person.',
		);
	}
}
