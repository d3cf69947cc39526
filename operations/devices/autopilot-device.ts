import {
	change,
	destroy,
	inBody,
	inQuery,
	inSteps,
	json,
	outcome,
	read,
	resource,
	rows,
	text,
	type DeclaredField,
} from '../vocabulary';

const autopilotId = (wire: string): DeclaredField =>
	text('Autopilot Device ID', wire, {
		name: 'autopilotDeviceId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'The ID that Autopilot Device: Get Many gives. Neither the Intune nor the Entra ID works here.',
	});

const serialNumber = (): DeclaredField =>
	text('Serial Number', 'serialNumber', {
		optional: true,
		placeholder: 'e.g. 5CG1234XYZ',
		help: "Stands only in CIPP's answer and log. Empty leaves it out of them.",
	});

export const autopilotDevice = resource('Autopilot Device', 'autopilotDevice', 'getMany', {
	getMany: read('ListAPDevices', {
		name: 'Get Many',
		action: 'Get many autopilot devices',
		help: 'Lists the devices that are registered for Windows Autopilot',
		role: 'Endpoint.Autopilot.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'id',
			'serialNumber',
			'manufacturer',
			'model',
			'displayName',
			'groupTag',
			'userPrincipalName',
			'enrollmentState',
			'deploymentProfileAssignmentStatus',
			'managedDeviceId',
			'azureActiveDirectoryDeviceId',
			'lastContactedDateTime',
		),
	}),

	import: change('AddAPDevice', {
		name: 'Import',
		action: 'Import autopilot devices',
		help: 'Registers devices through Partner Center. CIPP waits a few seconds only: an error can mean that it still goes on.',
		role: 'Endpoint.Autopilot.ReadWrite',
		tenant: inBody('TenantFilter', { form: 'labelValue' }),
		fields: [
			json('Devices (JSON)', 'autopilotData', {
				name: 'autopilotData',
				required: true,
				placeholder:
					'e.g. [{"SerialNumber":"5CG1234XYZ","oemManufacturerName":"HP","modelName":"EliteBook 840","productKey":"","hardwareHash":""}]',
				help: 'List of devices: serial number with manufacturer and model, or the product key, or the hardware hash',
			}),
			text('Batch Name', 'Groupname', {
				optional: true,
				placeholder: 'e.g. order-4711',
				help: 'Batch to put them in; an existing one gets these devices added. No quotes. Empty makes a random name.',
			}),
		],
		answer: inSteps(outcome(), 'the Autopilot devices of the tenant'),
	}),

	assignUser: change('ExecAssignAPDevice', {
		name: 'Assign User',
		action: 'Assign user to autopilot device',
		help: 'Names the person who is greeted when the device is first switched on',
		role: 'Endpoint.Autopilot.ReadWrite',
		tenant: inBody(),
		fixed: { body: { user: { value: 'addedFields' } } },
		fields: [
			autopilotId('device'),
			text('User Principal Name', 'user.addedFields.userPrincipalName', {
				name: 'assignedUser',
				required: true,
				placeholder: 'e.g. jane@contoso.com',
				help: 'Sign-in name of the person. An object ID does not work here.',
			}),
			text('Greeting Name', 'user.addedFields.addressableUserName', {
				name: 'greetingName',
				required: true,
				placeholder: 'e.g. Jane Doe',
				help: 'The name on the welcome screen',
			}),
			serialNumber(),
		],
		answer: outcome(),
	}),

	rename: change('ExecRenameAPDevice', {
		name: 'Rename',
		action: 'Rename autopilot device',
		help: 'Sets the name that the device gets when it is set up with Autopilot',
		role: 'Endpoint.Autopilot.ReadWrite',
		tenant: inBody(),
		fields: [
			autopilotId('deviceId'),
			text('New Name', 'displayName', {
				name: 'newDeviceName',
				required: true,
				placeholder: 'e.g. LAPTOP-042',
				help: 'Up to 15 letters, digits and hyphens, and not digits alone',
			}),
			serialNumber(),
		],
		answer: outcome(),
	}),

	setGroupTag: change('ExecSetAPDeviceGroupTag', {
		name: 'Set Group Tag',
		action: 'Set group tag of autopilot device',
		help: 'Changes the tag by which dynamic groups and profiles pick the device',
		role: 'Endpoint.Autopilot.ReadWrite',
		tenant: inBody(),
		fields: [
			autopilotId('deviceId'),
			text('Group Tag', 'groupTag', {
				required: true,
				placeholder: 'e.g. Sales',
				help: 'The new tag, up to 128 characters',
			}),
			serialNumber(),
		],
		answer: outcome(),
	}),

	clearGroupTag: change('ExecSetAPDeviceGroupTag', {
		name: 'Clear Group Tag',
		action: 'Clear group tag of autopilot device',
		help: 'Takes the tag away, and with it the place in groups that go by the tag',
		role: 'Endpoint.Autopilot.ReadWrite',
		tenant: inBody(),
		fixed: { body: { groupTag: '' } },
		fields: [autopilotId('deviceId'), serialNumber()],
		answer: outcome(),
	}),

	sync: change('ExecSyncAPDevices', {
		name: 'Sync',
		action: 'Sync autopilot devices',
		help: 'Has Intune fetch the registered devices again. Microsoft refuses within ten minutes of the last time.',
		role: 'Endpoint.Autopilot.ReadWrite',
		tenant: inBody(),
		fields: [],
		answer: outcome({ onlyQueues: true }),
	}),

	delete: destroy('RemoveAPDevice', {
		name: 'Delete',
		action: 'Delete autopilot device',
		help: 'Takes the device out of Windows Autopilot and starts a sync. An error can come from that sync alone: look whether it is gone.',
		role: 'Endpoint.Autopilot.ReadWrite',
		tenant: inBody(),
		fields: [autopilotId('ID')],
		answer: inSteps(outcome(), 'the Autopilot devices of the tenant'),
	}),
});
