import {
	change,
	destroy,
	inBody,
	inQuery,
	inSteps,
	list,
	number,
	onOff,
	outcome,
	read,
	resource,
	rows,
	text,
	toggle,
} from '../vocabulary';

export const autopilotProfile = resource('Autopilot Profile', 'autopilotProfile', 'getMany', {
	getMany: read('ListAutopilotconfig', {
		name: 'Get Many',
		action: 'Get many autopilot profiles',
		help: 'Lists the Windows Autopilot deployment profiles with what they are assigned to',
		role: 'Endpoint.Autopilot.Read',
		tenant: inQuery(),
		fixed: { query: { type: 'ApProfile' } },
		fields: [],
		answer: rows(
			'id',
			'displayName',
			'description',
			'language',
			'deviceNameTemplate',
			'deviceType',
			'outOfBoxExperienceSettings',
			'assignments',
			'createdDateTime',
			'lastModifiedDateTime',
		),
	}),

	create: destroy('AddAutopilotConfig', {
		name: 'Create or Overwrite',
		action: 'Create or overwrite autopilot profile',
		help: 'Writes a deployment profile under its name, with every switch as it stands here',
		role: 'Endpoint.Autopilot.ReadWrite',
		tenant: inBody('selectedTenants', { form: 'labelValues' }),
		warns:
			'A profile of this name is overwritten as a whole. When several have the name, the others are deleted.',
		fields: [
			text('Profile Name', 'DisplayName', {
				name: 'profileName',
				required: true,
				placeholder: 'e.g. Standard Laptop',
				help: 'Letters, digits and spaces. A hyphen is refused.',
			}),
			onOff('Standard User', 'NotLocalAdmin', {
				required: true,
				help: 'Whether the person becomes a standard user. Off makes a local administrator.',
			}),
			onOff('Self-Deploying', 'DeploymentMode', {
				required: true,
				help: 'Whether the device sets itself up without a person, as a kiosk does',
			}),
			onOff('Allow Pre-Provisioning', 'allowWhiteGlove', {
				required: true,
				help: 'Whether a technician may prepare the device beforehand. Not together with Self-Deploying.',
			}),
			onOff('Convert Existing Devices', 'CollectHash', {
				required: true,
				help: 'Whether devices that get the profile are registered for Autopilot too',
			}),
			onOff('Hide Privacy Settings', 'HidePrivacy', {
				required: true,
				help: 'Whether setup skips the page about privacy',
			}),
			onOff('Hide License Terms', 'HideTerms', {
				required: true,
				help: "Whether setup skips Microsoft's license terms",
			}),
			onOff('Set Keyboard Automatically', 'Autokeyboard', {
				required: true,
				help: 'Whether setup takes the keyboard from the language instead of asking',
			}),
			toggle('Assign to All Devices', 'Assignto', {
				optional: true,
				help: 'Whether to assign the profile to all devices, if it has no assignment yet. A failure of this stands only in the log of CIPP.',
			}),
			text('Description', 'Description', {
				optional: true,
				placeholder: 'e.g. For office laptops',
				help: 'What the profile is for. Empty clears it.',
			}),
			text('Device Name Template', 'DeviceNameTemplate', {
				optional: true,
				placeholder: 'e.g. CON-%SERIAL%',
				help: 'How devices are named, with %SERIAL% or %RAND:5%. Empty leaves the name to Windows.',
			}),
			list('Assign to Groups', 'GroupIds', {
				name: 'assignToGroups',
				form: 'labelValues',
				optional: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				since: '10.9',
				help: 'Object IDs of the groups whose devices get the profile, separated by commas. A failure of this stands only in the log of CIPP.',
			}),
			text('Language', 'languages', {
				form: 'labelValue',
				optional: true,
				placeholder: 'e.g. en-US',
				help: 'Language and region of setup. Empty takes that of the operating system.',
			}),
		],
		answer: inSteps(outcome(), 'the Autopilot profiles of the tenants'),
	}),

	assign: change('ExecAssignAutopilotProfile', {
		name: 'Assign to Groups',
		action: 'Assign autopilot profile to groups',
		help: 'Gives a deployment profile to the devices of more groups. Assignments that it has already stay.',
		since: '10.9',
		role: 'Endpoint.Autopilot.ReadWrite',
		does: '(any other)',
		tenant: inBody(),
		fixed: { body: { AssignTo: 'Groups' } },
		omits: {
			ProfileName: 'only a word in the answer',
			AllDevices: 'an option of Create or Overwrite',
			RemoveGroups: 'assignments are taken off in Intune, or with the profile by Delete',
			RemoveAll: 'assignments are taken off in Intune, or with the profile by Delete',
		},
		fields: [
			text('Profile ID', 'ProfileId', {
				name: 'profileId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'ID of the profile, as Get Many gives it',
			}),
			list('Group IDs', 'GroupIds', {
				name: 'groupIds',
				required: true,
				notEmpty: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Object IDs of the groups. Separate several with commas.',
			}),
		],
		answer: inSteps(
			outcome({ benign: [/is already assigned to all specified groups/i] }),
			'the assignments of the profile',
		),
		cannotLook: 'Get Many shows the assignments of a profile only some time later',
	}),

	delete: destroy('RemoveAutopilotConfig', {
		name: 'Delete',
		action: 'Delete autopilot profile',
		help: 'Deletes a deployment profile and its assignments. After an error check these: they may be gone while the profile is not.',
		role: 'Endpoint.Autopilot.ReadWrite',
		tenant: inBody(),
		omits: { assignments: 'CIPP finds them by itself if this is left out' },
		fields: [
			text('Profile ID', 'ID', {
				name: 'profileId',
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'ID of the profile, as Get Many gives it',
			}),
			text('Profile Name', 'displayName', {
				name: 'profileLabel',
				optional: true,
				placeholder: 'e.g. Standard Laptop',
				help: "Only a word in CIPP's answer and log",
			}),
		],
		answer: outcome(),
	}),
});

