import { theUserId } from '../fields/user-fields';
import {
	inSentences,
	change,
	decide,
	destroy,
	inBody,
	inQuery,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	theDevice,
	toggle,
	type Declaration,
	type Operation,
} from '../vocabulary';

type DeviceAction = Pick<Declaration, 'name' | 'action' | 'help'> &
	Partial<Pick<Declaration, 'fields' | 'warns' | 'isOpen' | 'answer'>>;

/** One of Microsoft Graph's actions on a managed device; what is added to the body goes to Graph. */
const graphAction = (
	declare: typeof change,
	action: string,
	{ fields = [], ...declaration }: DeviceAction,
	fixed: Record<string, unknown> = {},
): Operation =>
	declare('ExecDeviceAction', {
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody(),
		answer: outcome({ onlyQueues: true }),
		...declaration,
		fixed: { body: { Action: action, ...fixed } },
		fields: [theDevice('GUID'), ...fields],
	});

const deviceAction = (action: string, declaration: DeviceAction): Operation =>
	graphAction(change, action, declaration);

/** Data or management is gone afterwards. */
const devastatingAction = (
	action: string,
	declaration: DeviceAction,
	fixed?: Record<string, unknown>,
): Operation => graphAction(destroy, action, declaration, fixed);

const passcodeAction = (action: string, declaration: DeviceAction): Operation =>
	change('ExecDevicePasscodeAction', {
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody(),
		...declaration,
		fixed: { body: { Action: action } },
		fields: [theDevice('GUID')],
		answer: outcome(),
		secret: inSentences,
	});

export const entraDeviceId = (wire: string): ReturnType<typeof text> =>
	text('Entra Device ID', wire, {
		name: 'entraDeviceId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'The azureADDeviceId that Device: Get Many gives. The Intune ID of the device does not work here.',
	});

