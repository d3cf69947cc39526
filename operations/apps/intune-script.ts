import { useReportDb } from '../fields/user-fields';
import {
	butUnread,
	change,
	choice,
	destroy,
	inBody,
	inGraph,
	inQuery,
	jsonText,
	lookingAgain,
	nothing,
	outcome,
	read,
	resource,
	rows,
	text,
	words,
	type DeclaredField,
} from '../vocabulary';

const scriptFields = (wire: string): DeclaredField[] => [
	text('Script ID', wire, {
		name: 'scriptId',
		required: true,
		placeholder: 'e.g. 1c2d3e4f-0000-4000-8000-000000000000',
		help: 'ID of the script, as Get Many gives it',
	}),
	choice('Script Type', 'ScriptType', words('Linux', 'MacOS', 'Remediation', 'Windows'), {
		required: true,
		help: 'Kind of the script: scriptType in the list. Choose the right one, CIPP does not check it.',
	}),
];

export const intuneScript = resource('Intune Script', 'intuneScript', 'getMany', {
	getMany: read('ListIntuneScript', {
		name: 'Get Many',
		action: 'Get many intune scripts',
		help: 'Lists scripts of all kinds, without their text. A row without an ID is an error: its name says why a kind could not be read.',
		role: 'Endpoint.MEM.Read',
		tenant: inQuery('tenantFilter', { allTenants: true }),
		fields: [useReportDb()],
		answer: lookingAgain(
			butUnread(
				rows(
					'id',
					'displayName',
					'description',
					'scriptType',
					'fileName',
					'runAsAccount',
					'ScriptAssignment',
					'ScriptExclude',
					'createdDateTime',
					'lastModifiedDateTime',
					'Tenant',
					'CacheTimestamp',
				),
				{ id: nothing, scriptType: /./, displayName: /./ },
			),
			inGraph('deviceManagement/deviceManagementScripts'),
		),
	}),

	update: change('EditIntuneScript', {
		name: 'Update',
		action: 'Update intune script',
		help: 'Changes the fields of a script that are given, and keeps the others',
		role: 'Endpoint.MEM.ReadWrite',
		does: 'HTTP POST',
		tenant: inBody('TenantFilter'),
		omits: {
			'HTTP GET': 'reads the script with a GET, which a changing endpoint is never sent here',
		},
		fields: [
			...scriptFields('ScriptId'),
			jsonText('Changes (JSON)', 'IntuneScript', {
				required: true,
				placeholder: 'e.g. {"displayName":"Map Drives","scriptContent":"R2V0LURhdGU="}',
				help: 'The fields to change, as Microsoft Graph takes them. Script text is encoded in Base64.',
			}),
		],
		answer: outcome({ silenceIsSuccess: true }),
	}),

	delete: destroy('RemoveIntuneScript', {
		name: 'Delete',
		action: 'Delete intune script',
		help: 'Deletes a script of a tenant for good',
		role: 'Endpoint.MEM.ReadWrite',
		tenant: inBody('TenantFilter'),
		warns: 'With the type Linux any settings catalog policy of this ID is deleted, script or not.',
		fields: [
			...scriptFields('ID'),
			text('Script Name', 'DisplayName', {
				name: 'scriptLabel',
				optional: true,
				placeholder: 'e.g. Map Drives',
				help: "Only a word in CIPP's answer and log",
			}),
		],
		answer: outcome(),
	}),
});
