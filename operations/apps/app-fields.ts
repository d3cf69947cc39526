import { choice, inBody, text, toggle, type DeclaredField, type TenantPlace } from '../vocabulary';

/** Apps go to tenants as {defaultDomainName, customerId}; any other form is dropped without a word. */
export const appTenants = (): TenantPlace =>
	inBody('selectedTenants', { form: 'tenantObjects', allTenants: true });

export const staysInQueue =
	'Run for all tenants, the entry stays in the queue of CIPP and is handed out again at each run until it is removed. An app with the same name in a tenant is skipped without a word.';

export const assignTo = (rest: Partial<DeclaredField> = {}): DeclaredField =>
	choice(
		'Assign To',
		'AssignTo',
		[
			{ value: 'On', label: 'Nobody' },
			{ value: 'AllUsers', label: 'All Users' },
			{ value: 'AllDevices', label: 'All Devices' },
			{ value: 'AllDevicesAndUsers', label: 'All Users and Devices' },
			{ value: 'customGroup', label: 'Groups by Name' },
		],
		{
			optional: true,
			default: 'On',
			help: 'Who gets the app. Empty assigns it to nobody. Groups by Name needs Group Names too.',
			...rest,
		},
	);

export const groupNames = (wire: string): DeclaredField =>
	text('Group Names', wire, {
		name: 'groupNames',
		optional: true,
		placeholder: 'e.g. Sales, Marketing*',
		help: 'Groups to assign to, with Assign To set to Groups by Name. Separate several with commas; * stands for anything.',
	});

export const excludedGroupNames = (): DeclaredField =>
	text('Excluded Group Names', 'excludeGroup', {
		optional: true,
		placeholder: 'e.g. Kiosks',
		help: 'Groups that do not get the app, by name. Separate several with commas.',
	});

export const uninstall = (): DeclaredField =>
	toggle('Uninstall', 'InstallationIntent', {
		optional: true,
		help: 'Whether the assignment takes the app off the devices instead of installing it',
	});

export const description = (): DeclaredField =>
	text('Description', 'description', {
		optional: true,
		placeholder: 'e.g. Archiver',
		help: 'What people read about the app in the Company Portal',
	});
