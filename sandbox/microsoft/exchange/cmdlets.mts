import { ExchangeError } from '../errors.mts';
import type { Moment } from '../moment.mts';
import { autoReplies } from './auto-reply.mts';
import { calendars } from './calendar.mts';
import type { Cmdlet, CmdletReply } from './cmdlet.mts';
import { groups } from './groups.mts';
import { mailboxes } from './mailboxes.mts';
import { Parameters } from './parameters.mts';
import { permissions } from './permissions.mts';
import { phones } from './phones.mts';
import { rules } from './rules.mts';

const cmdlets = new Map(
	Object.entries<Cmdlet>({
		...mailboxes,
		...permissions,
		...calendars,
		...rules,
		...phones,
		...autoReplies,
		...groups,
	}).map(([name, cmdlet]) => [name.toLowerCase(), cmdlet]),
);

/** Runs a cmdlet of Exchange Online by its name in any case. Throws an ExchangeError where it refuses. */
export function runCmdlet(moment: Moment, name: string, parameters: unknown): CmdletReply {
	const cmdlet = cmdlets.get(name.toLowerCase());
	if (!cmdlet)
		throw new ExchangeError(`The term '${name}' is not recognized as the name of a cmdlet.`, {
			type: 'Microsoft.Exchange.Management.Automation.CommandNotFoundException',
		});
	const result = cmdlet(moment, new Parameters(parameters)) ?? [];
	return Array.isArray(result)
		? { rows: result, warnings: [] }
		: { rows: [], warnings: [result.warning] };
}

/** Whether a cmdlet leaves everything as it is. */
export function onlyReads(name: string): boolean {
	return /^(Get|Search|Test|List)-/i.test(name);
}
