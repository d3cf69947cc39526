import { allowedIds } from '../http/access.mts';
import { failed, ok, serialised, type Answer, type Endpoint } from '../http/answer.mts';
import { parameter, textParameter, type Call } from '../http/call.mts';
import type { Instance } from '../instance.mts';
import type { Task } from '../scheduler/task.mts';
import { isTrue, read, valueText } from '../loose-json.mts';
import { tableTime } from '../powershell.mts';
import { tenantNamed } from '../../microsoft/state/lookup.mts';

export const schedulerEndpoints: Endpoint[] = [
	{
		name: 'ListScheduledItems',
		role: 'CIPP.Scheduler.Read',
		anyTenant: true,
		answer: listScheduledItems,
	},
	{
		name: 'ListScheduledItemDetails',
		role: 'CIPP.Scheduler.Read',
		anyTenant: true,
		answer: scheduledItemDetails,
	},
	{ name: 'AddScheduledItem', role: 'CIPP.Scheduler.ReadWrite', answer: addScheduledItem },
	{
		name: 'RemoveScheduledItem',
		role: 'CIPP.Scheduler.ReadWrite',
		anyTenant: true,
		answer: removeScheduledItem,
	},
];

function listScheduledItems(call: Call): Answer {
	const { instance } = call;
	const id = textParameter(call, 'Id');
	const wanted = id
		? instance.scheduler.tasks.filter((task) => task.rowKey === id)
		: instance.scheduler.tasks.filter(matcher(call));
	const rows = wanted
		.filter(ofTenant(call))
		.filter(allowed(call))
		.sort(
			(a, b) => b.scheduledTime - a.scheduledTime || (b.executedTime ?? 0) - (a.executedTime ?? 0),
		);
	return ok(rows.map((task) => taskRow(instance, task)));
}

function matcher(call: Call): (task: Task) => boolean {
	const hidden = isTrue(parameter(call, 'ShowHidden'));
	const name = textParameter(call, 'Name');
	const type = textParameter(call, 'Type');
	const title = textParameter(call, 'SearchTitle');
	const pattern = new RegExp(
		`^${title
			.replace(/[.+^${}()|\\]/g, '\\$&')
			.replaceAll('*', '.*')
			.replaceAll('?', '.')}$`,
		'is',
	);
	return (task) =>
		task.hidden === hidden &&
		(!name || task.name === name) &&
		(!type || task.command === type) &&
		(!title || pattern.test(task.name));
}

/** A known tenant is meant by either of its names; an unknown one by the very text. */
function ofTenant(call: Call): (task: Task) => boolean {
	const filter = textParameter(call, 'tenantFilter');
	if (!filter || filter.toLowerCase() === 'alltenants') return () => true;
	const tenant = call.instance.foundTenant(filter);
	const names = tenant ? [tenant.defaultDomainName, tenant.customerId] : [filter];
	return (task) => names.includes(task.tenant);
}

function allowed(call: Call): (task: Task) => boolean {
	if (call.instance.client.allowedTenants === null) return () => true;
	const names = allowedIds(call).flatMap((id) => [
		id,
		tenantNamed(call.instance.tenants, id)?.defaultDomainName ?? id,
	]);
	return (task) => names.includes(task.tenant);
}

function taskRow(instance: Instance, task: Task): Record<string, unknown> {
	return {
		PartitionKey: 'ScheduledTask',
		RowKey: task.rowKey,
		TaskState: task.state,
		Tenant: tenantLabel(instance, task),
		...(task.tenantGroup ? { TenantGroup: JSON.stringify(task.tenantGroup) } : {}),
		Name: task.name,
		Command: task.command,
		Parameters: task.parameters,
		ScheduledTime: secondText(task.scheduledTime),
		...(task.executedTime === null ? {} : { ExecutedTime: secondText(task.executedTime) }),
		Recurrence: isOnce(task) ? 'Once' : task.recurrence,
		PostExecution: task.postExecution,
		Reference: task.reference,
		AdditionalProperties: JSON.stringify(task.additionalProperties),
		Hidden: task.hidden,
		Results: task.results,
		excludedTenants: task.excludedTenants,
		AlertComment: task.alertComment,
		CustomSubject: task.customSubject,
		PsaTicketStrategy: task.psaTicketStrategy,
		...(task.tag ? { Tag: task.tag } : {}),
		...(task.trigger ? { Trigger: task.trigger } : {}),
		Timestamp: tableTime(task.timestamp),
		ETag: task.etag,
	};
}

