import { entraDeviceId } from './device';
import {
	inSentences,
	inBody,
	inQuery,
	outcome,
	read,
	resource,
	rows,
	text,
	theDevice,
	type Declaration,
	type Operation,
} from '../vocabulary';

/** No key is no success: whoever asks for one needs it. */
const getKey = (
	type: string,
	declaration: Pick<Declaration, 'name' | 'action' | 'help' | 'fields'>,
): Operation =>
	read('ExecGetRecoveryKey', {
		...declaration,
		role: 'Endpoint.Device.Read',
		method: 'POST',
		tenant: inBody(),
		fixed: { body: { RecoveryKeyType: type } },
		answer: outcome({ failing: [/^no (bitlocker|filevault|bios)\b/i] }),
		secret: inSentences,
	});

const search = (declaration: Pick<Declaration, 'name' | 'action' | 'help' | 'fields'>): Operation =>
	read('ExecBitlockerSearch', {
		...declaration,
		role: 'Endpoint.Device.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		omits: { limit: 'Limit of the list cuts it as well' },
		answer: rows(
			'tenant',
			'keyId',
			'createdDateTime',
			'volumeType',
			'deviceId',
			'deviceName',
			'operatingSystem',
			'osVersion',
			'lastSignIn',
			'accountEnabled',
			'deviceFound',
			'timestamp',
		),
	});

export const recoveryKey = resource('Recovery Key', 'recoveryKey', 'getBitLocker', {
	getBitLocker: getKey('BitLocker', {
		name: 'Get BitLocker Key',
		action: 'Get bitlocker recovery key',
		help: 'Reads what unlocks the disks of a Windows device, one message for each key. CIPP logs who asked.',
		fields: [entraDeviceId('GUID')],
	}),

	getFileVault: getKey('FileVault', {
		name: 'Get FileVault Key',
		action: 'Get filevault recovery key',
		help: 'Reads what unlocks the disk of a Mac. CIPP logs who asked.',
		fields: [theDevice('GUID')],
	}),

	getBiosPassword: getKey('BiosPassword', {
		name: 'Get BIOS Password',
		action: 'Get BIOS password as recovery key',
		help: 'Reads the firmware password that Intune manages for a device. CIPP logs who asked.',
		fields: [theDevice('GUID')],
	}),

	findByKey: search({
		name: 'Find by Key ID',
		action: 'Find recovery key by its ID',
		help: "Tells to which device a BitLocker key ID belongs, from last night's cache. The key itself is not in it.",
		fields: [
			text('Key ID', 'keyId', {
				required: true,
				placeholder: 'e.g. 1C2D3E4F',
				help: 'The ID on the recovery screen. The first eight characters are enough.',
			}),
		],
	}),

	findByDevice: search({
		name: 'Find by Device',
		action: 'Find recovery keys by device',
		help: "Lists the IDs of a device's BitLocker keys, from last night's cache. New keys are missing.",
		fields: [entraDeviceId('deviceId')],
	}),
});
