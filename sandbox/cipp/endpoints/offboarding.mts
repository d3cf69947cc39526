import { allowedIds } from '../http/access.mts';
import { failed, serialised, type Answer, type Endpoint } from '../http/answer.mts';
import type { Call } from '../http/call.mts';
import { isTrue, read, toBoolean, valueText } from '../loose-json.mts';
import { sendSteps, stepNames, stepsByName, type StepName } from '../offboarding/step-names.mts';
import { tenantNamed } from '../../microsoft/state/lookup.mts';
import { postExecution, queueSaysTrue } from './scheduler.mts';

export const offboardingEndpoints: Endpoint[] = [
	{ name: 'ExecOffboardUser', role: 'Identity.User.ReadWrite', answer: offboard },
	{
		name: 'ListOffboardingProgress',
		role: 'Identity.User.Read',
		anyTenant: true,
		isNew: true,
		answer: listProgress,
	},
];

function offboard(call: Call): Answer {
	const { instance, body } = call;
	const problems = problemsWith(body, instance.dropsSendSteps ? sendSteps : []);
	if (problems.length > 0) return failed(400, { Results: problems });
	const tenant = valueText(read(body, 'tenantFilter'));
	const fault = partlyQueuedFault(call, tenant);
	const scheduled = read(body, 'Scheduled');
	const options = Object.fromEntries(
		Object.entries(body as object).filter(
			([name]) => !['user', 'tenantfilter', 'scheduled'].includes(name.toLowerCase()),
		),
	);
	const deploymentId = instance.hasProgress
		? instance.progress.create(usersOf(body), tenant)
		: undefined;
	const lines = usersOf(body).flatMap((username): unknown[] => {
		if (fault?.failUsers.some((user) => user.toLowerCase() === username.toLowerCase()))
			return [fault.message];
		const isLater = isEnabled(scheduled);
		const sentence = instance.scheduler.add({
			tenant,
			name: `Offboarding: ${username}`,
			command: 'Invoke-CIPPOffboardingJob',
			parameters: {
				Username: username,
				APIName: 'Scheduled Offboarding',
				options,
				RunScheduled: true,
				...(deploymentId ? { DeploymentId: deploymentId } : {}),
			},
			postExecution: postExecution(read(body, 'PostExecution')),
			reference: valueText(read(body, 'reference')),
			...(isLater
				? { scheduledTime: Number(valueText(read(scheduled, 'date'))) }
				: { runNow: true }),
		});
		return isLater ? [sentence] : [queueSaysTrue, sentence];
	});
	// Only what runs now is worth following at once.
	const following = deploymentId && !isEnabled(scheduled) ? { DeploymentId: deploymentId } : {};
	return { status: fault ? 403 : 200, body: { Results: lines, ...following } };
}

/** Rows of tenants that the client may not see are left out, without a word. */
function listProgress(call: Call): Answer {
	const { instance } = call;
	const id = call.query.get('DeploymentId');
	if (!id) return failed(400, { Results: 'DeploymentId is required' });
	const allowed = allowedIds(call);
	return serialised(
		instance.progress.rows(id).filter(({ TenantFilter }) => {
			const tenant = tenantNamed(instance.tenants, TenantFilter);
			return !tenant || allowed.includes(tenant.customerId);
		}),
	);
}

function partlyQueuedFault(
	{ instance, body }: Call,
	tenantName: string,
): { failUsers: string[]; message: string } | undefined {
	const tenant = tenantNamed(instance.tenants, tenantName);
	const users = usersOf(body).map((user) => user.toLowerCase());
	const place = {
		tenant: tenant
			? [tenant.defaultDomainName, tenant.initialDomainName, tenant.customerId]
			: [tenantName],
		mentions: (user: string) => users.includes(user.toLowerCase()),
	};
	const found = instance.faults.takeEndpoint('ExecOffboardUser', place, 'partlyQueued')?.fault;
	return found && 'kind' in found && found.kind === 'partlyQueued' ? found : undefined;
}

/** What CIPP finds wrong with a request before it makes tasks. Whether tenant and users exist it does not ask. */
function problemsWith(body: unknown, dropped: readonly StepName[]): string[] {
	const problems: string[] = [];
	if (valueText(read(body, 'tenantFilter')).trim() === '')
		problems.push(
			"'tenantFilter' is required and must resolve to a tenant domain (a string, or an object with a non-empty 'value' property).",
		);
	const given = read(body, 'user');
	const users = usersOf(body);
	const withoutAt = users.filter((user) => !user.includes('@'));
	if (!given || (Array.isArray(given) && given.length === 0))
		problems.push(
			"'user' is required and must be a non-empty array of users (objects with a 'value' property, or userPrincipalName strings).",
		);
	else if (users.length === 0)
		problems.push(
			"'user' did not resolve to any usable userPrincipalName. Each entry must be a UPN string or an object with a non-empty 'value' property.",
		);
	else if (withoutAt.length > 0)
		problems.push(
			`These user values do not look like userPrincipalNames (missing '@'): ${withoutAt.join(', ')}.`,
		);
	const scheduled = read(body, 'Scheduled');
	if (isEnabled(scheduled) && !/^[1-9]\d*$/.test(valueText(read(scheduled, 'date'))))
		problems.push(
			"'Scheduled.enabled' is true but 'Scheduled.date' is not a valid Unix timestamp.",
		);
	if (!hasAction(body, dropped))
		problems.push(
			'No offboarding actions were selected. Enable at least one action (e.g. RemoveLicenses, DisableSignIn, RevokeSessions) before submitting.',
		);
	return problems;
}

/** Whether any step is asked for that this version of CIPP knows. */
function hasAction(body: unknown, dropped: readonly StepName[]): boolean {
	return stepNames.some((name) => {
		const given = read(body, name);
		switch (stepsByName[name].takes) {
			case 'switch':
				return isTrue(given);
			case 'text':
				return valueText(given).trim() !== '';
			case 'people':
				return (
					!dropped.includes(name) && [given].flat().some((one) => one !== null && one !== undefined)
				);
		}
	});
}

function usersOf(body: unknown): string[] {
	const given = read(body, 'user');
	const list = Array.isArray(given) ? given : [given];
	return list
		.map((entry) => read(entry, 'value') ?? entry)
		.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

/** A truth test: the text 'false' counts as true. */
function isEnabled(scheduled: unknown): boolean {
	const enabled = read(scheduled, 'enabled');
	return typeof enabled === 'string' ? enabled !== '' : toBoolean(enabled);
}
