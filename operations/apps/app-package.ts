import { choice, read, resource, rows, text } from '../vocabulary';

export const appPackage = resource('App Package', 'appPackage', 'search', {
	search: read('ListPotentialApps', {
		name: 'Search',
		action: 'Search app packages',
		help: 'Looks for packages in the Microsoft Store or at Chocolatey, to add them as apps',
		role: 'Endpoint.Application.Read',
		method: 'POST',
		tenant: null,
		fields: [
			choice(
				'Source',
				'type',
				[
					{ value: 'Choco', label: 'Chocolatey' },
					{ value: 'WinGet', label: 'Microsoft Store (WinGet)' },
				],
				{ name: 'source', required: true, default: 'WinGet', help: 'Where to look' },
			),
			text('Search Text', 'SearchString', {
				name: 'searchText',
				required: true,
				placeholder: 'e.g. 7zip',
				help: 'Part of the name of the app',
			}),
		],
		answer: rows('applicationName', 'packagename'),
	}),

	searchRepository: read('ListAppsRepository', {
		name: 'Search Repository',
		action: 'Search repository of app packages',
		help: 'Looks for packages in any NuGet repository, 30 at most. One that cannot be reached gives an empty list too.',
		role: 'Endpoint.Application.Read',
		method: 'POST',
		tenant: null,
		fields: [
			text('Search Text', 'Search', {
				name: 'searchText',
				required: true,
				placeholder: 'e.g. 7zip',
				help: 'Part of the name of the package, without quotes',
			}),
			text('Repository URL', 'Repository', {
				optional: true,
				placeholder: 'e.g. https://choco.contoso.com/api/v2',
				help: 'Address of a NuGet version 2 feed. Empty takes that of Chocolatey.',
			}),
		],
		answer: rows(
			'packagename',
			'applicationName',
			'version',
			'author',
			'description',
			'customRepo',
			'created',
		),
	}),
});
