import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { IDataObject } from 'n8n-workflow';
import type { OffboardingReport, StepReport } from '../../offboarding/after/report';
import {
	startSandbox,
	type RecordedRequest,
	type Sandbox,
	type SandboxOptions,
} from '../../sandbox/index.mts';
import {
	credentialFor,
	runCipp,
	type EngineOptions,
	type EngineResult,
} from '../engine/engine.mts';

export const megan = 'megan.bowen@contoso.example';
export const alex = 'alex.wilber@contoso.example';
export const adele = 'adele.vance@contoso.example';

/** A sandbox for the tests of one file, put back to its seed before each. Twenty minutes pass in a second. */
export function useSandbox(options: SandboxOptions = {}): { current: Sandbox } {
	const holder = {} as { current: Sandbox };
	beforeAll(async () => {
		holder.current = await startSandbox({ speed: 1200, ...options });
	});
	beforeEach(() => {
		holder.current.reset();
	});
	afterAll(async () => {
		await holder.current.close();
	});
	return holder;
}

/** Runs Offboard in n8n's engine, looking at CIPP twenty times a second. */
export async function offboard(
	sandbox: Sandbox,
	parameters: IDataObject,
	options: Partial<EngineOptions> = {},
): Promise<EngineResult> {
	const { offboardOptions, ...rest } = parameters;
	return await runCipp(
		{
			resource: 'user',
			operation: 'offboardUser',
			tenantDomain: 'contoso.example',
			userEmail: megan,
			offboardOptions: { checkEvery: 0.05, ...(offboardOptions as IDataObject) },
			...rest,
		},
		{ credential: credentialFor(sandbox), ...options },
	);
}

/** The reports in the items, or in the error that stopped the node. */
export function reportsOf(result: EngineResult): OffboardingReport[] {
	const items = [...result.items, ...result.errors].map(({ json }) => json);
	const carried = (result.error?.context as IDataObject | undefined)?.data;
	return (items.length > 0 ? items : (carried ?? [])) as unknown as OffboardingReport[];
}

export function stepOf(result: EngineResult, name: string): StepReport {
	const step = reportsOf(result)[0]?.details.find((detail) => detail.step === name);
	if (!step)
		throw new Error(`There is no step ${name} in ${JSON.stringify(result.error ?? result.json)}`);
	return step;
}

/** What was sent to ExecOffboardUser. */
export function submissions(sandbox: Sandbox): RecordedRequest[] {
	return sandbox.requests.filter(({ endpoint }) => endpoint === 'ExecOffboardUser');
}

/** Every step, each with something it needs, but the deletion, which would end the others. */
export const everyStep: IDataObject = {
	DisableSignIn: true,
	RevokeSessions: true,
	ResetPass: true,
	RemoveMFADevices: true,
	RemoveGroups: true,
	RemoveLicenses: true,
	ConvertToShared: true,
	HideFromGAL: true,
	forward: alex,
	KeepCopy: true,
	OOO: '<p>Megan no longer works here.</p>',
	AccessAutomap: alex,
	AccessNoAutomap: adele,
	AccessSendAs: alex,
	AccessSendOnBehalf: adele,
	OnedriveAccess: alex,
	DisableOneDriveSharing: true,
	RemoveRules: true,
	RemoveMobile: true,
	removeCalendarInvites: true,
	removePermissions: true,
	removeCalendarPermissions: true,
	RemoveTeamsPhoneDID: true,
	ClearImmutableId: true,
};

/** Steps that no reading of CIPP can prove. */
export const unprovable = ['removeCalendarInvites', 'OnedriveAccess', 'DisableOneDriveSharing'];