export const device = resource('Device', 'device', 'getMany', {
	getMany: read('ListDevices', {
		name: 'Get Many',
		action: 'Get many devices',
		help: "Lists the devices that a tenant's Intune manages. An empty list is no proof that there are none.",
		role: 'Endpoint.Device.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'id',
			'azureADDeviceId',
			'deviceName',
			'serialNumber',
			'userPrincipalName',
			'operatingSystem',
			'osVersion',
			'complianceState',
			'managedDeviceOwnerType',
			'manufacturer',
			'model',
			'enrolledDateTime',
			'lastSyncDateTime',
			'isEncrypted',
		),
	}),

	get: read('ListDeviceDetails', {
		name: 'Get',
		action: 'Get device',
		help: 'Reads one device with its detected apps, compliance policies and groups',
		role: 'Identity.Device.Read',
		tenant: inQuery(),
		fields: [theDevice('DeviceID')],
		answer: row('There is no such device in this tenant'),
	}),

	getByName: read('ListDeviceDetails', {
		name: 'Get by Name',
		action: 'Get device by name',
		help: 'Reads one device found by its name. When several have the name, none is found.',
		role: 'Identity.Device.Read',
		tenant: inQuery(),
		fields: [
			text('Device Name', 'DeviceName', {
				required: true,
				placeholder: 'e.g. LAPTOP-042',
				help: 'The whole name as Intune shows it, without quotes',
			}),
		],
		answer: row('No device, or more than one, has this name'),
	}),

	getBySerialNumber: read('ListDeviceDetails', {
		name: 'Get by Serial Number',
		action: 'Get device by serial number',
		help: 'Reads one device found by the serial number on its case. When two entries share it, none is found.',
		role: 'Identity.Device.Read',
		tenant: inQuery(),
		fields: [
			text('Serial Number', 'DeviceSerial', {
				required: true,
				placeholder: 'e.g. 5CG1234XYZ',
				help: 'The whole serial number, without quotes',
			}),
		],
		answer: row('No device, or more than one, has this serial number'),
	}),

	getLighthouseCompliance: read('ListAllTenantDeviceCompliance', {
		name: 'Get Lighthouse Compliance',
		action: 'Get lighthouse compliance of devices',
		help: 'Lists compliance states from Microsoft 365 Lighthouse. CIPP 10.8 seems to answer that there is no data even when there is.',
		role: 'Tenant.DeviceCompliance.Read',
		tenant: inQuery('tenantFilter', { form: 'customerId', allTenants: true }),
		fields: [],
		answer: rows(
			'id',
			'managedDeviceId',
			'managedDeviceName',
			'organizationId',
			'tenantDisplayName',
			'complianceStatus',
			'osDescription',
			'ownerType',
			'lastSyncDateTime',
		),
	}),

	sync: deviceAction('syncDevice', {
		name: 'Sync',
		action: 'Sync device',
		help: 'Asks the device to check in with Intune and fetch its policies and apps',
	}),

	reboot: deviceAction('rebootNow', {
		name: 'Reboot',
		action: 'Reboot device',
		help: 'Restarts the device as soon as it is reached. Unsaved work of the person is lost.',
	}),

	shutDown: deviceAction('shutDown', {
		name: 'Shut Down',
		action: 'Shut down device',
		help: 'Switches the device off. Somebody has to switch it on again by hand.',
	}),

	locate: deviceAction('locateDevice', {
		name: 'Locate',
		action: 'Locate device',
		help: 'Asks the device where it is. The place appears in Intune, not in this answer.',
	}),

	lock: deviceAction('remoteLock', {
		name: 'Lock',
		action: 'Lock device',
		help: 'Locks the screen of a phone, tablet or Mac until its passcode is entered',
	}),

	rename: deviceAction('setDeviceName', {
		name: 'Rename',
		action: 'Rename device',
		help: 'Gives the device another name. Windows takes it over at the next restart.',
		fields: [
			text('New Name', 'input', {
				name: 'newDeviceName',
				required: true,
				placeholder: 'e.g. LAPTOP-%SERIAL%',
				help: 'Up to 15 characters. %SERIAL% becomes the serial number; a name made with a % variable is cut to 15.',
			}),
		],
	}),

	setPrimaryUser: deviceAction('users', {
		name: 'Set Primary User',
		action: 'Set primary user of device',
		help: 'Makes a person the main user of the device in Intune, instead of the present one',
		fields: [theUserId('user', { form: 'labelValue' })],
		answer: outcome(),
	}),

	rotateLocalAdminPassword: deviceAction('rotateLocalAdminPassword', {
		name: 'Rotate Local Admin Password',
		action: 'Rotate local admin password of device',
		help: 'Has Windows LAPS set a new password for the local administrator at the next check-in',
	}),

	rotateBitLockerKey: deviceAction('rotateBitLockerKeys', {
		name: 'Rotate BitLocker Key',
		action: 'Rotate bitlocker key of device',
		help: 'Has Windows replace the recovery key of its disks and store the new one',
	}),

	rotateFileVaultKey: deviceAction('rotateFileVaultKey', {
		name: 'Rotate FileVault Key',
		action: 'Rotate filevault key of device',
		help: 'Has a Mac replace the recovery key of its disk and store the new one',
	}),

	scanWithDefender: deviceAction('windowsDefenderScan', {
		name: 'Scan With Defender',
		action: 'Scan device with defender',
		help: 'Starts a search for malware on a Windows device',
		isOpen: true,
		fields: [
			onOff('Quick Scan', 'quickScan', {
				required: true,
				help: 'Whether to look only where malware usually sits. Off scans every disk, which takes hours.',
			}),
		],
	}),

	updateDefender: deviceAction('windowsDefenderUpdateSignatures', {
		name: 'Update Defender Signatures',
		action: 'Update defender signatures of device',
		help: 'Has a Windows device fetch the newest malware definitions',
	}),

	collectDiagnostics: deviceAction('createDeviceLogCollectionRequest', {
		name: 'Collect Diagnostics',
		action: 'Collect diagnostics of device',
		help: 'Has a Windows device gather its logs and upload them to Intune, where they can be downloaded',
	}),

	freshStart: devastatingAction('cleanWindowsDevice', {
		name: 'Fresh Start',
		action: 'Fresh start device',
		help: 'Reinstalls Windows without the apps that the manufacturer or the person has added',
		isOpen: true,
		warns:
			'Removes all installed apps from the device, and the personal files too unless they are kept.',
		fields: [
			decide('Keep User Data', 'keepUserData', {
				help: 'Whether to keep the files in the home folders. Off deletes them for good.',
			}),
		],
	}),

	retire: devastatingAction('retire', {
		name: 'Retire',
		action: 'Retire device',
		help: 'Takes company data and management off the device and leaves private data on it',
		warns:
			'Removes company apps, data and settings at the next check-in. It has to be enrolled again.',
	}),

	autopilotReset: devastatingAction(
		'wipe',
		{
			name: 'Autopilot Reset',
			action: 'Autopilot reset device',
			help: 'Empties a Windows device for the next person and keeps it joined and enrolled',
			isOpen: true,
			warns: 'Deletes all files, apps and profiles of the people who used the device.',
		},
		{ keepUserData: false, keepEnrollmentData: true },
	),

	wipe: devastatingAction('wipe', {
		name: 'Wipe',
		action: 'Wipe device',
		help: 'Sets the device back to how it left the factory. What is not kept cannot be brought back.',
		isOpen: true,
		warns: 'Erases the device at its next check-in. It leaves Intune unless enrollment is kept.',
		fields: [
			toggle('Keep User Data', 'keepUserData', {
				name: 'keepDataInWipe',
				optional: true,
				help: 'Whether to keep the accounts and files of the people on a Windows device',
			}),
			toggle('Keep Enrollment Data', 'keepEnrollmentData', {
				optional: true,
				help: 'Whether a Windows device stays enrolled in Intune',
			}),
			toggle('Protected Wipe', 'useProtectedWipe', {
				optional: true,
				help: 'Whether a Windows device goes on until it is empty, even after a power cut. It may be unable to start afterwards.',
			}),
			toggle('Keep eSIM Plan', 'persistEsimDataPlan', {
				optional: true,
				help: 'Whether the mobile data plan of the device is kept',
			}),
			text('Unlock Code', 'macOsUnlockCode', {
				optional: true,
				isSecret: true,
				placeholder: 'e.g. 123456',
				help: 'Six digits that a Mac asks for after the wipe. Only for Macs.',
			}),
		],
	}),

	delete: devastatingAction('delete', {
		name: 'Delete',
		action: 'Delete device',
		help: 'Removes the device from Intune. Its Entra device stays: see Entra Device.',
		warns:
			'Microsoft also retires the device when it next checks in, which takes company data off it.',
		answer: outcome({ silenceIsSuccess: true }),
	}),

	runOtherAction: destroy('ExecDeviceAction', {
		name: 'Run Other Action',
		action: 'Run other action on device',
		help: 'Sends any further action that Microsoft Graph knows for managed devices, such as enableLostMode',
		role: 'Endpoint.MEM.ReadWrite',
		does: 'any other',
		tenant: inBody(),
		isOpen: true,
		warns:
			'CIPP checks nothing here: the action runs as it is written, also one that erases the device.',
		fields: [
			theDevice('GUID'),
			text('Graph Action', 'Action', {
				required: true,
				placeholder: 'e.g. disableLostMode',
				help: 'Name of the action as in the address at Microsoft Graph. What it needs goes into Additional Fields.',
			}),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	resetPasscode: passcodeAction('resetPasscode', {
		name: 'Reset Passcode',
		action: 'Reset passcode of device',
		help: 'Sets a new passcode on a phone or tablet. The answer holds it where Microsoft gives it at once.',
	}),

	removePasscode: passcodeAction('removeDevicePasscode', {
		name: 'Remove Passcode',
		action: 'Remove passcode of device',
		help: 'Takes the passcode off a phone or tablet, so that anybody who holds it gets in',
	}),

	getLocalAdminPassword: read('ExecGetLocalAdminPassword', {
		name: 'Get Local Admin Password',
		action: 'Get local admin password of device',
		help: 'Reads the latest password that Windows LAPS has stored for the local administrator',
		role: 'Endpoint.Device.Read',
		method: 'POST',
		tenant: inBody('TenantFilter'),
		fields: [entraDeviceId('guid')],
		answer: outcome({ failing: [/^no laps\b/i] }),
		secret: inSentences,
	}),
});
