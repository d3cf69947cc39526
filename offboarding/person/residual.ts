import { isRead, type NotRead } from './part';
import type { Snapshot } from './snapshot-shape';
import { everyRole, type RoleResult } from './roles';
import { reasonToStay } from './groups';

export type ResidualKind =
	| 'sign-in'
	| 'role'
	| 'license'
	| 'group'
	| 'owned group'
	| 'mailbox of someone else'
	| 'calendar of someone else'
	| 'forwarding'
	| 'inbox rule'
	| 'mobile device'
	| 'device'
	| 'sign-in method'
	| 'Teams number'
	| 'OneDrive';

/** Something the person can still reach, or that is still tied to them. */
export interface Residual {
	kind: ResidualKind;
	name: string;
	why: string;
	cure: string;
}

export interface ResidualAccess {
	left: Residual[];
	/** What could not be looked at. */
	notRead: Array<{ what: string } & NotRead>;
}

/** Lists what a person still has, whatever was asked for. */
export function residualAccess(snapshot: Snapshot): ResidualAccess {
	const left: Residual[] = [];
	const notRead: ResidualAccess['notRead'] = [];
	const add = (kind: ResidualKind, name: string, why: string, cure: string): void => {
		left.push({ kind, name, why, cure });
	};
	const look = <T>(what: string, part: T | NotRead, found: (data: T) => void): void => {
		if (isRead(part)) found(part);
		else if (!part.absent) notRead.push({ what, ...part });
	};

	if (snapshot.user.accountEnabled) {
		add('sign-in', snapshot.user.userPrincipalName, 'the account is enabled', 'Block sign-in.');
	}
	look('roles', snapshot.roles, (roles) => {
		for (const { displayName } of roles) {
			add('role', displayName, "CIPP's offboarding takes no roles away", 'Remove the admin role.');
		}
	});
	look('licenses', snapshot.licenses, (licenses) => {
		for (const { name, direct, groups } of licenses) {
			const source = groups.map(({ displayName }) => displayName).join(', ');
			add(
				'license',
				name,
				direct ? 'assigned directly' : `through ${source}`,
				direct ? 'Remove the licence.' : `Take the person out of ${source}.`,
			);
		}
	});
	look('groups', snapshot.groups, (groups) => {
		for (const group of groups) {
			const reason = reasonToStay(group);
			add('group', group.displayName, reason ?? 'could be removed', cureForGroup(reason));
		}
	});
	look('owned groups', snapshot.ownedGroups, (groups) => {
		for (const { displayName, otherOwners } of groups) {
			add(
				'owned group',
				displayName,
				otherOwners === 0 ? 'the only owner' : 'an owner',
				otherOwners === 0
					? 'Make someone else an owner, then remove this one.'
					: 'Remove the person as owner.',
			);
		}
	});
	for (const [kind, part] of [
		['mailbox of someone else', snapshot.mailboxesOfOthers],
		['calendar of someone else', snapshot.calendarsOfOthers],
	] as const) {
		look(kind, part, ({ grants, asOf }) => {
			for (const { place, rights } of grants) {
				add(
					kind,
					place,
					`${rights.join(', ')}, by CIPP's report${asOf ? ` of ${asOf}` : ''}`,
					'Take the rights away there.',
				);
			}
		});
	}
	look('mailbox', snapshot.mailbox, ({ forwarding }) => {
		if (!forwarding) return;
		add(
			'forwarding',
			forwarding.to,
			`mail goes to this ${forwarding.kind} address`,
			'End the forwarding if it is not meant to be.',
		);
	});
	look('inbox rules', snapshot.inboxRules, (rules) => {
		for (const { name, forwardsTo, isEnabled } of rules) {
			if (!isEnabled || forwardsTo.length === 0) continue;
			add('inbox rule', name, `sends mail on to ${forwardsTo.join(', ')}`, 'Delete the rule.');
		}
	});
	look('mobile devices', snapshot.mobileDevices, (devices) => {
		for (const { name, system } of devices) {
			add('mobile device', name, `${system}, connected to the mailbox`, 'Remove the device.');
		}
	});
	look('devices', snapshot.devices, (devices) => {
		for (const { name, system, intuneId } of devices) {
			add(
				'device',
				name,
				`${system}, ${intuneId ? 'managed by Intune' : 'registered only'}`,
				intuneId ? 'Retire or wipe it in Intune.' : 'Delete the registration.',
			);
		}
	});
	look('sign-in methods', snapshot.authenticationMethods, (methods) => {
		for (const kind of methods.filter((method) => method !== 'password')) {
			add('sign-in method', kind, 'still registered', 'Remove it.');
		}
	});
	look('Teams numbers', snapshot.teamsNumbers, (numbers) => {
		for (const { number } of numbers) {
			add('Teams number', number, 'still assigned', 'Take the number back.');
		}
	});
	look('OneDrive', snapshot.oneDrive, ({ url }) => {
		add(
			'OneDrive',
			url,
			'the files are there, and CIPP cannot show who they are shared with',
			'Hand it over, or let the retention of the tenant delete it.',
		);
	});
	notRead.push({
		what: 'SharePoint sites',
		notRead: 'sites and files that were shared with the person by name are not looked for',
	});
	return { left, notRead };
}

/** Roles that the person holds although they were to be taken; where not all were known, any counts. */
export function rolesHeldAgain(asked: RoleResult[], { left }: ResidualAccess): string[] {
	const areKnown = asked.every(({ name }) => name !== everyRole);
	return left
		.filter(
			({ kind, name }) =>
				kind === 'role' && (!areKnown || asked.some((role) => role.name === name)),
		)
		.map(({ name }) => name);
}

function cureForGroup(reason: string | null): string {
	switch (reason) {
		case 'gives licences':
			return 'Remove the licences, which takes the person out of it.';
		case 'dynamic':
			return 'Change the attribute that its rule looks at.';
		case null:
			return 'Remove the person.';
		default:
			return 'Take the person out in the local Active Directory.';
	}
}
