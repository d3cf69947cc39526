import type { Snapshot } from '../person/snapshot-shape';
import { namesIn } from './vocabulary/before';
import { onOff } from './vocabulary/kinds';
import { none } from './vocabulary/proof';
import { step } from './vocabulary/step';
import { takesAll } from './vocabulary/will';

const devices = ({ mobileDevices }: Snapshot) => mobileDevices;

export const removeMobile = step('RemoveMobile', {
	label: 'Remove Mobile Devices',
	help: 'Whether to remove the phones that sync the mailbox. They are not wiped.',
	place: 180,
	field: onOff,
	profiles: { standard: true, immediate: true, contractor: true, litigation: true },

	command: 'Remove-CIPPMobileDevice',
	done: [/^Successfully removed \d+ mobile devices for /],
	failed: [/^Failed to remove (all )?mobile devices for /],
	partly: [/^Failed to remove all mobile devices for .*Successfully removed [1-9]/],

	before: namesIn(devices, 'mobile device', ({ name }) => name),
	will: takesAll('removes', devices, 'mobile device', ({ name }) => name),

	isTrue: async ({ state }) =>
		none(await state.mobileDevices(), 'mobile device', 'deviceFriendlyName'),
});
