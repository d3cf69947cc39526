import { removeUser, resetPassword, revokeSessions, setSignInState } from '../commands/account.mts';
import { removeAuthenticationMethods } from '../commands/authentication-methods.mts';
import { clearImmutableId } from '../commands/immutable-id.mts';
import { attempt } from '../commands/place.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import { parameter, textParameter, type Call } from '../http/call.mts';
import { read, toBoolean, valueText } from '../loose-json.mts';
import { emptyParameter } from '../powershell.mts';
import { attempted, placeFor } from './attempt.mts';

export const accountEndpoints: Endpoint[] = [
	{
		name: 'ExecDisableUser',
		role: 'Identity.User.ReadWrite',
		answer: (call) => {
			const enable = toBoolean(parameter(call, 'Enable'));
			return attempted(500, () =>
				setSignInState(placeFor(call), textParameter(call, 'ID'), enable),
			);
		},
	},
	{
		name: 'ExecRevokeSessions',
		role: 'Identity.User.ReadWrite',
		answer: (call) =>
			attempted(500, () =>
				revokeSessions(placeFor(call), textParameter(call, 'id'), textParameter(call, 'Username')),
			),
	},
	{
		name: 'ExecResetPass',
		role: 'Identity.User.ReadWrite',
		answer: (call) => {
			const mustChange = toBoolean(parameter(call, 'MustChange'));
			const id = textParameter(call, 'ID');
			return attempted(500, () =>
				resetPassword(placeFor(call), id, textParameter(call, 'displayName') || id, mustChange),
			);
		},
	},
	{
		name: 'RemoveUser',
		role: 'Identity.User.ReadWrite',
		answer: (call) => {
			const id = textParameter(call, 'ID');
			// Without an id CIPP's script ends where it stands, and nothing comes back.
			if (!id) return ok(null);
			return attempted(500, () =>
				removeUser(placeFor(call), id, textParameter(call, 'userPrincipalName')),
			);
		},
	},
	{
		name: 'ExecClrImmId',
		role: 'Identity.User.ReadWrite',
		answer: (call) =>
			attempted(500, () => clearImmutableId(placeFor(call), textParameter(call, 'ID'))),
	},
	{ name: 'ExecRestoreDeleted', role: 'Tenant.Directory.ReadWrite', answer: restore },
	{
		name: 'ExecResetMFA',
		role: 'Identity.User.ReadWrite',
		answer: (call) => {
			const id = valueText(read(call.body, 'ID'));
			if (!placeFor(call).tenantFilter)
				return failed(500, { Results: emptyParameter('TenantFilter') });
			if (!id) return failed(500, { Results: emptyParameter('UserPrincipalName') });
			return attempted(500, () =>
				removeAuthenticationMethods(
					placeFor(call),
					id,
					valueText(read(call.body, 'MethodId')) || undefined,
				),
			);
		},
	},
];

function restore(call: Call): Answer {
	const id = textParameter(call, 'ID');
	const upn = valueText(read(call.body, 'userPrincipalName'));
	const name = valueText(read(call.body, 'displayName'));
	const whom = `${upn ? ` User Principal Name: '${upn}'` : ''}${name ? ` Display Name: '${name}'` : ''}`;
	return attempted(500, () =>
		attempt(`Failed to restore deleted item with ID: '${id}'${whom} Error: `, () => {
			placeFor(call).ask.change('POST', `directory/deletedItems/${id}/restore`, {});
			return `Successfully restored deleted item with ID: '${id}'${whom}`;
		}),
	);
}
