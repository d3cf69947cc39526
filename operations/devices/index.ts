import { autopilotDevice } from './autopilot-device';
import { autopilotProfile, enrollmentStatusPage } from './autopilot-profile';
import { defender } from './defender';
import { device } from './device';
import { enrollmentProfile } from './enrollment-profile';
import { entraDevice } from './entra-device';
import { intunePolicy } from './intune-policy';
import { recoveryKey } from './recovery-key';
import { opensAt, type Resource } from '../vocabulary';

/** Devices, how they come into Intune, and what Intune does with them. */
export const devices: Resource[] = opensAt(device, [
	autopilotDevice,
	autopilotProfile,
	defender,
	enrollmentProfile,
	enrollmentStatusPage,
	entraDevice,
	intunePolicy,
	recoveryKey,
	device,
]);