function tenantLabel(instance: Instance, task: Task): unknown {
	if (task.tenantGroup) return task.tenantGroup;
	if (!task.tenant) return 'None';
	const name = tenantNamed(instance.tenants, task.tenant)?.defaultDomainName ?? task.tenant;
	const shown = /^[0-9a-f-]{36}$/i.test(task.tenant) ? name : task.tenant;
	return { label: shown, value: shown, type: 'Tenant' };
}

/** Unix seconds as the list shows them. */
const secondText = (seconds: number) =>
	new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** What CIPP's queue answers to whoever puts something in; it slips out before the sentence. */
export const queueSaysTrue = true;

function isOnce({ recurrence }: Task): boolean {
	return recurrence === '' || recurrence === '0';
}

function scheduledItemDetails(call: Call): Answer {
	const rowKey = textParameter(call, 'RowKey');
	if (!rowKey) return failed(400, "Required parameter 'RowKey' is missing");
	const task = call.instance.scheduler.tasks.find((each) => each.rowKey === rowKey);
	if (!task) return failed(404, `Task with RowKey '${rowKey}' not found`);
	const tenant = task.tenantGroup ?? { label: task.tenant, value: task.tenant, type: 'Tenant' };
	const details =
		task.storedResults.length > 0
			? byTenant(task.storedResults).map((stored) => ({
					Timestamp: tableTime(stored.timestamp),
					Tenant: stored.tenant,
					Results: stored.results,
				}))
			: [
					{
						Timestamp: tableTime(task.timestamp),
						Tenant: tenant,
						Results: task.results === '' ? null : listed(task.results),
					},
				];
	return serialised({
		Task: {
			RowKey: task.rowKey,
			Name: task.name,
			TaskState: task.state,
			Command: task.command,
			Parameters: task.parameters,
			Recurrence: isOnce(task) ? 'Once' : task.recurrence,
			ExecutedTime: secondText(task.executedTime ?? 0),
			ScheduledTime: secondText(task.scheduledTime),
			PostExecution: task.postExecution,
			Tenant: tenant,
			TenantGroup: task.tenantGroup ? JSON.stringify(task.tenantGroup) : null,
			...(task.tenantGroup ? { TenantGroupInfo: task.tenantGroup } : {}),
			Hidden: task.hidden,
			Results: task.results,
			Timestamp: tableTime(task.timestamp),
			Trigger: task.trigger,
		},
		Details: details,
	});
}

/** The order of Azure's tables, which go by the name of the row. */
function byTenant(stored: Task['storedResults']): Task['storedResults'] {
	return [...stored].sort((a, b) => (a.tenant < b.tenant ? -1 : 1));
}

function listed(results: string): unknown[] {
	const text = results.trim();
	if (!/^(\[.*\]|\{.*\})$/.test(text)) return [results];
	const parsed: unknown = JSON.parse(text);
	return Array.isArray(parsed) ? parsed : [parsed];
}

