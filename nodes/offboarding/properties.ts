import type { INodeProperties } from 'n8n-workflow';

/** What following an offboarding takes: what to wait for, and how. */
export const followProperties = (
	shown: NonNullable<INodeProperties['displayOptions']>,
	optionsLabel = 'Options',
): INodeProperties[] => [
	{
		displayName: 'Wait For',
		name: 'completion',
		type: 'options',
		noDataExpression: true,
		displayOptions: shown,
		options: [
			{
				name: 'Done and Verified',
				value: 'verified',
				description: 'Follow the work in CIPP, then look in the tenant whether each step is true',
			},
			{
				name: 'Queued Only',
				value: 'queued',
				description: 'Go on once CIPP has taken the order. Nothing is done or checked by then.',
			},
		],
		default: 'verified',
		description: 'When this node is finished',
	},
	{
		displayName: optionsLabel,
		name: 'offboardOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: shown,
		options: [
			{
				displayName: 'Check Every (Seconds)',
				name: 'checkEvery',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 1 },
				default: 0,
				description:
					'Pause between looks at CIPP while the node waits in place, and a third of the time in which a result may still show. 0 means short pauses that grow to ten seconds, and three minutes for results to show.',
			},
			{
				displayName: 'Give Up After (Minutes)',
				name: 'giveUpAfter',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 60,
				description:
					'How long CIPP may take, counted from the start. What is not finished by then is reported as unknown. As a tool the node waits for at most five minutes.',
			},
			{
				displayName: 'Output New Password',
				name: 'outputPassword',
				type: 'boolean',
				default: false,
				description:
					'Whether to output the new password of Reset Password as newPassword. Anyone who can see this execution can then read it, also while it waits: n8n stores it with the execution.',
			},
			{
				displayName: 'When Not Fully Done',
				name: 'whenNotDone',
				type: 'options',
				options: [
					{
						name: 'Fail',
						value: 'fail',
						description: 'The node fails and names who is not done',
					},
					{
						name: 'Output the Result',
						value: 'output',
						description:
							'The node succeeds and the status of each item tells. Check it in the workflow.',
					},
				],
				default: 'fail',
				description: 'What happens when a step is not done, or nobody knows',
			},
		],
	},
	{
		displayName: 'Continuation',
		name: 'continuation',
		type: 'hidden',
		default: '',
		displayOptions: shown,
	},
];
