import {
	change,
	choice,
	destroy,
	list,
	multiline,
	onOff,
	outcome,
	read,
	resource,
	row,
	rows,
	text,
	toggle,
} from '../vocabulary';

const repository = text('Repository', 'FullName', {
	required: true,
	placeholder: 'e.g. contoso/cipp-templates',
	help: 'Owner and name of the repository on GitHub, with a slash between',
});
const templateTypes = list('Template Types', 'TemplateTypes', {
	placeholder: 'e.g. IntuneTemplate,CATemplate',
	help: 'Kinds of templates in the repository, such as IntuneTemplate, CATemplate, StandardsTemplateV2 or GroupTemplate. Separate several with commas.',
});
const path = text('File Path', 'Path', {
	required: true,
	placeholder: 'e.g. templates/baseline.json',
	help: 'Where the file stands in the repository, as the Path column of Get Templates shows it',
});
const branch = text('Branch', 'Branch', {
	required: true,
	default: 'main',
	placeholder: 'e.g. main',
	help: 'Branch of the repository',
});
const message = text('Commit Message', 'Message', {
	required: true,
	placeholder: 'e.g. Add baseline',
	help: 'What the history on GitHub shows for this change',
});
const role = 'CIPP.Core.ReadWrite';
const action = (name: string) => ({ body: { Action: name } });

