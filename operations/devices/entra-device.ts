import {
	contain,
	change,
	destroy,
	inBody,
	outcome,
	resource,
	text,
	type DeclaredField,
} from '../vocabulary';

const objectId = (): DeclaredField =>
	text('Entra Object ID', 'ID', {
		name: 'entraObjectId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'Object ID of the device in Entra ID, as User: Get Devices gives it. Neither its device ID nor its Intune ID.',
	});

export const entraDevice = resource('Entra Device', 'entraDevice', 'enable', {
	enable: change('ExecDeviceDelete', {
		name: 'Enable',
		action: 'Enable entra device',
		help: 'Lets a blocked device sign in again',
		role: 'Identity.Device.ReadWrite',
		tenant: inBody(),
		fixed: { body: { action: 'Enable' } },
		fields: [objectId()],
		answer: outcome(),
	}),

	disable: contain('ExecDeviceDelete', {
		name: 'Disable',
		action: 'Disable entra device',
		help: 'Blocks the device, so that nobody reaches company data from it',
		role: 'Identity.Device.ReadWrite',
		tenant: inBody(),
		fixed: { body: { action: 'Disable' } },
		fields: [objectId()],
		answer: outcome(),
	}),

	delete: destroy('ExecDeviceDelete', {
		name: 'Delete',
		action: 'Delete entra device',
		help: 'Removes the device from Entra ID. Its Intune entry stays: see Device.',
		role: 'Identity.Device.ReadWrite',
		tenant: inBody(),
		fixed: { body: { action: 'Delete' } },
		warns: 'Also deletes the BitLocker keys that are stored with the device. Read them first.',
		fields: [objectId()],
		answer: outcome(),
	}),
});
