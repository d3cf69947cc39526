import { theUserId } from '../fields/user-fields';
import {
	account,
	beware,
	change,
	destroy,
	has,
	inBody,
	inGraph,
	inQuery,
	inSteps,
	lacks,
	list,
	lookingAgain,
	only,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	theUser,
	toggle,
	type DeclaredField,
	type Look,
	type Wanted,
} from '../vocabulary';

const columns = rows(
	'Tenant',
	'License',
	'skuId',
	'skuPartNumber',
	'CountUsed',
	'CountAvailable',
	'TotalLicenses',
	'TermInfo',
);

/** Only the first entry counts. */
const oneUser = (): DeclaredField =>
	theUserId('userIds', {
		form: 'texts',
		help: 'Object ID of one user; a user principal name does not work. For several people use one item each.',
	});

const skus = (label: string, wire: string, help: string): DeclaredField =>
	list(label, wire, {
		form: 'labelValues',
		required: true,
		placeholder: 'e.g. 06ebc4ee-1bb5-47dd-8120-11324bc54e06',
		help,
	});

const toAssign = (): DeclaredField =>
	skus(
		'Licenses to Assign',
		'Licenses',
		'SKU IDs as License: Get Many gives them, separated by commas. Names do not work.',
	);

const userLicenses = {
	role: 'Identity.User.ReadWrite',
	tenant: inBody(),
	bodyIsList: true as const,
	answer: inSteps(outcome(), 'the licenses of the person'),
};

const plansComeBack =
	'Every assigned license comes with all its service plans switched on. A missing usage location becomes the default of CIPP, or US.';

const fromUser = (assignedLicenses: Wanted): Look =>
	beware(
		'A license that comes by a group stays until the person leaves the group',
		readBefore(account({ assignedLicenses })),
	);

export const license = resource('License', 'license', 'getMany', {
	getMany: read('ListLicenses', {
		name: 'Get Many',
		action: 'Get many licenses',
		help: 'Lists the licenses of a tenant and how many are in use. For all tenants with a client whose role is limited to some, take Get Report: this one is empty or lacks tenants then, because CIPP keeps one list for everybody.',
		role: 'Tenant.Directory.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [
			toggle('Include Excluded', 'IncludeExcluded', {
				optional: true,
				help: 'Whether to list the licenses too that CIPP is told to leave out. For one tenant only.',
			}),
		],
		answer: lookingAgain(columns, inGraph('subscribedSkus')),
	}),

	getReport: read('ListLicensesReport', {
		name: 'Get Report',
		action: 'Get report of licenses',
		help: 'Lists licenses and how many are in use. For all tenants CIPP gathers them first; a tenant that could not be read is an item with an error.',
		role: 'Tenant.Directory.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [],
		answer: lookingAgain(columns, inGraph('subscribedSkus')),
	}),

	addToUser: change('ExecBulkLicense', {
		...userLicenses,
		name: 'Add to User',
		action: 'Add licenses to user',
		help: 'Assigns licenses to one person and keeps those that are there',
		fixed: { body: { LicenseOperation: 'Add' } },
		warns: plansComeBack,
		fields: [oneUser(), toAssign()],
		look: readBefore(account({ assignedLicenses: has('{Licenses}', 'skuId') })),
	}),

	removeFromUser: destroy('ExecBulkLicense', {
		...userLicenses,
		name: 'Remove From User',
		action: 'Remove licenses from user',
		help: 'Takes single licenses away from one person. Those that are not assigned are skipped.',
		fixed: { body: { LicenseOperation: 'Remove' } },
		fields: [
			oneUser(),
			skus('Licenses to Remove', 'LicensesToRemove', 'SKU IDs to take away, separated by commas'),
		],
		look: fromUser(lacks('{LicensesToRemove}', 'skuId')),
	}),

	removeAllFromUser: destroy('ExecBulkLicense', {
		...userLicenses,
		name: 'Remove All From User',
		action: 'Remove all licenses from user',
		help: 'Takes every license away from one person',
		fixed: { body: { LicenseOperation: 'Remove', RemoveAllLicenses: true } },
		fields: [oneUser()],
		look: fromUser(null),
	}),

	replaceForUser: destroy('ExecBulkLicense', {
		...userLicenses,
		name: 'Replace for User',
		action: 'Replace licenses of user',
		help: 'Exchanges single licenses of one person for others',
		fixed: { body: { LicenseOperation: 'Replace' } },
		warns: plansComeBack,
		fields: [
			oneUser(),
			toAssign(),
			skus(
				'Licenses to Take Away',
				'LicensesToReplace',
				'SKU IDs that make room for the others, separated by commas',
			),
		],
		look: [
			readBefore(account({ assignedLicenses: has('{Licenses}', 'skuId') })),
			fromUser(lacks('{LicensesToReplace}', 'skuId')),
		],
	}),

	replaceAllForUser: destroy('ExecBulkLicense', {
		...userLicenses,
		name: 'Replace All for User',
		action: 'Replace all licenses of user',
		help: 'Takes every license away from one person, then assigns others',
		fixed: { body: { LicenseOperation: 'Replace', ReplaceAllLicenses: true } },
		warns:
			'If assigning fails, for example because none is free, the person is left without any license.',
		fields: [oneUser(), toAssign()],
		look: fromUser(only('{Licenses}', 'skuId')),
	}),

	reprocessForUser: change('ExecReprocessUserLicenses', {
		name: 'Reprocess for User',
		action: 'Reprocess licenses of user',
		help: 'Has Microsoft work out again what a person gets by group-based licensing, after an error was fixed',
		role: 'Identity.User.ReadWrite',
		tenant: inQuery(),
		omits: { userPrincipalName: 'only a word in the answer' },
		fields: [theUser('ID', { in: 'query' })],
		answer: outcome(),
		cannotLook: 'the date of the last working out seldom moves',
	}),
});