export const communityRepository = resource(
	'Community Repository',
	'communityRepository',
	'getMany',
	{
		getMany: read('ListCommunityRepos', {
			name: 'Get Many',
			action: 'Get many community repositories',
			help: 'Lists the repositories of templates that CIPP knows. Those built in are added again if they were removed.',
			role: 'CIPP.Core.Read',
			tenant: null,
			fields: [
				toggle('Writable Only', 'WriteAccess', {
					optional: true,
					help: 'Whether to list only repositories that CIPP may upload to',
				}),
			],
			answer: rows(
				'Id',
				'Name',
				'Description',
				'FullName',
				'Owner',
				'URL',
				'BuiltIn',
				'Visibility',
				'WriteAccess',
				'DefaultBranch',
				'UploadBranch',
				'TemplateTypes',
			),
		}),

		getTemplates: read('ListCommunityRepoTemplates', {
			name: 'Get Templates',
			action: 'Get templates of community repositories',
			help: 'Lists the templates in one repository or in all, and which of them CIPP has imported. A repository that GitHub refuses is left out.',
			role: 'CIPP.Core.Read',
			tenant: null,
			fields: [
				{
					...repository,
					name: 'oneRepository',
					required: false,
					optional: true,
					help: 'Only this repository, by owner and name; much quicker. It has to be registered in CIPP.',
				},
			],
			answer: rows(
				'Repository',
				'RepositoryName',
				'Path',
				'DisplayName',
				'Category',
				'Type',
				'SHA',
				'Branch',
				'HtmlUrl',
				'Imported',
				'UpdateAvailable',
			),
		}),

		getTemplate: read('ListCommunityRepoTemplates', {
			name: 'Get Template',
			action: 'Get template of community repository',
			help: 'Reads one file of a repository with its text, to look at before importing it',
			role: 'CIPP.Core.Read',
			tenant: null,
			fields: [repository, path, branch],
			answer: row('There is no such file in this repository and branch'),
		}),

		add: change('ExecCommunityRepo', {
			name: 'Add',
			action: 'Add community repository',
			help: 'Makes a repository on GitHub known to CIPP, so that its templates can be imported',
			role,
			tenant: null,
			fixed: action('Add'),
			fields: [repository, { ...templateTypes, optional: true }],
			answer: outcome(),
		}),

		update: change('ExecCommunityRepo', {
			name: 'Update',
			action: 'Update community repository',
			help: 'Has CIPP read name, branches and rights of a repository from GitHub again',
			role,
			tenant: null,
			fixed: action('Update'),
			fields: [
				text('Repository ID', 'Id', {
					required: true,
					placeholder: 'e.g. 123456789',
					help: 'Number of the repository on GitHub, from Get Many',
				}),
			],
			answer: outcome(),
		}),

		remove: destroy('ExecCommunityRepo', {
			name: 'Remove',
			action: 'Remove community repository',
			help: 'Makes CIPP forget a repository; on GitHub it stays. Success is also reported for one that CIPP does not know, and those built in come back.',
			role,
			tenant: null,
			fixed: action('Delete'),
			fields: [repository],
			answer: outcome(),
		}),

		setTemplateTypes: change('ExecCommunityRepo', {
			name: 'Set Template Types',
			action: 'Set template types of community repository',
			help: 'Says which kinds of templates a repository holds',
			role,
			tenant: null,
			fixed: action('SetTemplateTypes'),
			fields: [repository, { ...templateTypes, name: 'newTemplateTypes', required: true }],
			answer: outcome(),
		}),

		setUploadBranch: change('ExecCommunityRepo', {
			name: 'Set Upload Branch',
			action: 'Set upload branch of community repository',
			help: 'Chooses the branch to which templates are uploaded',
			role,
			tenant: null,
			fixed: action('SetBranch'),
			fields: [repository, branch],
			answer: outcome(),
		}),

		importTemplate: change('ExecCommunityRepo', {
			name: 'Import Template',
			action: 'Import template from community repository',
			help: 'Takes a file of a repository into CIPP as a template. Read the message: CIPP marks it as success even when it says that the import failed or was skipped.',
			role,
			tenant: null,
			fixed: action('ImportTemplate'),
			warns:
				'A standards template that is already in use is replaced, and its tenants get the new standards at the next run.',
			fields: [
				repository,
				path,
				branch,
				toggle('Overwrite', 'Force', {
					optional: true,
					help: 'Whether to import again although the file has not changed, over what was edited in CIPP',
				}),
			],
			answer: outcome(),
		}),

		uploadTemplate: change('ExecCommunityRepo', {
			name: 'Upload Template',
			action: 'Upload template to community repository',
			help: "Commits a template of CIPP to a repository's upload branch. A file with the same name is overwritten.",
			role,
			tenant: null,
			fixed: action('UploadTemplate'),
			fields: [
				repository,
				text('Template ID', 'GUID', {
					name: 'templateId',
					required: true,
					placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
					help: 'GUID of the template in CIPP',
				}),
				message,
			],
			answer: outcome(),
		}),

		importScript: change('ExecCommunityRepo', {
			name: 'Import Script',
			action: 'Import script from community repository',
			help: 'Takes a custom test into CIPP, always as a new one and switched off',
			role,
			tenant: null,
			fixed: action('ImportScript'),
			fields: [repository, path, branch],
			answer: outcome(),
		}),

		uploadScript: change('ExecCommunityRepo', {
			name: 'Upload Script',
			action: 'Upload script to community repository',
			help: "Commits a custom test of CIPP to a repository's upload branch. A file with the same name is overwritten.",
			role,
			tenant: null,
			fixed: action('UploadScript'),
			fields: [
				repository,
				text('Script ID', 'GUID', {
					name: 'scriptId',
					required: true,
					placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
					help: 'ScriptGuid of the custom test in CIPP',
				}),
				message,
			],
			answer: outcome(),
		}),
	},
);

const gitHubRole = 'CIPP.Extension.ReadWrite';

