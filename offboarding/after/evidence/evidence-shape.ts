import type { ResidualAccess } from '../../person/residual';
import type { TaskSummary } from '../report';
import type { StepName } from '../../steps';

export const evidenceSchema = 'offboarding-evidence/1';

/** One person's offboarding as HR and auditors file it. Plain JSON without secrets. */
export interface Evidence {
	schema: typeof evidenceSchema;
	/** ISO 8601, UTC, as every time here. */
	createdAt: string;
	case: { id: string; ticket: string | null };
	subject: {
		objectId: string;
		userPrincipalName: string;
		displayName: string;
		jobTitle: string | null;
		department: string | null;
		manager: string | null;
	};
	tenant: { tenantId: string; domain: string; displayName: string };
	/** Kept apart, so that it shows when one did all. Null where nobody was named. */
	responsible: { requested: Actor | null; approved: Actor | null; executed: Actor | null };
	times: Record<
		'left' | 'deadline' | 'submitted' | 'executed' | 'finished' | 'lockedOut' | 'verified',
		Moment | null
	>;
	deadline: Deadline | null;
	/** `complete`: every step is verified, acknowledged or waived. */
	result: 'complete' | 'incomplete';
	summary: string;
	steps: EvidenceStep[];
	/** What the person still has; null when nobody has looked, or the account is gone. */
	residual: ResidualAccess | null;
	/** Null when no snapshot was taken before. */
	licensesReclaimed: ReclaimedLicense[] | null;
	/** Per month, by currency. */
	saving: Record<string, number>;
	tasks: TaskSummary[];
	warnings: string[];
	notes: string[];
	integrity: {
		algorithm: 'SHA-256';
		canonicalization: 'RFC 8785';
		/** Hash of the record before; null for the first. */
		previous: string | null;
		/** Over everything but itself. */
		hash: string;
	};
}

export interface Actor {
	/** A person, a workflow, an API client. */
	name: string;
	/** ISO 8601; null where unknown. */
	at: string | null;
	/** For example the number of an execution or of an approval. */
	reference: string | null;
}

export interface Moment {
	utc: string;
	/** In the zone asked for, e.g. `2025-03-03 17:00 (America/Los_Angeles)`; null without one. */
	local: string | null;
}

export interface Deadline {
	at: string;
	/** Null as long as neither is certain. */
	met: boolean | null;
	/** Minutes between lock-out and deadline: positive when early, negative when late. Null without a lock-out. */
	minutesToSpare: number | null;
	/** In words. */
	verdict: string;
}

export type EvidenceVerdict =
	/** Read in the tenant. */
	| 'verified'
	/** CIPP says so, and no reading can show it. */
	| 'acknowledged only'
	| 'failed'
	/** CIPP did a part, or nobody knows. */
	| 'unclear'
	| 'not done yet'
	| 'waived';

export interface EvidenceStep {
	step: StepName;
	label: string;
	asked: unknown;
	/** From the snapshot; null without one. */
	before: string | null;
	after: string;
	/** CIPP's own sentences, without passwords. */
	said: string[];
	verdict: EvidenceVerdict;
	/** Null where nobody has looked. */
	verifiedAt: string | null;
	how: string;
	/** Who lets the step go, and why. */
	waived: { by: string; reason: string } | null;
}

export interface ReclaimedLicense {
	skuId: string;
	name: string;
	/** Per month. */
	price: { amount: number; currency: string } | null;
}
