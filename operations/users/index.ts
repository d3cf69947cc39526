import { guestUser, userPassword } from './account-details';
import { groupContact, groupDevice, groupLicense } from './group-details';
import { groupTemplate } from './group-template';
import { jitAdminTemplate } from './jit-admin-template';
import { mfaMethod, preference, userAlias, userImport, userPhoto } from './user-details';
import { userTemplate } from './user-template';
import { opensAt, type Resource } from '../vocabulary';

/** What is seldom needed about people and groups: templates, aliases, photos, bulk creation. */
export const userLifecycle: Resource[] = opensAt(userAlias, [
	groupContact,
	groupDevice,
	groupLicense,
	groupTemplate,
	guestUser,
	jitAdminTemplate,
	mfaMethod,
	preference,
	userImport,
	userPassword,
	userPhoto,
	userTemplate,
	userAlias,
]);
