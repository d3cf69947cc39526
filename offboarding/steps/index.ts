import { InvalidOrder } from '../invalid-order';
import { accessAutomap } from './access-automap';
import { accessNoAutomap } from './access-no-automap';
import { accessSendAs } from './access-send-as';
import { accessSendOnBehalf } from './access-send-on-behalf';
import { clearImmutableId } from './clear-immutable-id';
import { convertToShared } from './convert-to-shared';
import { deleteUser } from './delete-user';
import { disableForwarding } from './disable-forwarding';
import { disableOnedriveSharing } from './disable-onedrive-sharing';
import { disableSignIn } from './disable-sign-in';
import { forward } from './forward';
import { hideFromGal } from './hide-from-gal';
import { onedriveAccess } from './onedrive-access';
import { outOfOffice } from './out-of-office';
import { removeCalendarInvites } from './remove-calendar-invites';
import { removeCalendarPermissions } from './remove-calendar-permissions';
import { removeGroups } from './remove-groups';
import { removeLicenses } from './remove-licenses';
import { removeMfaDevices } from './remove-mfa-devices';
import { removeMobile } from './remove-mobile';
import { removePermissions } from './remove-permissions';
import { removeRules } from './remove-rules';
import { removeTeamsPhoneDid } from './remove-teams-phone-did';
import { resetPassword } from './reset-password';
import { revokeSessions } from './revoke-sessions';
import type { Kind } from './vocabulary/kinds';
import type { DeclaredStep } from './vocabulary/step';

/** The steps in the order in which CIPP runs them. */
const inOrder = [
	revokeSessions,
	resetPassword,
	disableSignIn,
	hideFromGal,
	removeGroups,
	removeRules,
	removeMobile,
	removeCalendarInvites,
	outOfOffice,
	forward,
	disableForwarding,
	onedriveAccess,
	disableOnedriveSharing,
	accessNoAutomap,
	accessAutomap,
	accessSendAs,
	accessSendOnBehalf,
	removePermissions,
	removeCalendarPermissions,
	convertToShared,
	removeMfaDevices,
	removeTeamsPhoneDid,
	removeLicenses,
	clearImmutableId,
	deleteUser,
] as const;

type Declared = (typeof inOrder)[number];

/** A step of an offboarding, by the name of the option that asks CIPP for it. */
export type StepName = Declared['name'];

export type Step = DeclaredStep<StepName>;

/** What asks CIPP for each step. */
export type StepOptions = {
	[One in Declared as One['name']]?: One['field'] extends Kind<infer Value> ? Value : never;
};

/** In the order in which CIPP runs them. */
export const steps: readonly Step[] = inOrder;

/** In the order in which people see them. */
export const stepsAsShown: readonly Step[] = [...inOrder].sort((a, b) => a.place - b.place);

/** @throws {InvalidOrder} for a name that stands in a document of another version of this package */
export function stepCalled(name: string): Step {
	const found = steps.find((step) => step.name === name);
	if (found) return found;
	throw new InvalidOrder(
		'step',
		`There is no step "${name}" of an offboarding`,
		'Update this package, or leave that step out.',
	);
}
