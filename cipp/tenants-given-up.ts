/**
 * What CIPP reads only of tenants that it has not given up on: with too many Graph errors it takes them for
 * unknown there, and answers with an empty list, a part of it, or what is the partner's own.
 */
const endpoints = new Set(
	[
		'ExecAccessChecks',
		'ExecBitlockerSearch',
		'ExecCippReplacemap',
		'ExecGDAPTrace',
		'ListBPA',
		'ListCSPLicenses',
		'ListCSPsku',
		'ListCustomVariables',
		'ListCVEManagement',
		'ListDBCache',
		'ListDomainAnalyser',
		'ListGraphReports',
		'ListInactiveAccounts',
		'ListScheduledItemDetails',
		'ListScheduledItems',
		'ListSecureScoreReport',
		'ListShadowAI',
		'ListSharepointAdminUrl',
		'ListSharePointPermissions',
		'ListSharePointSharing',
		'ListSiteActivity',
		'ListSites',
		'ListSiteUserAccess',
		'ListTeamsVoice',
		'ListTests',
	].map((name) => name.toLowerCase()),
);

/** Whether a read of this endpoint leaves out a tenant that CIPP has given up on. */
export const passesOverGivenUp = (endpoint: string): boolean =>
	endpoints.has(endpoint.toLowerCase());
