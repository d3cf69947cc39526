import { deletedItem } from './deleted-item';
import { group } from './group';
import { guest } from './guest';
import { jitAdmin } from './jit-admin';
import { license } from './license';
import { role } from './role';
import { scheduledTask } from './scheduled-task';
import { signIn } from './sign-in';
import { tenant } from './tenant';
import { user } from './user';
import { opensAt, type Resource } from '../vocabulary';

/** Everyday work: tenants, people, groups, licenses, roles, scheduled tasks. */
export const everyday: Resource[] = opensAt(user, [
	tenant,
	group,
	guest,
	license,
	role,
	jitAdmin,
	scheduledTask,
	deletedItem,
	signIn,
	user,
]);
