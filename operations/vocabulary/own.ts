import type { OwnWork } from './answer';
import type { DeclaredField } from './field';
import type { Need, Operation } from './operation';
import { placedIn } from './placed';

type Told = Pick<Operation, 'name' | 'action' | 'help' | 'effect' | 'tenant'> &
	Partial<
		Pick<
			Operation,
			'warns' | 'renamed' | 'deprecated' | 'secret' | 'mayHoldSecrets' | 'actsEverywhere'
		>
	>;

export type OwnDeclaration = Told & {
	/** Everything that is called; in words where it is not known before. */
	needs: Need[] | string;
	/** What the code takes. */
	asks?: DeclaredField[];
	/** The one endpoint that takes `fields` as they are, if there is one; an API request offers it with them. */
	endpoint?: string;
	fields?: DeclaredField[];
};

/** An operation with code of its own, which calls what it needs. */
export function own(work: OwnWork, declaration: OwnDeclaration): Operation {
	const { needs, asks, endpoint = '', fields = [], ...told } = declaration;
	const placed = placedIn('body', told.effect);
	return {
		...told,
		endpoint,
		method: told.effect === 'read' ? 'GET' : 'POST',
		...(typeof needs === 'string' ? { role: needs } : needed(needs, endpoint)),
		fields: fields.map(placed),
		...(asks ? { asks: asks.map(placed) } : {}),
		answer: { kind: 'own', work },
	};
}

function needed(needs: Need[], endpoint: string): Pick<Operation, 'role' | 'needs'> {
	const ofEndpoint = needs.filter(({ endpoints }) => endpoints.includes(endpoint));
	const roles = (endpoint ? ofEndpoint : needs).map(({ role }) => role);
	return { role: [...new Set(roles)].join(', '), needs: joined(needs) };
}

/** One entry for each permission and purpose. */
function joined(needs: Need[]): Need[] {
	const byPurpose = new Map<string, Need>();
	for (const one of needs) {
		const key = JSON.stringify([one.role, one.only]);
		const endpoints = [...(byPurpose.get(key)?.endpoints ?? []), ...one.endpoints];
		byPurpose.set(key, { ...one, endpoints: [...new Set(endpoints)] });
	}
	return [...byPurpose.values()];
}

export const need = (role: string, ...endpoints: string[]): Need => ({ role, endpoints });

/** Without this permission only that is missing, and what comes out says so. */
export const needOnlyTo = (only: string, role: string, ...endpoints: string[]): Need => ({
	...need(role, ...endpoints),
	only,
});
