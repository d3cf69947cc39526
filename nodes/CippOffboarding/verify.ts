import type { INodeExecutionData } from 'n8n-workflow';
import { mapBounded } from '../../cipp/bounded';
import { NotAsWanted } from '../../n8n/errors';
import { sharingTenantReads } from '../../offboarding/person/tenant-reads';
import { claimOf, verifyNow, type Verification } from '../../offboarding/after/verify-now';
import {
	askedIn,
	optionsIn,
	peopleAtOnce,
	peopleIn,
	tenantOf,
	type Asked,
} from '../offboarding/asked';
import { documentIn, requiredDocument } from './documents';
import { eachItem } from '../offboarding/each-item';
import type { Run } from '../../n8n/run';

/** Reads back what reports say. The report and its snapshot go along, so that evidence can follow. */
export async function verifyReports(run: Run): Promise<INodeExecutionData[]> {
	const send = sharingTenantReads(run.send);
	return await eachItem(run, async (index) => {
		const asked = askedIn(run, index);
		const report = requiredDocument(run, index, asked, 'report');
		const snapshot = documentIn(run, index, asked, 'snapshot');
		const tenant = await run.itemTenants.resolve(report.tenant.customerId);
		const claim = { ...claimOf(report, snapshot), tenant };
		const verification = await verifyNow(claim, send, run.clock);
		return [asWanted(asked, { ...verification, report })];
	});
}

export async function verifyUsers(run: Run): Promise<INodeExecutionData[]> {
	const send = sharingTenantReads(run.send);
	return await eachItem(run, async (index) => {
		const asked = askedIn(run, index);
		const tenant = await tenantOf(run, index);
		const options = optionsIn(asked);
		return await mapBounded(peopleIn(asked), peopleAtOnce, async (user) => {
			const verification = await verifyNow({ tenant, user, options }, send, run.clock);
			return asWanted(asked, verification);
		});
	});
}

function asWanted<T extends Verification>({ evenIfNot }: Asked, verification: T): T {
	const open = verification.steps.filter(({ verdict }) => verdict === 'not verified');
	const unread = verification.steps.filter(({ failed }) => failed);
	const isAsWanted = verification.verdict !== 'not verified' && unread.length === 0;
	if (isAsWanted || evenIfNot === true) return verification;
	throw new NotAsWanted(
		verification.summary,
		[...open, ...unread]
			.map(({ step, read, advice }) => [`- ${step}: ${read}.`, advice ?? ''].join(' ').trim())
			.join('\n'),
		{ ...(verification as object) },
	);
}
