import {
	appTenants,
	assignTo,
	description,
	excludedGroupNames,
	groupNames,
	staysInQueue,
	uninstall,
} from './app-fields';
import { excludedGroupIds, filterFields, groupIds } from '../fields/intune-fields';
import { useReportDb } from '../fields/user-fields';
import {
	change,
	choice,
	choices,
	destroy,
	gone,
	graphPart,
	inBody,
	inGraph,
	inQuery,
	inSteps,
	json,
	list,
	lookingAgain,
	multiline,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
	type Declaration,
	type DeclaredField,
	type Operation,
} from '../vocabulary';

const appId = (wire: string): DeclaredField =>
	text('App ID', wire, {
		name: 'appId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'ID of the app in Intune, as Get Many gives it',
	});

const appName = (wire: string): DeclaredField =>
	text('App Name', wire, {
		name: 'appName',
		required: true,
		placeholder: 'e.g. 7-Zip',
		help: 'The name in Intune and in the Company Portal',
	});

const key = (label: string, name: string, help: string): DeclaredField =>
	text(label, `params.${name}`, {
		required: true,
		isSecret: true,
		placeholder: 'e.g. 1c2d3e4f',
		help: `${help} It can be read in the app queue of CIPP later on.`,
	});

const address = (name: string, example: string): DeclaredField =>
	text('Server URL', `params.${name}`, {
		required: true,
		placeholder: `e.g. ${example}`,
		help: 'Address the agent is fetched from or reports to',
	});

/** Each tool has parameters of its own, and CIPP puts an empty text where one is missing. */
const agent = (tool: string, label: string, fields: DeclaredField[]): Operation =>
	change('AddMSPApp', {
		name: `Add ${label} Agent`,
		action: `Add ${label.toLowerCase()} agent as app`,
		help: `Queues the agent of ${label} for the Intune of one tenant. CIPP hands out its queue twice a day.`,
		role: 'Endpoint.Application.ReadWrite',
		tenant: inBody('selectedTenants', { form: 'tenantObjects' }),
		fixed: { body: { RMMName: { value: tool, label } } },
		omits: { PackageName: 'only for tools that CIPP has no package for' },
		fields: [
			appName('DisplayName'),
			...fields,
			assignTo(),
			groupNames('CustomGroup'),
			excludedGroupNames(),
		],
		answer: outcome({ onlyQueues: true }),
	});

const restart = (): DeclaredField =>
	toggle('Suppress Restart', 'DisableRestart', {
		optional: true,
		help: 'Whether the installation must not restart the device. Left out, it may.',
	});

const asSystem = (): DeclaredField =>
	toggle('Install as System', 'InstallAsSystem', {
		optional: true,
		help: 'Whether the app is installed for the device. Left out, it is installed as the person who is signed in.',
	});

const intent = (): DeclaredField =>
	choice(
		'Intent',
		'Intent',
		[
			{ value: 'Available', label: 'Available in Company Portal' },
			{ value: 'AvailableWithoutEnrollment', label: 'Available Without Enrollment' },
			{ value: 'Required', label: 'Required' },
			{ value: 'Uninstall', label: 'Uninstall' },
		],
		{
			required: true,
			help: 'What the assignment does: Required installs by itself, Uninstall takes the app off',
		},
	);

const appType = (): DeclaredField =>
	text('App Type', 'AppType', {
		optional: true,
		placeholder: 'e.g. Win32Lob',
		help: 'Kind of app for the assignment settings. Empty lets CIPP look it up.',
	});

const broadTarget = (): DeclaredField =>
	choice(
		'Assign To',
		'AssignTo',
		[
			{ value: 'AllUsers', label: 'All Users' },
			{ value: 'AllDevices', label: 'All Devices' },
			{ value: 'AllDevicesAndUsers', label: 'All Users and Devices' },
		],
		{
			name: 'broadTarget',
			optional: true,
			default: 'AllDevices',
			help: 'Everybody at once. Groups are ignored when this is filled in.',
		},
	);

const namesOmitted = {
	GroupNames: 'group IDs say the same without wildcards',
	ExcludeGroupNames: 'only words in the answer',
	excludeGroup: 'a name that is not found is left out without a word; group IDs are exact',
};

const assign = (
	declaration: Pick<Declaration, 'name' | 'action' | 'help' | 'warns' | 'fields' | 'needsOneOf'>,
	mode: { assignmentMode: 'append' | 'replace'; assignmentDirection?: 'include' | 'exclude' },
): Operation =>
	(mode.assignmentMode === 'append' ? change : destroy)('ExecAssignApp', {
		...declaration,
		role: 'Endpoint.Application.ReadWrite',
		tenant: inBody(),
		fixed: { body: mode },
		omits: namesOmitted,
		answer: outcome(),
	});

