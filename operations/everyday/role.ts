import {
	asGraph,
	destroy,
	inBody,
	inList,
	inQuery,
	inSteps,
	lacks,
	list,
	outcome,
	read,
	resource,
	rows,
	theRole,
} from '../vocabulary';

export const role = resource('Role', 'role', 'getMany', {
	getMany: read('ListRoles', {
		name: 'Get Many',
		action: 'Get many roles',
		help: 'Lists all admin roles with the people who hold them now. Eligible assignments (PIM) are not among them.',
		role: 'Identity.Role.Read',
		tenant: inQuery(),
		fields: [],
		answer: rows(
			'Id',
			'roleTemplateId',
			'DisplayName',
			'Description',
			'Members',
			'MemberCount',
			'isBuiltIn',
			'isEnabled',
		),
	}),

	removeMembers: destroy('ExecRemoveAdminRole', {
		name: 'Remove Members',
		action: 'Remove members from role',
		help: 'Takes an admin role away from people. Custom roles cannot be taken away here.',
		role: 'Identity.Role.ReadWrite',
		tenant: inBody(),
		omits: {
			RoleId: 'RoleTemplateId is the same in every tenant and wins',
			RoleName: 'only a word in the answer',
		},
		fields: [
			theRole('RoleTemplateId'),
			list('Members to Remove', 'Users', {
				required: true,
				placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
				help: 'Object IDs as Role: Get Many lists them under Members, separated by commas. If one fails, the others have still lost the role.',
			}),
		],
		answer: inSteps(outcome(), 'the members of the role'),
		look: asGraph(
			inList(
				'getMany',
				{ roleTemplateId: '{RoleTemplateId}' },
				{ Members: lacks('{Users}', 'id') },
			),
		),
	}),
});
