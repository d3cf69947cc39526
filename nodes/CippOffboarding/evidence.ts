import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import {
	createEvidence as makeRecord,
	type Evidence,
} from '../../offboarding/after/evidence/evidence';
import { evidenceCsv } from '../../offboarding/after/evidence/evidence-csv';
import { evidencePage } from '../../offboarding/after/evidence/evidence-page';
import { momentIn } from '../../offboarding/order/local-time';
import { askedIn, type Asked } from '../offboarding/asked';
import { documentIn, requiredDocument } from './documents';
import { eachItemWithFiles } from '../offboarding/each-item';
import type { Run } from '../../n8n/run';

type Input = Parameters<typeof makeRecord>[0];

/** One record an item, each with the hash of the one before. Sends nothing. */
export async function createEvidence(run: Run): Promise<INodeExecutionData[]> {
	let previous: string | null = null;
	return await eachItemWithFiles(run, async (index) => {
		// Nothing is waited for before the hash is there, so records are made in the order of the items.
		const asked = askedIn(run, index);
		const record = makeRecord(inputFor(run, index, asked, previous), run.clock.now());
		previous = record.integrity.hash;
		const binary = await filesOf(run, record, (asked.formats as string[] | undefined) ?? []);
		return [{ json: record as unknown as IDataObject, ...(binary ? { binary } : {}) }];
	});
}

function inputFor(run: Run, index: number, asked: Asked, previous: string | null): Input {
	const report = requiredDocument(run, index, asked, 'report');
	const zone = text(asked.timeZone) ?? run.context.getTimezone();
	const time = (name: string): string | null => {
		const written = text(asked[name]);
		return written === null ? null : momentIn(written, zone, name).moment.toISOString();
	};
	const actor = (role: string): Input['requested'] => {
		const name = text(asked[`${role}By`]);
		return name === null ? null : { name, at: time(`${role}At`) };
	};
	return {
		caseId: String(asked.caseId),
		ticket: text(asked.ticket),
		report,
		snapshot: documentIn(run, index, asked, 'snapshot') ?? report.snapshot ?? null,
		verification: documentIn(run, index, asked, 'verification'),
		requested: actor('requested'),
		approved: actor('approved'),
		executed: actor('executed'),
		left: time('left'),
		deadline: time('deadline'),
		timeZone: zone,
		...(asked.prices ? { prices: asked.prices as Input['prices'] } : {}),
		...(asked.waived ? { waived: asked.waived as Input['waived'] } : {}),
		previous: previous ?? text(asked.previous),
	};
}

const text = (value: unknown): string | null => (value === undefined ? null : String(value));

async function filesOf(
	{ context }: Run,
	record: Evidence,
	formats: string[],
): Promise<INodeExecutionData['binary']> {
	const name = `evidence-${record.subject.userPrincipalName}`;
	const file = async (content: string, ending: string, type: string) =>
		await context.helpers.prepareBinaryData(Buffer.from(content), `${name}.${ending}`, type);
	const binary: NonNullable<INodeExecutionData['binary']> = {};
	if (formats.includes('csv')) binary.csv = await file(evidenceCsv([record]), 'csv', 'text/csv');
	if (formats.includes('page')) {
		binary.page = await file(evidencePage(record), 'html', 'text/html');
	}
	return Object.keys(binary).length > 0 ? binary : undefined;
}
