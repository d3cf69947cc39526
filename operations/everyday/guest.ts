import {
	change,
	graphRow,
	inBody,
	multiline,
	outcome,
	readBefore,
	resource,
	text,
	toggle,
} from '../vocabulary';

export const guest = resource('Guest', 'guest', 'invite', {
	invite: change('AddGuest', {
		name: 'Invite',
		action: 'Invite guest',
		help: 'Adds somebody from outside to the tenant, with or without an invitation mail',
		role: 'Identity.User.ReadWrite',
		tenant: inBody(),
		fields: [
			text('Email', 'mail', {
				required: true,
				placeholder: 'e.g. jane@example.com',
				help: 'Address outside the tenant with which the guest signs in',
			}),
			toggle('Send Invitation', 'sendInvite', {
				help: 'Whether Microsoft mails the invitation. Off adds the guest silently.',
			}),
			text('Display Name', 'displayName', {
				optional: true,
				placeholder: 'e.g. Jane Doe (Example)',
				help: 'The name in the address list',
			}),
			multiline('Message', 'message', {
				optional: true,
				placeholder: 'e.g. Welcome to our project site',
				help: 'Words of your own in the invitation mail',
			}),
			text('Redirect URL', 'redirectUri', {
				optional: true,
				placeholder: 'e.g. https://contoso.sharepoint.com',
				help: "Where the invitation leads. Empty means Microsoft's list of apps.",
			}),
		],
		answer: outcome(),
		look: readBefore(
			graphRow(
				{ path: 'users', filter: "mail eq '{mail}'", select: ['id', 'mail', 'userType'] },
				{ mail: '{mail}' },
				{ userType: 'Guest' },
			),
		),
	}),
});
