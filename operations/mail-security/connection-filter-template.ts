import { template } from '../fields/protection-fields';
import {
	change,
	destroy,
	gone,
	inList,
	keepsTemplateId,
	list,
	onOff,
	outcome,
	read,
	readBefore,
	resource,
	rows,
	text,
} from '../vocabulary';

export const connectionFilterTemplate = resource(
	'Connection Filter Template',
	'connectionFilterTemplate',
	'getMany',
	{
		getMany: read('ListConnectionFilterTemplates', {
			name: 'Get Many',
			action: 'Get many connection filter templates',
			help: "Lists CIPP's templates for connection filters. One made from pasted Exchange JSON can show a GUID that is not its own.",
			role: 'Exchange.ConnectionFilter.Read',
			tenant: null,
			fields: [],
			answer: rows('GUID', 'name', 'comments', 'IPAllowList', 'IPBlockList', 'EnableSafeList'),
		}),

		create: change('AddConnectionFilterTemplate', {
			name: 'Create',
			action: 'Create connection filter template',
			help: 'Keeps lists of IP addresses as a template in CIPP, always as a new one',
			role: 'Exchange.ConnectionFilter.ReadWrite',
			tenant: null,
			omits: {
				PowerShellCommand:
					'the same as text, stored unchecked; a Guid in it would hide the ID of the template',
			},
			fields: [
				text('Name', 'Name', {
					required: true,
					placeholder: 'e.g. Default',
					help: 'Name of the filter that it is applied to, so nearly always Default',
				}),
				list('Allowed IP Addresses', 'IPAllowList', {
					optional: true,
					placeholder: 'e.g. 203.0.113.5, 198.51.100.0/24',
					help: 'Addresses whose mail skips the spam filter; separate several with commas',
				}),
				list('Blocked IP Addresses', 'IPBlockList', {
					optional: true,
					placeholder: 'e.g. 203.0.113.9',
					help: 'Addresses whose mail is refused; separate several with commas',
				}),
				onOff('Safe List', 'EnableSafeList', {
					optional: true,
					help: "Whether senders on Microsoft's own list of trusted sources skip the spam filter",
				}),
			],
			answer: outcome({ keeps: keepsTemplateId }),
			look: inList('getMany', { GUID: '{answer.templateId}' }),
		}),

		delete: destroy('RemoveConnectionfilterTemplate', {
			name: 'Delete',
			action: 'Delete connection filter template',
			help: 'Removes a template from CIPP; filters stay as they are',
			role: 'Exchange.ConnectionFilter.ReadWrite',
			tenant: null,
			fields: [template()],
			answer: outcome(),
			look: readBefore(gone(inList('getMany', { GUID: '{ID}' }))),
		}),
	},
);