export const app = resource('App', 'app', 'getMany', {
	getMany: read('ListApps', {
		name: 'Get Many',
		action: 'Get many apps',
		help: "Lists the apps in a tenant's Intune, with what they are assigned to",
		role: 'Endpoint.Application.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: lookingAgain(
			rows(
				'id',
				'displayName',
				'publisher',
				'@odata.type',
				'description',
				'publishingState',
				'isAssigned',
				'AppAssignment',
				'AppExclude',
				'createdDateTime',
				'lastModifiedDateTime',
				'Tenant',
				'CacheTimestamp',
			),
			inGraph('deviceAppManagement/mobileApps'),
		),
	}),

	getInstallStatus: read('ListAppStatus', {
		name: 'Get Install Status',
		action: 'Get install status of app',
		help: "Reads Intune's report on one app: Schema names the columns, Values holds a list for each device, 999 at most",
		role: 'Endpoint.Device.Read',
		tenant: inQuery(),
		fields: [appId('AppFilter')],
		answer: row('There is no report for this app'),
	}),

	addChocolatey: change('AddChocoApp', {
		name: 'Add Chocolatey App',
		action: 'Add chocolatey app',
		help: 'Queues a package of Chocolatey for Intune. CIPP hands out its queue twice a day, or with App Queue: Run.',
		role: 'Endpoint.Application.ReadWrite',
		tenant: appTenants(),
		warns: staysInQueue,
		fields: [
			text('Package Name', 'PackageName', {
				required: true,
				placeholder: 'e.g. 7zip',
				help: 'Name of the package at Chocolatey: letters, digits, dots, underscores and hyphens',
			}),
			appName('ApplicationName'),
			description(),
			asSystem(),
			restart(),
			text('Custom Repository', 'customRepo', {
				optional: true,
				placeholder: 'e.g. https://choco.contoso.com/api/v2',
				help: 'Address of a repository of your own. Empty takes that of Chocolatey.',
			}),
			text('Install Arguments', 'customArguments', {
				optional: true,
				placeholder: 'e.g. --params "/NoDesktopIcon"',
				help: 'Further arguments for the installation',
			}),
			assignTo(),
			groupNames('CustomGroup'),
			excludedGroupNames(),
			uninstall(),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	addStore: change('AddStoreApp', {
		name: 'Add Store App',
		action: 'Add store app',
		help: 'Queues an app of the Microsoft Store (WinGet) for Intune. CIPP hands out its queue twice a day, or with App Queue: Run.',
		role: 'Endpoint.Application.ReadWrite',
		tenant: appTenants(),
		warns: staysInQueue,
		fields: [
			text('Package ID', 'PackageName', {
				required: true,
				placeholder: 'e.g. 9WZDNCRFJ3PZ',
				help: 'Identifier in the store, as App Package: Search gives it. CIPP does not check it.',
			}),
			appName('ApplicationName'),
			description(),
			onOff('Install as System', 'InstallAsSystem', {
				name: 'storeAsSystem',
				optional: true,
				help: 'Whether the app is installed for the device, as it is if this is not added. Off installs it as the person.',
			}),
			assignTo(),
			groupNames('CustomGroup'),
			uninstall(),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	addScript: change('AddWin32ScriptApp', {
		name: 'Add Script App',
		action: 'Add script app',
		help: 'Queues a Windows app that a PowerShell script installs. CIPP hands out its queue twice a day, or with App Queue: Run.',
		role: 'Endpoint.Application.ReadWrite',
		tenant: appTenants(),
		warns: staysInQueue,
		fields: [
			appName('ApplicationName'),
			multiline('Install Script', 'installScript', {
				required: true,
				placeholder: 'e.g. Start-Process setup.exe -Wait',
				help: 'PowerShell as plain text. CIPP fills in its %variables% for each tenant.',
			}),
			multiline('Uninstall Script', 'uninstallScript', {
				optional: true,
				placeholder: 'e.g. Start-Process uninstall.exe -Wait',
				help: 'PowerShell that takes the app off again',
			}),
			description(),
			text('Publisher', 'publisher', {
				optional: true,
				placeholder: 'e.g. Contoso',
				help: 'Who makes the app',
			}),
			multiline('Detection Script', 'detectionScript', {
				optional: true,
				placeholder: 'e.g. if (Test-Path C:\\App) { "found" }',
				help: 'PowerShell that finds out whether the app is there. Wins over Detection Path. With neither, a marker file is used.',
			}),
			text('Detection Path', 'detectionPath', {
				optional: true,
				placeholder: 'e.g. C:\\Program Files\\App',
				help: 'Folder by which the app is recognised',
			}),
			text('Detection File', 'detectionFile', {
				optional: true,
				placeholder: 'e.g. app.exe',
				help: 'File in Detection Path. Empty takes the last part of the path.',
			}),
			asSystem(),
			restart(),
			toggle('Run as 32-Bit', 'runAs32Bit', {
				optional: true,
				help: 'Whether the scripts run in 32-bit PowerShell',
			}),
			toggle('Check Signature', 'enforceSignatureCheck', {
				optional: true,
				help: 'Whether scripts without a trusted signature are refused',
			}),
			assignTo(),
			groupNames('CustomGroup'),
			uninstall(),
		],
		answer: outcome({ onlyQueues: true }),
	}),

	addOffice: change('AddOfficeApp', {
		name: 'Add Microsoft 365 Apps',
		action: 'Add microsoft 365 apps as app',
		help: 'Creates the Office suite in Intune at once. Nothing happens where any Office suite is already there.',
		role: 'Endpoint.Application.ReadWrite',
		tenant: appTenants(),
		fields: [
			choice(
				'Update Channel',
				'updateChannel',
				[
					{ value: 'current', label: 'Current' },
					{ value: 'firstReleaseCurrent', label: 'Current (Preview)' },
					{ value: 'monthlyEnterprise', label: 'Monthly Enterprise' },
					{ value: 'deferred', label: 'Semi-Annual Enterprise' },
					{ value: 'firstReleaseDeferred', label: 'Semi-Annual Enterprise (Preview)' },
				],
				{ required: true, default: 'current', help: 'How soon Office gets new features' },
			),
			toggle('64-Bit', 'arch', {
				default: true,
				help: 'Whether to install the 64-bit edition. Off installs the 32-bit one.',
			}),
			choices(
				'Left-Out Apps',
				'excludedApps',
				[
					{ value: 'access', label: 'Access' },
					{ value: 'bing', label: 'Bing Search' },
					{ value: 'excel', label: 'Excel' },
					{ value: 'groove', label: 'OneDrive for Business (Groove)' },
					{ value: 'oneNote', label: 'OneNote' },
					{ value: 'outlook', label: 'Outlook' },
					{ value: 'powerPoint', label: 'PowerPoint' },
					{ value: 'publisher', label: 'Publisher' },
					{ value: 'lync', label: 'Skype for Business' },
					{ value: 'teams', label: 'Teams' },
					{ value: 'visio', label: 'Visio' },
					{ value: 'word', label: 'Word' },
				],
				{ form: 'texts', optional: true, help: 'Parts of the suite that are not installed' },
			),
			list('Languages', 'languages', {
				optional: true,
				placeholder: 'e.g. en-us, de-de',
				help: 'Further languages. Empty takes that of the operating system.',
			}),
			toggle('Shared Computer Activation', 'SharedComputerActivation', {
				optional: true,
				help: 'Whether several people use Office on the same device',
			}),
			toggle('Remove Other Versions', 'RemoveVersions', {
				optional: true,
				help: 'Whether other Office versions are taken off the device',
			}),
			toggle('Accept License', 'AcceptLicense', {
				optional: true,
				help: "Whether Microsoft's license terms are accepted for the person",
			}),
			json('Whole App (JSON)', 'IntuneBody', {
				optional: true,
				placeholder: 'e.g. {"displayName":"Microsoft 365 Apps"}',
				help: 'The app as Microsoft Graph takes it. Wins over all fields but the assignment.',
			}),
			assignTo(),
			groupNames('CustomGroup'),
			excludedGroupNames(),
		],
		answer: inSteps(outcome(), 'the apps of the tenants'),
	}),

	addOfficeFromXml: change('AddOfficeApp', {
		name: 'Add Microsoft 365 Apps From XML',
		action: 'Add microsoft 365 apps from XML as app',
		help: 'Creates the Office suite in Intune from a configuration file of the Office Deployment Tool',
		role: 'Endpoint.Application.ReadWrite',
		tenant: appTenants(),
		fixed: { body: { useCustomXml: true } },
		fields: [
			multiline('Configuration XML', 'customXml', {
				required: true,
				placeholder: 'e.g. <Configuration>…</Configuration>',
				help: 'The content of the configuration file',
			}),
			assignTo(),
			groupNames('CustomGroup'),
			excludedGroupNames(),
		],
		answer: inSteps(outcome(), 'the apps of the tenants'),
	}),

	addDatto: agent('datto', 'Datto RMM', [
		address('DattoURL', 'https://pinotage.centrastage.net'),
		key('Site ID', 'DattoGUID', 'ID of the site at Datto.'),
	]),

	addHuntress: agent('huntress', 'Huntress', [
		key('Account Key', 'AccountKey', 'Secret key of your Huntress account.'),
		key('Organization Key', 'Orgkey', 'Key that tells customers apart at Huntress.'),
	]),

	addSyncro: agent('syncro', 'Syncro', [
		address('ClientURL', 'https://production.syncromsp.com/…'),
	]),

	addAutomate: agent('automate', 'Automate', [
		address('Server', 'https://rmm.contoso.com'),
		key('Installer Token', 'InstallerToken', 'Token of the installer at ConnectWise Automate.'),
		text('Location ID', 'params.LocationID', {
			required: true,
			placeholder: 'e.g. 1',
			help: 'The location at ConnectWise Automate that the devices are put in',
		}),
	]),

	addCwCommand: agent('cwcommand', 'CW Command', [
		address('ClientURL', 'https://prod.setup.itsupport247.net/…'),
	]),

	assign: assign(
		{
			name: 'Assign',
			action: 'Assign app',
			help: 'Adds targets to an app and keeps those it has. Fill in at least one of them under Options.',
			fields: [
				appId('ID'),
				intent(),
				broadTarget(),
				groupIds(),
				excludedGroupIds(),
				...filterFields(),
				appType(),
			],
			needsOneOf: ['AssignTo', 'GroupIds', 'ExcludeGroupIds'],
		},
		{ assignmentMode: 'append' },
	),

	replaceAssignments: assign(
		{
			name: 'Replace Assignments',
			action: 'Replace assignments of app',
			help: 'Drops every target of an app in favour of those given here',
			warns:
				'All present assignments of the app are lost, whatever their intent. With excluded groups alone, CIPP adds these instead.',
			fields: [
				appId('ID'),
				intent(),
				broadTarget(),
				groupIds(),
				excludedGroupIds(),
				...filterFields(),
				appType(),
			],
			needsOneOf: ['AssignTo', 'GroupIds', 'ExcludeGroupIds'],
		},
		{ assignmentMode: 'replace' },
	),

	replaceGroups: assign(
		{
			name: 'Replace Assigned Groups',
			action: 'Replace assigned groups of app',
			help: 'Exchanges the groups that get the app. Excluded groups, all users and all devices stay.',
			warns: 'Groups that are not listed lose their assignment.',
			fields: [
				appId('ID'),
				intent(),
				groupIds({ name: 'newGroupIds', optional: false, required: true }),
				...filterFields(),
				appType(),
			],
		},
		{ assignmentMode: 'replace', assignmentDirection: 'include' },
	),

	replaceExclusions: assign(
		{
			name: 'Replace Excluded Groups',
			action: 'Replace excluded groups of app',
			help: 'Exchanges the groups that shall not get the app. Everything else stays.',
			warns: 'With no group given, all exclusions of the app are lifted.',
			fields: [
				appId('ID'),
				intent(),
				excludedGroupIds({
					name: 'newExcludedGroupIds',
					optional: false,
					help: 'Object IDs of the groups to exclude from now on, separated by commas. Empty lifts every exclusion.',
				}),
				appType(),
			],
		},
		{ assignmentMode: 'replace', assignmentDirection: 'exclude' },
	),

	syncAppleLicenses: change('ExecSyncVPP', {
		name: 'Sync Apple Licenses',
		action: 'Sync apple licenses of apps',
		help: 'Has Intune fetch the app licenses of every valid Apple volume purchase token',
		role: 'Endpoint.Application.ReadWrite',
		tenant: inBody(),
		fields: [],
		answer: outcome({ onlyQueues: true, failing: [/^no vpp tokens\b/i] }),
		cannotLook: 'a date that others move too is all that is left of it',
	}),

	delete: destroy('RemoveApp', {
		name: 'Delete',
		action: 'Delete app',
		help: 'Removes the app from Intune with all its assignments. It stays on devices that have it.',
		role: 'Endpoint.Application.ReadWrite',
		tenant: inQuery(),
		fields: [{ ...appId('ID'), in: 'query' }],
		answer: outcome(),
		look: gone(graphPart('deviceAppManagement/mobileApps/{ID}')),
	}),
});
