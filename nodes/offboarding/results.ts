import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { errorItem } from '../../n8n/execute';
import type { Leaver } from '../../offboarding/run/leaver';
import { reportOn, type OffboardingReport } from '../../offboarding/after/report';
import type { OffboardSettings } from './settings';

/** One item per person. Who is not done is an error, unless the settings say otherwise. */
export function resultItems(
	context: IExecuteFunctions,
	leavers: Leaver[],
	settings: OffboardSettings,
	others: INodeExecutionData[] = [],
): INodeExecutionData[] {
	const results = leavers.map((leaver) => ({ leaver, report: reportOn(leaver) }));
	const open = results.filter(
		({ leaver, report }) =>
			!settings.lenientItems.includes(leaver.item) && !isAsWished(report, settings),
	);
	if (open.length > 0 && !context.continueOnFail()) {
		throw failureOf(
			context,
			open.map(({ report }) => report),
			results.map(({ report }) => report),
			open[0].leaver.item,
		);
	}
	const items = results.map(({ leaver, report }): INodeExecutionData => {
		const json = report as unknown as IDataObject;
		if (!open.some((entry) => entry.report === report)) {
			return { json, pairedItem: { item: leaver.item } };
		}
		if (settings.hasErrorOutput) {
			const error = { message: report.summary, description: linesOf(report).join('\n') };
			return errorItem(error, json, leaver.item);
		}
		return { json: { ...json, error: report.summary }, pairedItem: { item: leaver.item } };
	});
	return [...items, ...others].sort((a, b) => itemOf(a) - itemOf(b));
}

function isAsWished(report: OffboardingReport, settings: OffboardSettings): boolean {
	return report.status === 'succeeded' || (!settings.mustVerify && report.status === 'queued');
}

function itemOf(item: INodeExecutionData): number {
	const paired = item.pairedItem;
	return typeof paired === 'object' && !Array.isArray(paired) ? paired.item : 0;
}

/** Says who is not done and why; carries everyone's report, so that nothing done is lost. */
function failureOf(
	context: IExecuteFunctions,
	open: OffboardingReport[],
	all: OffboardingReport[],
	itemIndex: number,
): NodeOperationError {
	const [first] = open;
	const message =
		all.length === 1
			? first.summary
			: `${open.length} of ${all.length} people are not fully offboarded: ${first.summary}`;
	const error = new NodeOperationError(context.getNode(), message, {
		description: open.flatMap(linesOf).join('\n'),
		itemIndex,
	});
	error.context.data = all as unknown as IDataObject[];
	return error;
}

function linesOf(report: OffboardingReport): string[] {
	const steps = report.details.filter(({ outcome }) => outcome !== 'succeeded');
	const lines = steps.map(({ label, said, read, advice }) =>
		[`- ${label}: ${said.join(' ') || 'CIPP said nothing.'}`, `Read: ${read}.`, advice ?? '']
			.filter(Boolean)
			.join(' '),
	);
	const { userPrincipalName } = report.user;
	const heading = [`${userPrincipalName}: ${report.status}.`, report.advice]
		.filter(Boolean)
		.join(' ');
	return [heading, ...(report.task ? lines : [])];
}
