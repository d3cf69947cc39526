import { isRead } from '../person/part';
import { of } from './vocabulary/before';
import { onOff } from './vocabulary/kinds';
import { notReadable } from './vocabulary/proof';
import { step } from './vocabulary/step';

export const disableOnedriveSharing = step('DisableOneDriveSharing', {
	label: 'Disable OneDrive Sharing',
	help: 'Whether to end all sharing from the OneDrive',
	place: 150,
	field: onOff,
	profiles: { immediate: true },

	command: 'Set-CIPPOneDriveSharing',
	done: [/^Successfully set OneDrive sharing to 'Disabled' for /],
	failed: [/^Failed to set OneDrive sharing for /],

	before: of('oneDrive', ({ url }) => `${url}, sharing not known`),
	will: ({ oneDrive }) =>
		!isRead(oneDrive) && oneDrive.absent
			? 'there is no OneDrive'
			: 'ends all sharing from the OneDrive',

	isTrue: async () => notReadable('CIPP has no reading that shows how a OneDrive is shared'),
});
