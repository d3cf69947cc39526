import { choice, list, text, words, type DeclaredField } from '../vocabulary';

// Fields that apps, policies and templates of Intune share.

/** Kinds of policy that CIPP keeps templates of. */
export const templateType = (help: string): DeclaredField =>
	choice(
		'Policy Type',
		'TemplateType',
		words(
			'Admin',
			'AppConfiguration',
			'AppProtection',
			'Catalog',
			'Device',
			'deviceCompliancePolicies',
			'windowsDriverUpdateProfiles',
			'windowsFeatureUpdateProfiles',
			'windowsQualityUpdatePolicies',
			'windowsQualityUpdateProfiles',
		),
		{ required: true, help },
	);

export const filterFields = (): DeclaredField[] => [
	text('Assignment Filter Name', 'AssignmentFilterName', {
		optional: true,
		placeholder: 'e.g. Corporate Windows',
		help: 'Filter for the assignment; without anything to assign to it does nothing. Mind the spelling: with a name that does not exist everything is assigned unfiltered.',
	}),
	choice(
		'Assignment Filter Mode',
		'AssignmentFilterType',
		[
			{ value: 'include', label: 'Only Matching Devices' },
			{ value: 'exclude', label: 'All but Matching Devices' },
		],
		{
			optional: true,
			default: 'include',
			help: 'How the filter works. Left out, only matching devices are taken.',
		},
	),
];

export const groupIds = (rest: Partial<DeclaredField> = {}): DeclaredField =>
	list('Group IDs', 'GroupIds', {
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'Object IDs of the groups to assign to. Separate several with commas.',
		...rest,
	});

export const excludedGroupIds = (rest: Partial<DeclaredField> = {}): DeclaredField =>
	list('Excluded Group IDs', 'ExcludeGroupIds', {
		optional: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'Object IDs of groups that shall not get it. Separate several with commas.',
		...rest,
	});
