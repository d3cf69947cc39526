import {
	editGroupOmits,
	groupKind,
	groupMembers,
	membersAre,
	membersAreGone,
	ownersAre,
	theEditedGroup,
} from '../fields/group-fields';
import { useReportDb } from '../fields/user-fields';
import {
	change,
	choice,
	decide,
	destroy,
	exchange,
	firstOf,
	gone,
	graphObject,
	graphRow,
	has,
	ifNotSent,
	ifSent,
	inBody,
	inExchange,
	inQuery,
	inSteps,
	json,
	list,
	multiline,
	oneMore,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	sent,
	slowly,
	text,
	theGroup,
	toggle,
	unless,
	words,
	type DeclaredField,
	type Look,
	type Wanted,
} from '../vocabulary';

const displayName = (): DeclaredField =>
	text('Display Name', 'displayName', {
		required: true,
		placeholder: 'e.g. Sales Team',
		help: 'Name of the group. CIPP counts a group of this name made less than ten minutes ago as success and adds none.',
	});

const description = (): DeclaredField =>
	text('Description', 'description', {
		optional: true,
		placeholder: 'e.g. Everybody in sales',
		help: 'What the group is for',
	});

const owners = (): DeclaredField =>
	list('Owners', 'owners', {
		optional: true,
		placeholder: 'e.g. jane@contoso.com',
		help: 'Who runs the group: user principal names or object IDs, separated by commas',
	});

const members = (): DeclaredField =>
	list('Members', 'members', {
		optional: true,
		placeholder: 'e.g. jane@contoso.com, john@contoso.com',
		help: 'Who belongs to the group: user principal names or object IDs, separated by commas',
	});

const disableNesting = (): DeclaredField =>
	toggle('Disable Nesting', 'disableNesting', {
		optional: true,
		help: 'Whether to forbid groups as members of the group',
	});

const mailNickname = (): DeclaredField =>
	text('Mail Nickname', 'username', {
		name: 'groupAlias',
		optional: true,
		placeholder: 'e.g. sales',
		help: 'Exchange alias of the group. Empty leaves it to CIPP.',
	});

const addressFields = (): DeclaredField[] => [
	text('Mail Nickname', 'username', {
		required: true,
		placeholder: 'e.g. sales',
		help: 'The part of the mail address before the @. Exchange calls a distribution list by it inside.',
	}),
	text('Domain', 'primDomain', {
		form: 'labelValue',
		optional: true,
		placeholder: 'e.g. contoso.com',
		help: 'The part of the mail address after the @. Empty takes Primary Email Address, else the default domain.',
	}),
	text('Primary Email Address', 'primaryEmailAddress', {
		optional: true,
		placeholder: 'e.g. sales@contoso.com',
		help: 'The whole mail address. Only used if Domain is empty.',
	}),
];

const allowExternal = (): DeclaredField =>
	toggle('Allow External Senders', 'allowExternal', {
		optional: true,
		help: 'Whether people outside the organization may write to the group',
	});

const exchangeGroupFields = (): DeclaredField[] => [
	displayName(),
	...addressFields(),
	description(),
	owners(),
	members(),
	multiline('Aliases', 'aliases', {
		optional: true,
		placeholder: 'e.g. sell@contoso.com',
		help: 'More mail addresses, one in each line. Commas do not work.',
	}),
	allowExternal(),
	toggle('Hide From Address List', 'hideFromGAL', {
		optional: true,
		help: 'Whether to keep the group out of the global address list',
	}),
];

const membershipRule = (help: string, example: string): DeclaredField =>
	multiline('Membership Rule', 'membershipRules', {
		required: true,
		placeholder: `e.g. ${example}`,
		help,
	});

const newGroup = {
	role: 'Identity.Group.ReadWrite',
	tenant: inBody(),
	answer: inSteps(outcome(), 'the groups of the tenant'),
};

/** CIPP says "created" and makes none where it made one of that name in the last ten minutes: counted. */
const newGroupIs = (columns: Record<string, Wanted>): Look =>
	oneMore(
		graphRow(
			{
				path: 'groups',
				filter: "displayName eq '{displayName}'",
				select: ['id', 'displayName', ...Object.keys(columns)],
			},
			{ displayName: '{displayName}' },
			columns,
		),
	);

