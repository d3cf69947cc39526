import type { IDataObject } from 'n8n-workflow';
import type { Plan } from '../../../offboarding/plan/plan';
import type { Remark } from '../../../offboarding/plan/remarks/remark';
import type { OffboardingReport, StepReport } from '../../../offboarding/after/report';
import type { StepName } from '../../../offboarding/steps';
import type { OffboardingTask } from '../../../offboarding/run/tasks';
import type { Verification } from '../../../offboarding/after/verify-now';
import type { SandboxOptions } from '../../../sandbox/index.mts';
import type { EngineOptions, EngineResult } from '../../engine/engine.mts';
import { megan, useSandbox } from '../../offboard-user/offboarding.mts';
import { reportOf, runOffboarding, writes } from '../offboarding-node.mts';

export { adele, alex, megan } from '../../offboard-user/offboarding.mts';
export { handOn, reportOf } from '../offboarding-node.mts';

export const named = (name: string): string => `${name}@contoso.example`;

/** Failed items leave through the error output, as in a workflow that makes tickets of them. */
export const toErrorOutput: Partial<EngineOptions> = { node: { onError: 'continueErrorOutput' } };

/** The node in n8n's engine before a sandbox, which is put back to its seed before each test. */
export function useNode(options: SandboxOptions = {}) {
	const sandbox = useSandbox(options);
	const run = async (
		operation: string,
		parameters: IDataObject = {},
		engine: Partial<EngineOptions> = {},
	): Promise<EngineResult> => await runOffboarding(sandbox.current, operation, parameters, engine);
	const start = async (
		parameters: IDataObject,
		engine: Partial<EngineOptions> = {},
	): Promise<EngineResult> =>
		await run('start', { userEmail: megan, when: 'now', ...parameters }, engine);
	const plan = async (parameters: IDataObject): Promise<Plan> => {
		const { json, error } = await run('plan', { userEmail: megan, when: 'now', ...parameters });
		if (error) throw error;
		return json[0] as unknown as Plan;
	};
	return {
		sandbox,
		run,
		start,
		plan,
		/** Runs Start and gives its report, whether it is done or not. */
		report: async (parameters: IDataObject): Promise<OffboardingReport> =>
			reportOf(await start(parameters)),
		/** Looks again at what a report says. */
		verify: async (given: OffboardingReport): Promise<Verification> => {
			const items = [given as unknown as IDataObject];
			const { json } = await run('verify', { options: { evenIfNot: true } }, { items });
			return json[0] as unknown as Verification;
		},
		tasks: async (): Promise<OffboardingTask[]> =>
			(await run('getMany')).json as unknown as OffboardingTask[],
		/** Bodies of what ExecOffboardUser got. */
		sent: (): IDataObject[] =>
			sandbox.current.requests
				.filter(({ endpoint }) => endpoint === 'ExecOffboardUser')
				.map(({ body }) => body as IDataObject),
		/** Endpoints of what changed something. */
		changes: (): string[] => writes(sandbox.current),
		user: (name: string) => sandbox.current.tenants.user(name),
		contoso: () => sandbox.current.tenants.named('contoso.example'),
		group: (name: string) => {
			const { groups } = sandbox.current.tenants.named('contoso.example');
			return groups.find(({ displayName }) => displayName === name)!;
		},
	};
}

export function stepOf(report: OffboardingReport, name: StepName): StepReport {
	const step = report.details.find((detail) => detail.step === name);
	if (!step) throw new Error(`There is no step ${name} in ${JSON.stringify(report)}`);
	return step;
}

/** Codes of remarks with their words. */
export const remarks = (list: Remark[]): Record<string, string> =>
	Object.fromEntries(list.map(({ code, message, cure }) => [code, `${message}. ${cure}`]));

/** A report as an item for the next node. */
export const asItems = (...documents: object[]): { items: IDataObject[] } => ({
	items: documents as IDataObject[],
});