export const gitHub = resource('GitHub', 'gitHub', 'search', {
	search: read('ExecGitHubAction', {
		name: 'Search',
		action: 'Search github',
		help: 'Searches GitHub with the token of CIPP, or through a service of CyberDrain if there is none',
		role: gitHubRole,
		method: 'POST',
		tenant: null,
		fixed: action('Search'),
		fields: [
			list('Search Terms', 'SearchTerm', {
				required: true,
				placeholder: 'e.g. cipp templates',
				help: 'What to look for. Separate several with commas.',
			}),
			choice(
				'Search For',
				'Type',
				['code', 'commits', 'issues', 'users', 'repositories', 'topics', 'labels'].map((value) => ({
					value,
					label: value[0].toUpperCase() + value.slice(1),
				})),
				{
					name: 'searchFor',
					required: true,
					default: 'repositories',
					help: 'What kind of thing to find',
				},
			),
			list('In Repositories', 'Repository', {
				optional: true,
				placeholder: 'e.g. contoso/cipp-templates',
				help: 'Only in these repositories, separated by commas',
			}),
			text('Of User', 'User', {
				name: 'gitHubUser',
				optional: true,
				placeholder: 'e.g. jane',
				help: 'Only in what belongs to this GitHub user',
			}),
			text('Of Organization', 'Org', {
				name: 'organization',
				optional: true,
				placeholder: 'e.g. contoso',
				help: 'Only in what belongs to this GitHub organization',
			}),
			text('In Folder', 'Path', {
				name: 'inFolder',
				optional: true,
				placeholder: 'e.g. templates',
				help: 'Only below this folder',
			}),
			text('Language', 'Language', {
				optional: true,
				placeholder: 'e.g. json',
				help: 'Only files in this language',
			}),
			toggle('Include Forks', 'IncludeForks', {
				optional: true,
				help: 'Whether to look into copies of repositories as well',
			}),
		],
		answer: rows('id', 'name', 'full_name', 'path', 'sha', 'description', 'html_url', 'repository'),
	}),

	getFile: read('ExecGitHubAction', {
		name: 'Get File',
		action: 'Get one file from github',
		help: 'Reads one file of a repository with its text',
		role: gitHubRole,
		method: 'POST',
		tenant: null,
		fixed: action('GetFileContents'),
		fields: [repository, { ...path, help: 'Where the file stands in the repository' }, branch],
		answer: row('There is no such file'),
	}),

	getFiles: read('ExecGitHubAction', {
		name: 'Get Files',
		action: 'Get files from github',
		help: 'Lists the JSON files of a repository, in all its folders',
		role: gitHubRole,
		method: 'POST',
		tenant: null,
		fixed: action('GetFileTree'),
		fields: [repository, branch],
		answer: rows('path', 'type', 'size', 'sha', 'html_url'),
	}),

	getBranches: read('ExecGitHubAction', {
		name: 'Get Branches',
		action: 'Get branches from github',
		help: 'Lists the branches of a repository',
		role: gitHubRole,
		method: 'POST',
		tenant: null,
		fixed: action('GetBranches'),
		fields: [repository],
		answer: rows('name', 'commit', 'protected'),
	}),

	getOrganizations: read('ExecGitHubAction', {
		name: 'Get Organizations',
		action: 'Get organizations from github',
		help: "Lists the organizations that CIPP's GitHub token belongs to",
		role: gitHubRole,
		method: 'POST',
		tenant: null,
		fixed: action('GetOrgs'),
		fields: [],
		answer: rows('id', 'login', 'description', 'url'),
	}),

	createRepository: change('ExecGitHubAction', {
		name: 'Create Repository',
		action: 'Create repository on github',
		help: 'Makes a new repository on GitHub and registers it in CIPP. One that is there already is only registered.',
		role: gitHubRole,
		tenant: null,
		fixed: action('CreateRepo'),
		omits: { ImportTemplate: 'loses nested settings; Community Repository: Import Template works' },
		fields: [
			text('Name', 'Name', {
				name: 'repositoryName',
				required: true,
				placeholder: 'e.g. cipp-templates',
				help: 'Name of the new repository',
			}),
			onOff('Private', 'Private', {
				required: true,
				default: true,
				help: 'Whether only people you invite can see it. Off makes it public for everyone.',
			}),
			choice(
				'Owner',
				'Type',
				[
					{ value: 'User', label: 'Owner of the Token' },
					{ value: 'Org', label: 'Organization', help: 'Name it under Options' },
				],
				{
					name: 'ownerType',
					required: true,
					help: 'To whom the repository belongs',
				},
			),
			text('Organization', 'Org', {
				name: 'ownerOrganization',
				optional: true,
				placeholder: 'e.g. contoso',
				help: 'The organization it belongs to. Needed if Owner is Organization.',
			}),
			multiline('Description', 'Description', {
				optional: true,
				placeholder: 'e.g. Our templates',
				help: 'What the repository is for',
			}),
			text('License', 'License', {
				optional: true,
				default: 'agpl-3.0',
				placeholder: 'e.g. mit',
				help: 'License by its short name on GitHub. It is agpl-3.0 if left out.',
			}),
		],
		answer: outcome(),
	}),
});