function addScheduledItem(call: Call): Answer {
	const { instance, body, query } = call;
	const rowKey = valueText(read(body, 'RowKey'));
	const existing = rowKey
		? instance.scheduler.tasks.find((task) => task.rowKey === rowKey)
		: undefined;
	const runNow = isTrue(read(body, 'RunNow'));
	if (existing && runNow)
		return ok({ Results: [queueSaysTrue, instance.scheduler.runNow(existing)] });
	const tenantFilter = read(body, 'TenantFilter');
	const isGroup = read(tenantFilter, 'type') === 'Group';
	const desired = read(body, 'DesiredStartTime');
	const time = valueText(desired) || valueText(read(body, 'ScheduledTime'));
	if (time !== '' && !/^\d+$/.test(time))
		return failed(
			500,
			`Error - Could not add task: Cannot convert value "${time}" to type "System.Int64". Error: "The input string '${time}' was not in a correct format."`,
		);
	const tag = valueText(read(body, 'Tag'));
	const result = instance.scheduler.add({
		rowKey,
		tenant: valueText(tenantFilter),
		tenantGroup: isGroup
			? { label: read(tenantFilter, 'label'), value: read(tenantFilter, 'value'), type: 'Group' }
			: null,
		excludedTenants: excludedTenants(body),
		name: valueText(read(body, 'Name')),
		command: valueText(read(body, 'Command')),
		parameters: keptParameters(read(body, 'Parameters')),
		scheduledTime: time === '' ? 0 : Number(time),
		recurrence: valueText(read(body, 'Recurrence')),
		postExecution: postExecution(read(body, 'PostExecution')),
		reference: valueText(read(body, 'Reference')),
		additionalProperties: additionalProperties(read(body, 'AdditionalProperties')),
		// Presence alone hides the task; a task that is replaced keeps its place.
		hidden: query.get('hidden') !== undefined || (existing?.hidden ?? false),
		alertComment: valueText(read(body, 'AlertComment')),
		customSubject: valueText(read(body, 'CustomSubject')),
		psaTicketStrategy: valueText(read(body, 'PsaTicketStrategy')),
		tag: tag || null,
		trigger: (read(body, 'Trigger') as Record<string, unknown> | undefined) ?? null,
		disallowDuplicateName:
			query.has('DisallowDuplicateName') || !isEmpty(read(body, 'DisallowDuplicateName')),
		runNow,
	});
	const isQueued = runNow && result.endsWith(' scheduled to run now');
	return ok({ Results: isQueued ? [queueSaysTrue, result] : result });
}

/** Empty values are dropped, and to PowerShell false and 0 are empty as well. */
function keptParameters(parameters: unknown): Record<string, unknown> {
	if (typeof parameters !== 'object' || parameters === null) return {};
	return Object.fromEntries(
		Object.entries(parameters).filter(
			([, value]) => !isEmpty(value) && !(Array.isArray(value) && value.length === 0),
		),
	);
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '' || value === false || value === 0;
}

/** Only objects count, plain texts are passed over. */
function excludedTenants(body: unknown): string {
	const given = read(body, 'excludedTenants');
	return (Array.isArray(given) ? given : [])
		.filter((entry) => read(entry, 'type') !== 'Group')
		.map((entry) => read(entry, 'value'))
		.filter((value) => typeof value === 'string' && value !== '')
		.join(',');
}

/** {Webhook, Email, PSA} booleans or a list of {value}, kept as comma text. */
export function postExecution(given: unknown): string {
	if (Array.isArray(given)) return given.map((entry) => valueText(entry)).join(',');
	return ['Webhook', 'Email', 'PSA'].filter((name) => isTrue(read(given, name))).join(',');
}

function additionalProperties(given: unknown): Record<string, unknown> {
	const list = Array.isArray(given) ? given : [];
	return Object.fromEntries(
		list
			.map((entry) => [String(read(entry, 'Key') ?? ''), read(entry, 'Value')])
			.filter(([, value]) => !isEmpty(value)),
	);
}

/** Says that it removed the task, whatever happened. */
function removeScheduledItem(call: Call): Answer {
	call.instance.scheduler.remove(textParameter(call, 'id'));
	return ok({ Results: 'Task removed successfully.' });
}
