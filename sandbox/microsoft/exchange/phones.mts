import { noSuchRecipient } from '../errors.mts';
import { exchangeRecipient } from '../state/lookup.mts';
import type { MobileDevice } from '../state/tenant.mts';
import type { Cmdlet } from './cmdlet.mts';

export const phones: Record<string, Cmdlet> = {
	'Get-MobileDevice': ({ tenant }, parameters) =>
		exchangeRecipient(tenant, parameters.text('Mailbox')).mailbox.mobileDevices.map((phone) => ({
			Identity: phone.guid,
			Guid: phone.guid,
			FriendlyName: phone.friendlyName,
			DeviceId: phone.deviceId,
			DeviceModel: phone.model,
			DeviceOS: phone.os,
			DeviceType: phone.type,
			ClientType: phone.clientType,
		})),
	'Get-MobileDeviceStatistics': ({ tenant }, parameters) =>
		exchangeRecipient(tenant, parameters.text('Mailbox')).mailbox.mobileDevices.map(
			phoneStatistics,
		),
	'Remove-MobileDevice': ({ tenant }, parameters) => {
		const guid = parameters.text('Identity');
		const owner = tenant.users.find(({ mailbox }) =>
			mailbox?.mobileDevices.some((phone) => phone.guid === guid),
		);
		if (!owner?.mailbox) throw noSuchRecipient(guid);
		owner.mailbox.mobileDevices = owner.mailbox.mobileDevices.filter(
			(phone) => phone.guid !== guid,
		);
	},
};

function phoneStatistics(phone: MobileDevice): Record<string, unknown> {
	return {
		ClientType: phone.clientType,
		ClientVersion: '1.0',
		DeviceAccessState: phone.accessState ?? 'Allowed',
		DeviceFriendlyName: phone.friendlyName,
		DeviceModel: phone.model,
		DeviceOS: phone.os,
		DeviceType: phone.type,
		FirstSyncTime: phone.firstSync,
		LastSyncAttemptTime: phone.lastSync,
		LastSuccessSync: phone.lastSync,
		Status: 'DeviceOk',
		DeviceID: phone.deviceId,
		Guid: phone.guid,
	};
}
