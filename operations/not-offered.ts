/** An endpoint that no operation stands on. */
export interface NotOffered {
	reason: string;
	/** API Request refuses it too. */
	isRefused: boolean;
}

const receiver = (from: string): NotOffered => ({
	reason: `Receives calls from ${from}; an API client has nothing to send there`,
	isRefused: true,
});
const setup = (reason: string): NotOffered => ({ reason, isRefused: true });

/** What no API client can use, or should be handed. */
export const notOffered: Record<string, NotOffered> = {
	PublicWebhooks: receiver('Microsoft'),
	PublicPhishingCheck: receiver('the Check browser extension'),
	PublicMcpRegister: receiver('MCP clients that register themselves'),
	ExecMcp: {
		reason: 'The door for MCP clients; needs an API client of its own kind',
		isRefused: true,
	},
	ExecCippFunction: {
		reason: 'Runs any command of the backend, past its own block list',
		isRefused: true,
	},
	ExecTokenExchange: {
		reason: "Hands out tokens made with CIPP's own secret; part of signing in",
		isRefused: true,
	},
	ExecUpdateRefreshToken: setup(
		'Overwrites the token CIPP reaches all tenants with; part of setup',
	),
	ExecCreateSAMApp: setup(
		'Re-homes the instance; needs an interactive sign-in of a global administrator',
	),
	ExecDeviceCodeLogon: setup('Interactive sign-in of the setup wizard'),
	ExecCombinedSetup: setup('The setup wizard; can lock CIPP out of all tenants'),
	ExecSSOSetup: setup('How people sign in to CIPP; a mistake locks everyone out'),
	ExecAddTenant: setup(
		'The last step of an interactive sign-in to a tenant, which alone stores the token that CIPP needs there',
	),
	ExecSamSecretStatus: setup('A step of the setup wizard, which waits for its own secret'),
	ExecRefreshMyAccess: {
		reason: 'Only for people who are signed in to the portal; it refuses API clients',
		isRefused: true,
	},
	ExecGroupMembers: {
		reason: 'Add and Remove of Group do the same, on every version of CIPP',
		isRefused: false,
	},
	ExecSiteBrowserActions: {
		reason: 'Get Properties, Apply Version Policy and the others of Site do the same',
		isRefused: false,
	},
	ExecAddTrustedIP: { reason: 'Every call fails in CIPP 10.8.2', isRefused: false },
	EditPolicy: {
		reason:
			'Superseded by Rename and Assign of Intune Policy; this one also resets scope tags and empties what is left out',
		isRefused: false,
	},
	ExecSendOrgMessage: {
		reason: "Unfinished in CIPP: it sends sample texts, with a logo from a stranger's website",
		isRefused: false,
	},
	ListEmptyResults: { reason: 'Always answers with an empty list', isRefused: false },
	ExecExtensionNinjaOneQueue: { reason: 'Does nothing when called from outside', isRefused: false },
	ListAuditLogTest: { reason: 'Every call fails in CIPP 10.8.2', isRefused: false },
	ListGenericTestFunction: {
		reason: 'A test of the host, without an answer of use',
		isRefused: false,
	},
};
