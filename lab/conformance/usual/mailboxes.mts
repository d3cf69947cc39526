import type { Usual } from '../request.mts';
import { freshId, named, neverSynced, tenantFilter, type Cast } from './cast.mts';

/** What is read of mailboxes. */
export const mailboxes = ({ megan, lee, person }: Cast): Usual[] => {
	const { userPrincipalName } = megan;
	const miriam = person('miriam.graham');
	return [
		{
			endpoint: 'ListUserMailboxDetails',
			query: { tenantFilter, UserID: megan.id, userMail: userPrincipalName },
			person: ['UserID'],
			also: {
				'with an archive': {
					query: { tenantFilter, UserID: miriam.id, userMail: miriam.userPrincipalName },
				},
				'with forwarding': {
					query: { tenantFilter, UserID: person('pradeep.gupta').id, userMail: 'x' },
				},
				'without a mailbox': {
					query: { tenantFilter: 'fabrikam.example', UserID: 'raul.razo@fabrikam.example' },
				},
			},
		},
		{
			endpoint: 'ListMailboxes',
			query: { tenantFilter },
			also: {
				shared: { query: { tenantFilter, RecipientTypeDetails: 'SharedMailbox' } },
				one: { query: { tenantFilter, Identity: userPrincipalName } },
				'unknown person': { query: { tenantFilter, Identity: 'nobody@contoso.example' } },
				report: { query: { tenantFilter, UseReportDB: 'true' } },
				'report of all tenants': { query: { tenantFilter: 'AllTenants', UseReportDB: 'true' } },
				'report never made': { query: { tenantFilter: neverSynced, UseReportDB: 'true' } },
			},
		},
		{
			endpoint: 'ListUserMailboxRules',
			query: { tenantFilter, UserID: megan.id, userEmail: userPrincipalName },
			person: ['UserID'],
			also: { 'person without rules': { query: { tenantFilter, UserID: lee.id } } },
		},
		{
			endpoint: 'ListOoO',
			query: { tenantFilter, userid: userPrincipalName },
			person: ['userid'],
		},
		{
			endpoint: 'ListMailboxMobileDevices',
			query: { tenantFilter, Mailbox: userPrincipalName },
			person: ['Mailbox'],
			also: {
				'person without devices': { query: { tenantFilter, Mailbox: lee.userPrincipalName } },
			},
		},
	];
};

/** What changes mailboxes. */
export const mailboxChanges = (cast: Cast): Usual[] => {
	const { megan, lidia, person } = cast;
	const one = { tenantFilter, ID: megan.userPrincipalName };
	const johanna = person('johanna.lorenz').userPrincipalName;
	return [
		{
			endpoint: 'ExecConvertMailbox',
			method: 'POST',
			body: { ...one, MailboxType: 'Shared' },
			person: ['ID'],
			also: {
				'as it is': { body: { ...one, MailboxType: 'Regular' } },
				'too large': { body: { tenantFilter, ID: johanna, MailboxType: 'Shared' } },
				'unknown type': { body: { ...one, MailboxType: 'Nice' } },
			},
		},
		{
			endpoint: 'ExecHideFromGAL',
			method: 'POST',
			body: { ...one, HideFromGAL: true },
			person: ['ID'],
			also: {
				show: { body: { ...one, HideFromGAL: false } },
				'text true': { body: { ...one, HideFromGAL: 'true' } },
				'neither true nor false': { body: { ...one, HideFromGAL: 'yes' } },
				'synced person': {
					body: { tenantFilter, ID: lidia.userPrincipalName, HideFromGAL: true },
				},
			},
		},
		forward(cast),
		outOfOffice(cast),
		...rules(cast),
		phone(cast),
	];
};

function forward({ megan, alex, person }: Cast): Usual {
	const one = { tenantFilter, userID: megan.userPrincipalName };
	const inside = { ...one, forwardOption: 'internalAddress' };
	return {
		endpoint: 'ExecEmailForward',
		method: 'POST',
		body: { ...inside, ForwardInternal: named(alex), KeepCopy: true },
		person: ['userID'],
		also: {
			outside: {
				body: { ...one, forwardOption: 'ExternalAddress', ForwardExternal: 'x@agency.example' },
			},
			off: {
				body: {
					tenantFilter,
					userID: person('pradeep.gupta').userPrincipalName,
					forwardOption: 'disabled',
				},
			},
			'to nobody': { body: inside },
			'to somebody unknown': { body: { ...inside, ForwardInternal: 'nobody@contoso.example' } },
			'unknown option': { body: { ...one, forwardOption: 'other' } },
		},
	};
}

function outOfOffice({ megan }: Cast): Usual {
	const one = { tenantFilter, userId: megan.userPrincipalName };
	return {
		endpoint: 'ExecSetOoO',
		method: 'POST',
		body: { ...one, AutoReplyState: 'Enabled', InternalMessage: 'in', ExternalMessage: 'out' },
		person: ['userId'],
		also: {
			scheduled: {
				body: {
					...one,
					AutoReplyState: { value: 'Scheduled' },
					input: 'both',
					StartTime: 1930000000,
					EndTime: 1930600000,
				},
			},
			'scheduled by ISO times': {
				body: {
					...one,
					AutoReplyState: 'Scheduled',
					InternalMessage: 'in',
					StartTime: '2031-05-06T07:08:00Z',
					EndTime: '2031-05-16T07:08:00Z',
				},
			},
			off: { body: { ...one, AutoReplyState: 'Disabled' } },
			'unknown state': { body: { ...one, AutoReplyState: 'On' } },
		},
	};
}

function rules({ megan, alex }: Cast): Usual[] {
	const [{ identity, name }] = megan.mailbox!.rules;
	const rule = { tenantFilter, ruleName: name, userPrincipalName: megan.userPrincipalName };
	const unknown = { ...rule, ruleId: `${megan.displayName}\\1` };
	const one = { ...rule, ruleId: ruleIdentity(megan.displayName, identity) };
	return [
		{
			endpoint: 'ExecRemoveMailboxRule',
			method: 'POST',
			body: one,
			person: ['userPrincipalName'],
			also: {
				'unknown rule': { body: unknown },
				"somebody else's rule": {
					body: { ...one, userPrincipalName: alex.userPrincipalName },
				},
			},
		},
		{
			endpoint: 'ExecSetMailboxRule',
			method: 'POST',
			body: { ...one, Disable: true },
			person: ['userPrincipalName'],
			also: {
				enable: { body: { ...one, Enable: true } },
				'text false': { body: { ...one, Enable: 'false', Disable: 'true' } },
				'unknown rule': { body: { ...unknown, Disable: true } },
			},
		},
	];
}

const ruleIdentity = (displayName: string, identity: string): string =>
	identity.includes('\\') ? identity : `${displayName}\\${identity}`;

function phone({ megan }: Cast): Usual {
	const [{ guid }] = megan.mailbox!.mobileDevices;
	const one = { tenantFilter, Userid: megan.userPrincipalName, guid, deviceid: 'd' };
	return {
		endpoint: 'ExecMailboxMobileDevices',
		query: { ...one, Delete: 'true' },
		changes: true,
		person: ['Userid'],
		also: {
			block: { query: { ...one, Quarantine: 'true' } },
			allow: { query: { ...one, Quarantine: 'false' } },
			'unknown phone': { query: { ...one, guid: freshId, Delete: 'true' } },
			'nothing to do': { query: one },
		},
	};
}
