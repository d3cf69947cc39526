import type { Evidence } from './evidence-shape';

/** Records as CSV with a header (RFC 4180, lines end with CRLF), one row each. */
export function evidenceCsv(records: Evidence[]): string {
	const rows = records.map((record) => columns.map(([, value]) => cell(value(record))));
	return [columns.map(([name]) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

type Column = [string, (record: Evidence) => string | number | boolean | null | undefined];

const columns: Column[] = [
	['case_id', (r) => r.case.id],
	['ticket', (r) => r.case.ticket],
	['user_principal_name', (r) => r.subject.userPrincipalName],
	['display_name', (r) => r.subject.displayName],
	['object_id', (r) => r.subject.objectId],
	['department', (r) => r.subject.department],
	['tenant_domain', (r) => r.tenant.domain],
	['tenant_id', (r) => r.tenant.tenantId],
	['requested_by', (r) => r.responsible.requested?.name],
	['requested_at', (r) => r.responsible.requested?.at],
	['approved_by', (r) => r.responsible.approved?.name],
	['approved_at', (r) => r.responsible.approved?.at],
	['executed_by', (r) => r.responsible.executed?.name],
	['left_at', (r) => r.times.left?.utc],
	['submitted_at', (r) => r.times.submitted?.utc],
	['locked_out_at', (r) => r.times.lockedOut?.utc],
	['finished_at', (r) => r.times.finished?.utc],
	['verified_at', (r) => r.times.verified?.utc],
	['deadline', (r) => r.deadline?.at],
	['deadline_met', (r) => r.deadline?.met],
	['minutes_to_spare', (r) => r.deadline?.minutesToSpare],
	['result', (r) => r.result],
	['steps', (r) => r.steps.length],
	['steps_verified', (r) => count(r, 'verified')],
	['steps_acknowledged_only', (r) => count(r, 'acknowledged only')],
	['steps_failed', (r) => stepsWith(r, 'failed')],
	['steps_waived', (r) => stepsWith(r, 'waived')],
	['residual_access', (r) => r.residual?.left.length],
	['licenses_reclaimed', (r) => r.licensesReclaimed?.map(({ name }) => name).join('; ')],
	[
		'saving_per_month',
		(r) =>
			Object.entries(r.saving)
				.map(([currency, amount]) => `${amount.toFixed(2)} ${currency}`)
				.join('; '),
	],
	['cipp_tasks', (r) => r.tasks.map(({ id }) => id).join('; ')],
	['previous_hash', (r) => r.integrity.previous],
	['hash', (r) => r.integrity.hash],
];

const stepsWith = (record: Evidence, verdict: string): string =>
	record.steps
		.filter((step) => step.verdict === verdict)
		.map(({ step }) => step)
		.join('; ');

const count = (record: Evidence, verdict: string): number =>
	record.steps.filter((step) => step.verdict === verdict).length;

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front. Numbers stay numbers. Some
 * programs split at semicolons and lines as well, and take the wide signs of East Asia for the narrow ones.
 */
function cell(value: string | number | boolean | null | undefined): string {
	if (value === null || value === undefined) return '';
	if (typeof value !== 'string') return String(value);
	const safe = value.replace(formula, "$1'");
	return /[",;\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const formula = /(^|[;\r\n])(?=[^\S\r\n]*[=+\-@＝＋－＠])|^(?=[\t\r\n])/g;
