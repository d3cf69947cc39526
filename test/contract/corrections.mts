import type { Facts } from './facts-shape.mts';

interface Correction {
	/** Where CIPP's code says so. */
	source: string;
	actions?: NonNullable<Facts['actions']>;
	/** Actions that take an object with names of anyone's choosing where the others take a list. */
	openBodies?: string[];
}

const changes = (...actions: string[]) =>
	Object.fromEntries(actions.map((action) => [action, { effect: 'change' as const }]));
const destroys = (...actions: string[]) =>
	Object.fromEntries(actions.map((action) => [action, { effect: 'destroy' as const }]));

/**
 * Switches that the table has no actions for, so that everything behind one counted as the worst of it.
 * Read from CIPP 10.8's own code.
 */
export const corrections: Record<string, Correction> = {
	ExecDeviceAction: {
		source:
			'Invoke-ExecDeviceAction and New-CIPPDeviceAction: the word goes to Microsoft Graph as the action on managedDevices, `delete` as DELETE; what each does is in the Graph reference of managedDevice',
		actions: {
			...changes(
				'syncDevice',
				'rebootNow',
				'shutDown',
				'locateDevice',
				'remoteLock',
				'setDeviceName',
				'users',
				'rotateLocalAdminPassword',
				'rotateBitLockerKeys',
				'rotateFileVaultKey',
				'windowsDefenderScan',
				'windowsDefenderUpdateSignatures',
				'createDeviceLogCollectionRequest',
			),
			...destroys('cleanWindowsDevice', 'retire', 'wipe', 'delete', 'any other'),
		},
	},
	ExecDevicePasscodeAction: {
		source:
			'Invoke-ExecDevicePasscodeAction: the word goes to Microsoft Graph as the action on managedDevices; for these two it has sentences of its own',
		actions: changes('resetPasscode', 'removeDevicePasscode'),
	},
	ExecAssignApp: {
		source:
			'Invoke-ExecAssignApp: assignmentMode is append unless given; replace drops assignments that are not listed',
		actions: { ...changes('append'), ...destroys('replace') },
	},
	ExecGDAPInvite: {
		source:
			'Invoke-ExecGDAPInvite: Create makes a relationship, Update writes the note, Delete removes the row of the invitation',
		actions: { ...changes('Create', 'Update'), ...destroys('Delete') },
	},
	ExecAddGDAPRole: {
		source:
			'Invoke-ExecAddGDAPRole: ListGroups only asks Graph; both others make groups or write mappings',
		actions: {
			ListGroups: { effect: 'read' },
			...changes('AddRoleSimple', 'AddRoleAdvanced'),
		},
	},
	ExecOnboardTenant: {
		source:
			'Invoke-ExecOnboardTenant: Cancel removes the stored run, anything else starts or shows it',
		actions: { ...changes('(none)'), ...destroys('Cancel') },
	},
	ExecCAExclusion: {
		source:
			'Invoke-ExecCAExclusion: adds someone to the exclusions or takes them out, or plans both by tasks',
		actions: changes('add', 'remove', 'vacation'),
	},
	ExecExtensionMapping: {
		source:
			'Set-ExtensionFieldMapping and Set-NinjaOneFieldMapping: they go through the properties of the body',
		openBodies: ['AddMapping (…Fields)'],
	},
};
