import type { INodeExecutionData } from 'n8n-workflow';
import { mapBounded } from '../../cipp/bounded';
import type { ManagerShare } from '../../offboarding/order/manager';
import { dependsOnVersion, remarksByVersion } from '../../offboarding/plan/by-version';
import { planOffboarding, type Plan } from '../../offboarding/plan/plan';
import type { ProfileName } from '../../offboarding/order/profiles';
import { takeSnapshot } from '../../offboarding/person/snapshot';
import { sharingTenantReads } from '../../offboarding/person/tenant-reads';
import { askedIn, optionsIn, peopleAtOnce, peopleIn, tenantOf } from '../offboarding/asked';
import { eachItem } from '../offboarding/each-item';
import { wishedTime } from './when';
import { scheduleOf, whenOf } from '../../offboarding/order/when';
import type { Run } from '../../n8n/run';

export async function planOffboardings(run: Run): Promise<INodeExecutionData[]> {
	const send = sharingTenantReads(run.send);
	return await eachItem(run, async (index) => {
		const asked = askedIn(run, index);
		const when = whenOf(wishedTime(run, asked), run.clock.now());
		const tenant = await tenantOf(run, index);
		return await mapBounded(peopleIn(asked), peopleAtOnce, async (user) => {
			const wish = {
				tenant,
				user,
				options: { ...optionsIn(asked), ...scheduleOf(when) },
				profile: (asked.profile as ProfileName | undefined) ?? null,
				useTenantDefaults: asked.useTenantDefaults === true,
				managerGets: (asked.managerGets as ManagerShare[] | undefined) ?? [],
				when,
				reference: (asked.reference as string | undefined) ?? '',
			};
			return await knowingVersion(run, await planOffboarding(wish, send, run.clock));
		});
	});
}

/** With what this CIPP would pass over; its version is read only where that matters. */
async function knowingVersion(run: Run, plan: Plan): Promise<Plan> {
	if (!dependsOnVersion(plan.options)) return plan;
	const version = await run.version.read();
	if (version === null) return plan;
	return { ...plan, warnings: [...plan.warnings, ...remarksByVersion(plan.options, version)] };
}

export async function takeSnapshots(run: Run): Promise<INodeExecutionData[]> {
	const send = sharingTenantReads(run.send);
	return await eachItem(run, async (index) => {
		const tenant = await tenantOf(run, index);
		return await mapBounded(
			peopleIn(askedIn(run, index)),
			peopleAtOnce,
			async (user) => await takeSnapshot(tenant, user, send, run.clock),
		);
	});
}