export const enrollmentStatusPage = resource(
	'Enrollment Status Page',
	'enrollmentStatusPage',
	'getMany',
	{
		getMany: read('ListAutopilotconfig', {
			name: 'Get Many',
			action: 'Get many enrollment status pages',
			help: 'Lists what people see while Windows is being set up, with assignments',
			role: 'Endpoint.Autopilot.Read',
			tenant: inQuery(),
			fixed: { query: { type: 'ESP' } },
			fields: [],
			answer: rows(
				'id',
				'displayName',
				'description',
				'priority',
				'showInstallationProgress',
				'installProgressTimeoutInMinutes',
				'allowDeviceUseOnInstallFailure',
				'allowDeviceResetOnInstallFailure',
				'blockDeviceSetupRetryByUser',
				'assignments',
				'lastModifiedDateTime',
			),
		}),

		setDefault: change('AddEnrollment', {
			name: 'Set Default',
			action: 'Set default enrollment status page',
			help: 'Rewrites the page that holds for all people and devices, with every switch as it stands here',
			role: 'Endpoint.Autopilot.ReadWrite',
			tenant: inBody('selectedTenants', { form: 'labelValues' }),
			warns:
				'Overwrites the default page as a whole. The list of apps that have to be installed first is emptied.',
			fields: [
				number('Timeout in Minutes', 'TimeOutInMinutes', {
					required: true,
					default: 60,
					help: 'After how many minutes setup counts as failed',
				}),
				onOff('Show Progress', 'ShowProgress', {
					required: true,
					help: 'Whether people see how far the installation is',
				}),
				onOff('Allow Retry', 'blockDevice', {
					required: true,
					help: 'Whether the person may try again after a failure',
				}),
				onOff('Allow Reset', 'AllowReset', {
					required: true,
					help: 'Whether the person may reset the device after a failure',
				}),
				onOff('Allow Use Despite Failure', 'AllowFail', {
					required: true,
					help: 'Whether the person may go on to the desktop after a failure',
				}),
				onOff('Allow Log Collection', 'EnableLog', {
					required: true,
					help: 'Whether the person may save the logs after a failure',
				}),
				onOff('First Setup Only', 'OBEEOnly', {
					required: true,
					help: 'Whether the page appears only during the first setup, and not for people who sign in later',
				}),
				onOff('Install Windows Updates', 'InstallWindowsUpdates', {
					required: true,
					help: 'Whether setup installs the newest quality updates before the desktop',
				}),
				text('Error Message', 'ErrorMessage', {
					optional: true,
					placeholder: 'e.g. Please call the help desk at 555 0100',
					help: 'What people read after a failure. Empty clears the text.',
				}),
			],
			answer: inSteps(outcome(), 'the enrollment status page of the tenants'),
		}),
	},
);
