import { own, resource } from '../vocabulary';

/** For what is newer than this package, and for those who think in endpoints. */
export const apiRequest = resource('API Request', 'apiRequest', 'send', {
	send: own('apiRequest', {
		name: 'Send',
		action: 'Send API request',
		help: 'Calls any endpoint of CIPP, with the same sign-in, retries and reading of the answer as all other operations',
		effect: 'destroy',
		needs: 'that of the endpoint',
		tenant: null,
	}),
});
