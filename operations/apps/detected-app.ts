import { inQuery, read, resource, rows, text, theDevice, toggle } from '../vocabulary';

const columns = [
	'id',
	'displayName',
	'version',
	'publisher',
	'platform',
	'deviceCount',
	'sizeInByte',
	'managedDevices',
];

export const detectedApp = resource('Detected App', 'detectedApp', 'getMany', {
	getMany: read('ListDetectedApps', {
		name: 'Get Many',
		action: 'Get many detected apps',
		help: "Lists the software that Intune has found on a tenant's devices",
		role: 'Identity.Device.Read',
		tenant: inQuery(),
		fields: [
			toggle('Include Devices', 'includeDevices', {
				optional: true,
				help: 'Whether to add the devices to each app. Slow: CIPP asks once for every app.',
			}),
		],
		answer: rows(...columns),
	}),

	getManyOfDevice: read('ListDetectedApps', {
		name: 'Get Many of Device',
		action: 'Get many detected apps of device',
		help: 'Lists the software that Intune has found on one device',
		role: 'Identity.Device.Read',
		tenant: inQuery(),
		fields: [theDevice('DeviceID')],
		answer: rows(...columns),
	}),

	getDevices: read('ListDetectedAppDevices', {
		name: 'Get Devices',
		action: 'Get devices of detected app',
		help: 'Lists the devices on which a piece of software was found',
		role: 'Identity.Device.Read',
		tenant: inQuery(),
		fields: [
			text('Detected App ID', 'AppID', {
				name: 'detectedAppId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f',
				help: 'ID of the software, as Get Many gives it',
			}),
		],
		answer: rows('id', 'deviceName', 'userPrincipalName', 'operatingSystem', 'osVersion'),
	}),
});
