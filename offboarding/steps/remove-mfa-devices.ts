import { isRead, type Part } from '../person/part';
import type { Snapshot } from '../person/snapshot-shape';
import { namesIn } from './vocabulary/before';
import { onOff } from './vocabulary/kinds';
import { none } from './vocabulary/proof';
import { step } from './vocabulary/step';
import { takesAll } from './vocabulary/will';

const methods = ({ authenticationMethods: all }: Snapshot): Part<string[]> =>
	isRead(all) ? all.filter((kind) => kind !== 'password') : all;

export const removeMfaDevices = step('RemoveMFADevices', {
	label: 'Remove MFA Methods',
	help: 'Whether to remove every sign-in method but the password',
	place: 40,
	field: onOff,
	profiles: { immediate: true, contractor: true },

	command: 'Remove-CIPPUserMFA',
	done: [
		/^Successfully removed MFA methods? \([^)]*\) for user (?!.*However, failed)/,
		/^No MFA methods found for user /,
	],
	failed: [/^Failed to (remove|get) MFA methods?/],
	partly: [/Successfully removed MFA methods?.*However, failed to remove/],

	before: namesIn(methods, 'sign-in method', (kind) => kind),
	will: takesAll('removes', methods, 'sign-in method', (kind) => kind),

	isTrue: async ({ state }) => {
		const left = (await state.authenticationMethods()).filter(
			(row) => !/passwordAuthenticationMethod/i.test(String(row['@odata.type'] ?? '')),
		);
		return none(left, 'sign-in method', '@odata.type');
	},
});
