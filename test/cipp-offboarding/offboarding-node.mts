import type { IDataObject } from 'n8n-workflow';
import type { OffboardingReport } from '../../offboarding/after/report';
import type { Sandbox } from '../../sandbox/index.mts';
import {
	credentialFor,
	runCipp,
	type EngineOptions,
	type EngineResult,
} from '../engine/engine.mts';

/** Runs an operation of the resource Offboarding in n8n's engine, looking at CIPP twenty times a second. */
export async function runOffboarding(
	sandbox: Sandbox,
	operation: string,
	parameters: IDataObject,
	options: Partial<EngineOptions> = {},
): Promise<EngineResult> {
	const { offboardOptions, ...rest } = parameters;
	return await runCipp(
		{
			resource: 'offboarding',
			operation,
			tenantDomain: 'contoso.example',
			offboardOptions: { checkEvery: 0.05, ...(offboardOptions as IDataObject) },
			...rest,
		},
		{
			credential: credentialFor(sandbox),
			...options,
			node: { type: 'n8n-nodes-cipp.cippOffboarding', ...options.node },
		},
	);
}

/** The items that one operation put out, for the next to take in. */
export const handOn = ({ json }: EngineResult): IDataObject[] => json;

export const reportOf = (result: EngineResult): OffboardingReport => {
	const carried = (result.error?.context as IDataObject | undefined)?.data as IDataObject[];
	const failed = result.errors[0]?.json.details;
	return (result.json[0] ?? failed ?? carried?.[0]) as unknown as OffboardingReport;
};

/** Requests of a run that changed something. */
export const writes = (sandbox: Sandbox): string[] =>
	sandbox.requests
		.filter(({ method, endpoint }) => method === 'POST' && !endpoint.startsWith('List'))
		.map(({ endpoint }) => endpoint);
