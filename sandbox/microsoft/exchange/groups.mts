import { ExchangeError, noSuchRecipient } from '../errors.mts';
import { findUser } from '../state/lookup.mts';
import { changeMembership, isExchangeGroup } from '../state/membership.mts';
import type { Group, Tenant, User } from '../state/tenant.mts';
import type { Cmdlet } from './cmdlet.mts';

export const groups: Record<string, Cmdlet> = {
	'Get-DistributionGroup': ({ tenant }, parameters) => {
		const group = distributionGroup(tenant, parameters.text('Identity'));
		return [
			{
				Identity: group.displayName,
				DisplayName: group.displayName,
				PrimarySmtpAddress: group.mail,
				ExternalDirectoryObjectId: group.id,
				ManagedBy: group.owners,
				RequireSenderAuthenticationEnabled: false,
			},
		];
	},
	'Set-DistributionGroup': ({ tenant }, parameters) => {
		const group = distributionGroup(tenant, parameters.text('Identity'));
		refuseWhenSynced(group);
		if (parameters.has('ManagedBy'))
			group.owners = parameters.list('ManagedBy').map((owner) => personIn(tenant, owner).id);
		if (parameters.text('DisplayName') !== '') group.displayName = parameters.text('DisplayName');
		if (parameters.text('Description') !== '') group.description = parameters.text('Description');
	},
	'Get-UnifiedGroup': ({ tenant }, parameters) => {
		const group = grouped(tenant, parameters.text('Identity'));
		return [
			{
				Identity: group.displayName,
				ExternalDirectoryObjectId: group.id,
				RequireSenderAuthenticationEnabled: true,
				SubscriptionEnabled: false,
				AutoSubscribeNewMembers: false,
				HiddenFromExchangeClientsEnabled: false,
			},
		];
	},
	'Add-DistributionGroupMember': (moment, parameters) => {
		const group = distributionGroup(moment.tenant, parameters.text('Identity'));
		refuseWhenSynced(group);
		const { id, displayName } = personIn(moment.tenant, parameters.text('Member'));
		if (group.members.includes(id))
			throw new ExchangeError(
				`The recipient "${displayName}" is already a member of the group "${group.displayName}".`,
				{ type: 'Microsoft.Exchange.Management.Tasks.MemberAlreadyExistsException' },
			);
		changeMembership(moment, group, id, 'add');
	},
	'Remove-DistributionGroupMember': (moment, parameters) => {
		const group = distributionGroup(moment.tenant, parameters.text('Identity'));
		refuseWhenSynced(group);
		const { id, displayName } = personIn(moment.tenant, parameters.text('Member'));
		if (!group.members.includes(id))
			throw new ExchangeError(
				`The recipient "${displayName}" isn't a member of the group "${group.displayName}".`,
				{ type: 'Microsoft.Exchange.Management.Tasks.MemberNotFoundException' },
			);
		changeMembership(moment, group, id, 'remove');
	},
};

function grouped(tenant: Tenant, identity: string): Group {
	const group = tenant.groups.find(({ id, mail, displayName, mailNickname }) =>
		[id, mail, displayName, mailNickname].some(
			(name) => name?.toLowerCase() === identity.toLowerCase(),
		),
	);
	if (!group) throw noSuchRecipient(identity);
	return group;
}

function distributionGroup(tenant: Tenant, identity: string): Group {
	const group = grouped(tenant, identity);
	if (!isExchangeGroup(group)) throw noSuchRecipient(identity);
	return group;
}

function refuseWhenSynced({ displayName, onPremisesSyncEnabled }: Group): void {
	if (onPremisesSyncEnabled)
		throw new ExchangeError(
			`The action can't be performed on the object '${displayName}' because the object is being synchronized from your on-premises organization. This action should be performed on the object in your on-premises organization.`,
		);
}

/** Members need no mailbox. */
function personIn(tenant: Tenant, identity: string): User {
	const found =
		findUser(tenant, identity) ??
		tenant.users.find(({ mail }) => mail?.toLowerCase() === identity.toLowerCase());
	if (!found) throw noSuchRecipient(identity);
	return found;
}
