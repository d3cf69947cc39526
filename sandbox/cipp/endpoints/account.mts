import {
	removeUser,
	resetPassword,
	restoreUser,
	revokeSessions,
	setSignInState,
} from '../commands/account.mts';
import { removeAuthenticationMethods } from '../commands/authentication-methods.mts';
import { clearImmutableIdAlone } from '../commands/immutable-id.mts';
import { CippFailure, type Place } from '../commands/place.mts';
import { failed, ok, type Answer, type Endpoint } from '../http/answer.mts';
import { parameter, textParameter, type Call } from '../http/call.mts';
import { read, toBoolean, valueText } from '../loose-json.mts';
import { MicrosoftError } from '../../microsoft/errors.mts';

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
			attempted(500, () => clearImmutableIdAlone(placeFor(call), textParameter(call, 'ID'))),
	},
	{ name: 'ExecRestoreDeleted', role: 'Tenant.Directory.ReadWrite', answer: restore },
	{
		name: 'ExecResetMFA',
		role: 'Identity.User.ReadWrite',
		answer: (call) => {
			const id = valueText(read(call.body, 'ID'));
			if (!id)
				return failed(500, {
					Results:
						"Cannot bind argument to parameter 'UserPrincipalName' because it is an empty string.",
				});
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

/** Where a direct change works: null as tenant when CIPP does not know it, and CIPP reports success then. */
export function placeFor(call: Call): Place {
	return call.instance.placeIn(call.instance.managedTenant(textParameter(call, 'tenantFilter')));
}

/** {Results} with the cmdlet's words, or with its failure and the status the endpoint has for it. */
export function attempted(failureStatus: number, work: () => unknown): Answer {
	try {
		return ok({ Results: work() });
	} catch (error) {
		if (error instanceof CippFailure) return failed(failureStatus, { Results: error.message });
		throw error;
	}
}

function restore(call: Call): Answer {
	const id = textParameter(call, 'ID');
	const named = (sentence: string) => {
		const upn = valueText(read(call.body, 'userPrincipalName'));
		const name = valueText(read(call.body, 'displayName'));
		return `${sentence}${upn ? ` User Principal Name: '${upn}'` : ''}${name ? ` Display Name: '${name}'` : ''}`;
	};
	try {
		restoreUser(placeFor(call), id);
		return ok({ Results: named(`Successfully restored deleted item with ID: '${id}'`) });
	} catch (error) {
		if (error instanceof MicrosoftError)
			return failed(500, {
				Results: `${named(`Failed to restore deleted item with ID: '${id}'`)} Error: ${error.message}`,
			});
		throw error;
	}
}
