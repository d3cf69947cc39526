/** A feature that CIPP has switched off unless someone has switched it on; its endpoints answer 503 meanwhile. */
export interface FeatureFlag {
	id: string;
	/** False: only whoever hosts the instance can switch it on. */
	byAdmins: boolean;
	endpoints: string[];
}

/** As CIPP comes, 10.8 to 10.9; `npm run contract -- --code PATH` compares it with CIPP's own table. */
export const offByDefault: FeatureFlag[] = [
	{
		id: 'BestPracticeAnalyser',
		byAdmins: true,
		endpoints: [
			'BestPracticeAnalyser_List',
			'ExecBPA',
			'ListBPA',
			'ListBPATemplates',
			'RemoveBPATemplate',
		],
	},
	{
		id: 'SuperAdminNG',
		byAdmins: false,
		endpoints: [
			'ExecAppServiceDomains',
			'ExecCIPPUsers',
			'ExecContainerManagement',
			'ListCIPPUsers',
			'ListContainerLogs',
			'ListWorkerHealth',
		],
	},
	{ id: 'MCPServer', byAdmins: true, endpoints: ['ExecMcp'] },
];

/** The flag that an endpoint waits for. */
export const flagOf = (endpoint: string): FeatureFlag | undefined =>
	offByDefault.find(({ endpoints }) =>
		endpoints.some((name) => name.toLowerCase() === endpoint.toLowerCase()),
	);

/** How to switch it on. */
export const switchOn = ({ id, byAdmins }: FeatureFlag): string =>
	byAdmins
		? `Switch the feature flag ${id} on: in CIPP under Application Settings > Features, or with CIPP Settings, Feature Flag: Set.`
		: `Only whoever hosts this CIPP can switch the feature flag ${id} on; it is for hosted instances.`;