/** The same in Exchange, by the address that was asked for. */
const newListIs = (command: string, columns: Record<string, Wanted> = {}): Look[] =>
	[
		exchange(command, { Identity: '{username}@{primDomain}' }, columns),
		ifNotSent('primDomain', exchange(command, { Identity: '{primaryEmailAddress}' }, columns)),
	].map(oneMore);

const not = (value: unknown): boolean => value !== true;

/** A setting of a group that has a mail address, where Exchange keeps it. */
const inExchangeGroup = (columns: Record<string, Wanted>): Look[] => [
	ifSent('GroupType', exchange('Get-UnifiedGroup', { Identity: '{ID}' }, columns), 'Microsoft 365'),
	unless(
		'GroupType',
		'Microsoft 365',
		exchange('Get-DistributionGroup', { Identity: '{ID}' }, columns),
	),
];

const editedGroup = {
	role: 'Identity.Group.ReadWrite',
	tenant: inBody(),
	omits: editGroupOmits,
	answer: inSteps(outcome(), 'the members, owners and settings of the group'),
};

const exchangeKinds = ['Distribution List', 'Mail-Enabled Security', 'Microsoft 365'];
const kindHelp = 'The groupType of Group: Get Many. CIPP refuses a wrong one.';

export const group = resource('Group', 'group', 'getMany', {
	getMany: read('ListGroups', {
		name: 'Get Many',
		action: 'Get many groups',
		help: 'Lists security groups, Microsoft 365 groups and distribution lists. For all tenants the rows come from the reporting database.',
		role: 'Identity.Group.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			toggle('Include Members', 'expandMembers', {
				optional: true,
				help: 'Whether to add the members as membersCsv, about 20 for each group. Wins over Include Owners.',
			}),
			toggle('Include Owners', 'expandOwners', {
				optional: true,
				help: 'Whether to add the owners as ownersCsv, about 20 for each group',
			}),
			useReportDb(),
		],
		answer: rows(
			'Tenant',
			'id',
			'displayName',
			'mail',
			'groupType',
			'calculatedGroupType',
			'description',
			'dynamicGroupBool',
			'teamsEnabled',
			'onPremisesSyncEnabled',
			'membersCsv',
			'ownersCsv',
		),
	}),

	get: read('ListGroups', {
		name: 'Get',
		action: 'Get group',
		help: 'Reads one group with its mail settings, and its members and owners if wanted',
		role: 'Identity.Group.Read',
		tenant: inQuery(),
		fields: [
			theGroup('groupID'),
			toggle('Include Members', 'members', {
				name: 'withMembers',
				optional: true,
				help: 'Whether to read the members. Without it the list stays empty.',
			}),
			toggle('Include Owners', 'owners', {
				name: 'withOwners',
				optional: true,
				help: 'Whether to read the owners. Without it the list stays empty.',
			}),
			groupKind(
				'groupType',
				['Microsoft 365', 'Distribution List', 'Mail-Enabled Security', 'Security'],
				'The groupType of Group: Get Many. Without the right one allowExternal is always true and the other mail settings are empty.',
				{ name: 'typeOfGroup', required: false, optional: true },
			),
		],
		answer: row('There is no such group in this tenant'),
	}),

	createSecurity: change('AddGroup', {
		...newGroup,
		name: 'Create Security Group',
		action: 'Create security group',
		help: 'Adds a group for access rights and licenses, without a mail address',
		fixed: { body: { groupType: 'generic' } },
		fields: [
			displayName(),
			description(),
			owners(),
			members(),
			disableNesting(),
			list('Licenses', 'licenses', {
				form: 'labelValues',
				optional: true,
				placeholder: 'e.g. 06ebc4ee-1bb5-47dd-8120-11324bc54e06',
				help: 'SKU IDs that the members get. CIPP says nothing if this fails.',
			}),
		],
		look: newGroupIs({ securityEnabled: true, mailEnabled: false }),
	}),

	createMailEnabledSecurity: change('AddGroup', {
		...newGroup,
		name: 'Create Mail-Enabled Security Group',
		action: 'Create mail enabled security group',
		help: 'Adds a group for access rights that also receives mail',
		fixed: { body: { groupType: 'security' } },
		fields: exchangeGroupFields(),
		look: newListIs('Get-DistributionGroup', {
			RecipientTypeDetails: 'MailUniversalSecurityGroup',
		}),
	}),

	createMicrosoft365: change('AddGroup', {
		...newGroup,
		name: 'Create Microsoft 365 Group',
		action: 'Create M365 group',
		help: 'Adds a group with mailbox and SharePoint site, which Create Team can turn into a team',
		fixed: { body: { groupType: 'm365' } },
		fields: [
			displayName(),
			mailNickname(),
			description(),
			owners(),
			members(),
			toggle('Subscribe Members', 'subscribeMembers', {
				optional: true,
				help: "Whether mail to the group also lands in the members' own inboxes",
			}),
			disableNesting(),
		],
		look: newGroupIs({ groupTypes: has('Unified') }),
	}),

	createRoleAssignable: change('AddGroup', {
		...newGroup,
		name: 'Create Role-Assignable Group',
		action: 'Create role assignable group',
		help: 'Adds a security group that can be given admin roles',
		fixed: { body: { groupType: 'azurerole' } },
		fields: [displayName(), description(), owners(), members(), disableNesting()],
		look: newGroupIs({ isAssignableToRole: true }),
	}),

	createDynamic: change('AddGroup', {
		...newGroup,
		name: 'Create Dynamic Group',
		action: 'Create dynamic group',
		help: 'Adds a security group whose members follow from a rule',
		fixed: { body: { groupType: 'dynamic' } },
		fields: [
			displayName(),
			membershipRule(
				'Rule in the language of Entra ID that decides who is a member',
				'(user.department -eq "Sales")',
			),
			mailNickname(),
			description(),
			owners(),
			disableNesting(),
		],
		look: newGroupIs({ membershipRule: '{membershipRules}' }),
	}),

	createDistribution: change('AddGroup', {
		...newGroup,
		name: 'Create Distribution List',
		action: 'Create distribution list',
		help: 'Adds an address whose mail goes to all members',
		fixed: { body: { groupType: 'distribution' } },
		fields: exchangeGroupFields(),
		look: newListIs('Get-DistributionGroup', {
			RecipientTypeDetails: 'MailUniversalDistributionGroup',
		}),
	}),

	createDynamicDistribution: change('AddGroup', {
		...newGroup,
		name: 'Create Dynamic Distribution List',
		action: 'Create dynamic distribution list',
		help: 'Adds an address whose mail goes to everybody who matches a filter',
		fixed: { body: { groupType: 'dynamicDistribution' } },
		fields: [
			displayName(),
			membershipRule(
				'Recipient filter of Exchange that decides who gets the mail',
				"(Department -eq 'Sales')",
			),
			...addressFields(),
			allowExternal(),
		],
		look: newListIs('Get-DynamicDistributionGroup'),
	}),

	update: change('EditGroup', {
		...editedGroup,
		name: 'Update',
		action: 'Update group',
		help: 'Rewrites name, mail nickname and description together, and other properties if wanted',
		fields: [
			theEditedGroup(),
			text('Display Name', 'displayName', {
				name: 'newDisplayName',
				required: true,
				placeholder: 'e.g. Sales Team',
				help: 'Name of the group from now on. Give the present one to keep it.',
			}),
			text('Mail Nickname', 'mailNickname', {
				required: true,
				placeholder: 'e.g. sales',
				help: 'Exchange alias from now on. Give the present one to keep it.',
			}),
			text('Description', 'description', {
				name: 'newDescription',
				placeholder: 'e.g. Everybody in sales',
				help: 'What the group is for. Empty clears the present one.',
			}),
			multiline('Membership Rule', 'membershipRules', {
				name: 'newMembershipRule',
				optional: true,
				placeholder: 'e.g. (user.department -eq "Sales")',
				help: 'New rule of a dynamic group. Not for distribution lists.',
			}),
			onOff('Security Enabled', 'securityEnabled', {
				optional: true,
				help: 'Whether the group can be used for access rights. Not for distribution lists.',
			}),
			choice('Visibility', 'visibility', words('Private', 'Public'), {
				optional: true,
				default: 'Private',
				help: 'Who may look into a Microsoft 365 group. Other groups have none.',
			}),
		],
		look: firstOf(
			exchange(
				'Get-DistributionGroup',
				{ Identity: '{groupId}' },
				{ DisplayName: '{displayName}' },
			),
			graphObject('groups/{groupId}', {
				displayName: '{displayName}',
				description: '{description}',
				membershipRule: '{membershipRules}',
				visibility: '{visibility}',
				securityEnabled: '{securityEnabled}',
			}),
		),
	}),

	updateMailSettings: change('EditGroup', {
		...editedGroup,
		name: 'Update Mail Settings',
		action: 'Update mail settings of group',
		help: 'Decides who may write to the group and where its mail shows up. Settings that are not added stay as they are.',
		fields: [
			theEditedGroup(),
			text('Group Email', 'mail', {
				required: true,
				placeholder: 'e.g. sales@contoso.com',
				help: 'Present mail address of the group',
			}),
			onOff('Allow External Senders', 'allowExternal', {
				name: 'externalSenders',
				optional: true,
				help: 'Whether people outside the organization may write to it',
			}),
			onOff('Send Copies to Members', 'sendCopies', {
				optional: true,
				help: "Whether its mail and invitations also land in the members' own inboxes. Microsoft 365 groups only.",
			}),
			onOff('Hide From Outlook', 'hideFromOutlookClients', {
				optional: true,
				help: 'Whether to keep it out of the folder list of Outlook. Microsoft 365 groups only.',
			}),
		],
		look: firstOf(
			exchange(
				'Get-DistributionGroup',
				{ Identity: '{groupId}' },
				{ RequireSenderAuthenticationEnabled: sent('allowExternal', not) },
			),
			exchange(
				'Get-UnifiedGroup',
				{ Identity: '{groupId}' },
				{
					RequireSenderAuthenticationEnabled: sent('allowExternal', not),
					HiddenFromExchangeClientsEnabled: '{hideFromOutlookClients}',
				},
			),
		),
	}),

	addMembers: change('EditGroup', {
		...editedGroup,
		name: 'Add Members',
		action: 'Add members to group',
		help: 'Puts people into the group, whatever its type',
		fields: [
			theEditedGroup(),
			groupMembers(
				'Members to Add',
				'AddMember',
				'User principal names or object IDs, separated by commas. One that nobody has is skipped without a word, unless it is the only one.',
				{ placeholder: 'e.g. jane@contoso.com, john@contoso.com' },
			),
		],
		look: membersAre('{AddMember}'),
	}),

	removeMembers: destroy('EditGroup', {
		...editedGroup,
		name: 'Remove Members',
		action: 'Remove members from group',
		help: 'Takes people out of the group, whatever its type',
		fields: [
			theEditedGroup(),
			groupMembers(
				'Members to Remove',
				'RemoveMember',
				'Object IDs, separated by commas. User principal names only work for distribution lists and mail-enabled security groups.',
				{ form: 'labelValues' },
			),
		],
		look: membersAreGone('{RemoveMember}'),
	}),

	addOwners: change('EditGroup', {
		...editedGroup,
		name: 'Add Owners',
		action: 'Add owners to group',
		help: 'Lets more people run the group',
		fields: [
			theEditedGroup(),
			groupMembers('Owners to Add', 'AddOwner', 'Object IDs of users, separated by commas', {
				form: 'labelValues',
			}),
		],
		look: ownersAre('{AddOwner}'),
	}),

	removeOwners: destroy('EditGroup', {
		...editedGroup,
		name: 'Remove Owners',
		action: 'Remove owners from group',
		help: 'Takes the running of the group away from people. The last owner cannot be removed.',
		fields: [
			theEditedGroup(),
			groupMembers('Owners to Remove', 'RemoveOwner', 'Object IDs of users, separated by commas', {
				form: 'labelValues',
			}),
		],
		look: gone(ownersAre('{RemoveOwner}')),
	}),

	delete: destroy('ExecGroupsDelete', {
		name: 'Delete',
		action: 'Delete group',
		help: 'Removes the group',
		role: 'Exchange.Mailbox.ReadWrite',
		tenant: inBody(),
		warns:
			'Members of a security group lose the licenses that it gives, even if it cannot be deleted afterwards.',
		omits: { displayName: 'only a word in the answer' },
		fields: [theGroup('id'), groupKind('GroupType', [...exchangeKinds, 'Security'], kindHelp)],
		answer: outcome(),
		look: [
			ifSent(
				'GroupType',
				gone(exchange('Get-DistributionGroup', { Identity: '{id}' })),
				'Distribution List',
				'Mail-Enabled Security',
			),
			ifSent('GroupType', gone(graphObject('groups/{id}')), 'Security', 'Microsoft 365'),
		],
	}),

	setAddressListVisibility: change('ExecGroupsHideFromGAL', {
		name: 'Set Address List Visibility',
		action: 'Set address list visibility of group',
		help: 'Hides a group from the global address list or shows it again',
		role: 'Exchange.Group.ReadWrite',
		tenant: inBody(),
		fields: [
			theGroup('ID'),
			groupKind('GroupType', exchangeKinds, kindHelp),
			decide('Hide From Address List', 'HideFromGAL', {
				name: 'hideFromAddressList',
				help: 'Whether to hide it. Off shows it again.',
			}),
		],
		answer: outcome(),
		look: inExchangeGroup({ HiddenFromAddressListsEnabled: '{HideFromGAL}' }),
	}),

	setDeliveryManagement: change('ExecGroupsDeliveryManagement', {
		name: 'Set Delivery Management',
		action: 'Set delivery management of group',
		help: 'Decides whether people outside the organization may write to a group',
		role: 'Exchange.Group.ReadWrite',
		tenant: inBody(),
		fields: [
			theGroup('ID'),
			groupKind('GroupType', exchangeKinds, kindHelp),
			decide('Only Internal Senders', 'OnlyAllowInternal', {
				help: 'Whether to refuse mail from outside. Off accepts it.',
			}),
		],
		answer: outcome(),
		look: inExchangeGroup({ RequireSenderAuthenticationEnabled: '{OnlyAllowInternal}' }),
	}),

	createTeam: change('AddGroupTeam', {
		name: 'Create Team',
		action: 'Create team from group',
		help: 'Turns a Microsoft 365 group into a team. The group needs an owner.',
		role: 'Identity.Group.ReadWrite',
		tenant: inBody('TenantFilter'),
		fields: [
			theGroup('GroupId'),
			json('Team Settings', 'TeamSettings', {
				optional: true,
				placeholder: 'e.g. {"guestSettings":{"allowCreateUpdateChannels":false}}',
				help: 'Team object of Microsoft Graph. Empty takes usual settings; given, it replaces all of them.',
			}),
		],
		answer: inSteps(outcome(), 'the groups of the tenant'),
		look: slowly(graphObject('groups/{GroupId}', { resourceProvisioningOptions: has('Team') })),
	}),

	getSenderAuthentication: read('ListGroupSenderAuthentication', {
		name: 'Get Sender Authentication',
		action: 'Get sender authentication of group',
		help: 'Tells whether people outside may write to a group. False also stands for any error, so take it with care.',
		role: 'Exchange.Groups.Read',
		tenant: inQuery(),
		fields: [
			theGroup('groupid'),
			groupKind(
				'Type',
				['Distribution List', 'Microsoft 365'],
				'Kind of the group. Others always give false.',
				{ name: 'senderGroupType' },
			),
		],
		answer: {
			...row('CIPP did not say who may write to the group'),
			doubtful: { allowedToReceiveExternal: /^false$/ },
			empty: inExchange('Get-Recipient', { Identity: '{groupid}' }),
		},
	}),
});
