import { pick, type Rest } from './field-words';
import type { DeclaredField, Picker } from './field';

/** A picker that every operation about the same kind of thing has under the same name. */
const the =
	(label: string, name: string, picker: Picker, help: string) =>
	(wire: string, rest: Partial<Rest> = {}): DeclaredField =>
		pick(label, picker, wire, { name, required: true, help, ...rest });

export const theUser = the(
	'User',
	'userEmail',
	'users',
	'The user to work on: choose one, or give the user principal name or object ID',
);
/** Where CIPP builds an address from the name, and an object ID does not do. */
export const theUserByName = the(
	'User',
	'userEmail',
	'users',
	'The user to work on: choose one, or give the user principal name. An object ID does not work.',
);
export const theGroup = the(
	'Group',
	'groupId',
	'groups',
	'The group to work on: choose one, or give its object ID',
);
export const theMailbox = the(
	'Mailbox',
	'mailbox',
	'mailboxes',
	'The mailbox to work on: choose one, or give its user principal name',
);
/** The device as Intune knows it. */
export const theDevice = the(
	'Device',
	'deviceId',
	'devices',
	'The device to work on: choose one, or give its Intune device ID',
);
export const theLicense = the(
	'License',
	'skuId',
	'licenses',
	'The license: choose one, or give its SKU ID',
);
export const theRole = the('Role', 'roleId', 'roles', 'The admin role: choose one, or give its ID');
export const thePolicy = the(
	'Conditional Access Policy',
	'policyId',
	'conditionalAccessPolicies',
	'The policy to work on: choose one, or give its ID',
);
export const theTask = the(
	'Task',
	'taskId',
	'scheduledTasks',
	'The scheduled task: choose one, or give its ID (RowKey)',
);
