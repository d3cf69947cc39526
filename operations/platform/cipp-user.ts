import {
	change,
	destroy,
	gone,
	has,
	inList,
	list,
	outcome,
	read,
	readBefore,
	resource,
	rowsUnder,
	text,
} from '../vocabulary';

const role = 'CIPP.SuperAdmin.ReadWrite';
const person = text('User Principal Name', 'UPN', {
	name: 'cippUser',
	required: true,
	placeholder: 'e.g. jane@msp.example',
	help: 'Address with which the person signs in to CIPP; capitals make no difference',
});

export const cippUser = resource('CIPP User', 'cippUser', 'getMany', {
	getMany: read('ListCIPPUsers', {
		name: 'Get Many',
		action: 'Get many CIPP users',
		help: 'Lists who may sign in to CIPP, with roles given by hand and by group. Older hosts keep them elsewhere and give an empty list.',
		role: 'CIPP.SuperAdmin.Read',
		tenant: null,
		fields: [],
		answer: rowsUnder('Users', 'UPN', 'Roles', 'ManualRoles', 'AutoRoles', 'Source', 'LastSync'),
	}),

	createOrUpdate: change('ExecCIPPUsers', {
		name: 'Create or Update',
		action: 'Create or update CIPP user',
		help: 'Lets someone sign in to CIPP, or replaces the roles the person was given by hand. Needs the newer host of CIPP.',
		role,
		tenant: null,
		fixed: { query: { Action: 'AddUpdate' } },
		warns:
			'Roles given by hand before and missing from the list are taken away. Roles from groups stay.',
		fields: [
			person,
			list('Roles', 'Roles', {
				required: true,
				notEmpty: true,
				placeholder: 'e.g. editor',
				help: 'All roles to give by hand, separated by commas: readonly, editor, admin, superadmin or a custom role, spelled exactly so',
			}),
		],
		answer: outcome(),
		look: inList('getMany', { UPN: '{UPN}' }, { Roles: has('{Roles}') }),
	}),

	delete: destroy('ExecCIPPUsers', {
		name: 'Delete',
		action: 'Delete CIPP user',
		help: 'Takes away the access to CIPP. CIPP refuses for the last superadmin whose role was given by hand.',
		role,
		tenant: null,
		fixed: { query: { Action: 'Delete' } },
		warns: 'The person is locked out of CIPP at once',
		fields: [person],
		answer: outcome(),
		look: readBefore(gone(inList('getMany', { UPN: '{UPN}' }))),
	}),
});
