import { contact, contactTemplate } from './contact';
import { highVolumeEmail } from './high-volume-email';
import { equipment, room, roomListResource } from './room';
import { globalAddressList, sharedMailbox } from './shared-mailbox';
import { opensAt, type Resource } from '../vocabulary';

/** Who and what stands in the address list without being a user. */
export const recipients: Resource[] = opensAt(contact, [
	contactTemplate,
	equipment,
	globalAddressList,
	highVolumeEmail,
	room,
	roomListResource,
	sharedMailbox,
	contact,
]);
